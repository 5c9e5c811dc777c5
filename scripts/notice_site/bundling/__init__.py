"""Turns built pages into what people carry away: zips, one-file pages, books and prints, with their checks."""

"""Stages over the finished corpus: each takes documents in and gives what it found in them."""

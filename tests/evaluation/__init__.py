"""Measures how well documents with known right readings are understood; `make evaluate` runs it."""

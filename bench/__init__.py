"""Measures how the build grows with the corpus, beside its peers."""

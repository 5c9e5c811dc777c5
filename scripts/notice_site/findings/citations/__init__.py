"""Which other texts a document names."""

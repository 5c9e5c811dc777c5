"""The home page and pages on the whole corpus."""

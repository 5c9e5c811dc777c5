"""The data of the search."""

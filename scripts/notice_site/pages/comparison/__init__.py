"""Documents side by side."""

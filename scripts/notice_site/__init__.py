"""Official notices in, structured and cross-linked reference pages and data out."""

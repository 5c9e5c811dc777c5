"""One reader for each format of a source file."""

"""Lines to paragraphs, documents and blocks."""

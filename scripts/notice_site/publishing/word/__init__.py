"""Word files of documents and sheets, for offices that edit what they hand out."""

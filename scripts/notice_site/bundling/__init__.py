"""Built pages in, what people carry away out: archives with their checks, packs, one-file pages, books and prints."""

"""Sets documents, booklets, sheets and cards for print."""

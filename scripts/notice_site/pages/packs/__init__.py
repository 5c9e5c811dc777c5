"""Pages of study packs."""

"""Which document cites which."""

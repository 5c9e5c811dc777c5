"""Pages on which document cites which."""

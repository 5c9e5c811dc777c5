"""Who has to do what."""

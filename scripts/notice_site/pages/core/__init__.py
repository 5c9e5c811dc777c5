"""What all kinds of page use."""

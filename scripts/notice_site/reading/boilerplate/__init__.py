"""What of a saved page or print belongs to the site around the document."""

"""docs/ to site/."""

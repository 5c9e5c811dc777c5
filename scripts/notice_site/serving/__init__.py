"""Rebuilds the site while people write, and shows in the browser what is wrong."""

"""Dated statements."""

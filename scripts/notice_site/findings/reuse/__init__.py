"""Wording that documents share."""

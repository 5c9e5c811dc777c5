"""Renders docs/ into site/ with MkDocs; no other room imports MkDocs."""

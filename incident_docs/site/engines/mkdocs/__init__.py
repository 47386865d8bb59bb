"""Adapt the site to MkDocs, and to whatever runs its plugins."""

"""MkDocs, and whatever runs its plugins."""

"""Extend Python-Markdown: lists of incidents and action items on any page."""

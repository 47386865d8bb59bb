"""Adapters: each hands the pages to one site engine."""

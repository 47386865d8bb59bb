"""Decide what which readers may see, cut the rest, and search a finished site for leaks."""

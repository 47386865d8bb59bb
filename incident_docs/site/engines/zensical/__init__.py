"""Zensical, which runs no plugins: the site is written as files that it builds."""

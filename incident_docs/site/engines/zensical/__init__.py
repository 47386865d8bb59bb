"""Adapt the site to Zensical, which runs no plugins: write it as files that Zensical builds."""

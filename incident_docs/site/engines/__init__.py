"""Hand the pages of the site to an engine: one adapter for each."""

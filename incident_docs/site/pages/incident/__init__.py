"""An incident's page."""

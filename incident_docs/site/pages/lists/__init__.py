"""Make the pages that list incidents, action items and owed postmortems."""

"""Pages that list incidents, action items and owed postmortems."""

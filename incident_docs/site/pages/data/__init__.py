"""Files for programs: JSON, CSV, feeds, calendars."""

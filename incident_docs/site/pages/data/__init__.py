"""Make files for programs: JSON, CSV, feeds, calendars."""

"""Make the page of an incident."""

"""Tell others of an incident: what leaves this machine."""

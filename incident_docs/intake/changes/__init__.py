"""List what changed before and during an incident: in repositories, and as other programs tell it."""

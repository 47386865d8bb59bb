"""Change a document: each edit is a splice that leaves all other bytes as they are."""

"""What stands in a document, read closely: its words, its rows, and whether they say anything."""

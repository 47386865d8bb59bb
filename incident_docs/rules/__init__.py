"""What a document is checked for: one rule a file, all of them in `catalogue`."""

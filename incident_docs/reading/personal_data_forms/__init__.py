"""Find data of persons in a line: addresses and numbers."""

"""A line to the data of persons in it."""

"""Make the pages of what incidents say together, with charts."""

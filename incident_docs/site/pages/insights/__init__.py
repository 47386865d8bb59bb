"""Pages of what incidents say together, with charts."""

"""The response guide, the writing guide and the rules."""

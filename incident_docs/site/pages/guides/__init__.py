"""Make the response guide, the writing guide and the page of rules."""

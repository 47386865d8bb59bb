"""What people write in a form of their own, to the form that the format has for it."""

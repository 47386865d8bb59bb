"""A text to what of it others than the team may read: nothing that its authors marked as internal is left in it."""

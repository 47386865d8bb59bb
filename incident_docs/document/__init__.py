"""Parse a text into a Document, and change it by edits. Nothing here touches the disk."""

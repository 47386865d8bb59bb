"""Text to Document and back to text. Nothing here touches the disk."""

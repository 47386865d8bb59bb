"""What is wrong in a document, to the edits that mend it."""

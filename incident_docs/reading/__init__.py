"""Look closer at a document: what its prose, tables and fields really say. Used by the rules."""

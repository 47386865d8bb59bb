"""Find, read, lock and write files; ask git; cache what earlier runs found. Only this room starts other programs, but for Pagefind."""

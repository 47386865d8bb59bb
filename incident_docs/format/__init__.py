"""Define what an incident document is: here once, read by all else."""

"""What an incident document is: written here once, read by all else."""

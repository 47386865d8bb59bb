"""Measurements, run by `make bench`. They are ratios within one run, and no test waits for a clock."""

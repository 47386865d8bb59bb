"""Tests of what reads conversations from elsewhere."""

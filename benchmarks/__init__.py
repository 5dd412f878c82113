"""Measurements: speed, and scores on gold data."""

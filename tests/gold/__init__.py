"""Measured against data that is not part of the project; skipped, saying so, where it is absent."""

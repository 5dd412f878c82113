"""Inputs that hold many reports, one file a format: an open file -> the raw copies in it, streamed."""

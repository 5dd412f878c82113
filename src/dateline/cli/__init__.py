"""The command line, one file a command."""

from dateline.cli.app import main

__all__ = ["main"]

"""Which reports can tell of anything at all? Asked before a report is parsed."""

from dateline.reading.screen.screen import Screen

__all__ = ["Screen"]

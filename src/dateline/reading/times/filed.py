"""The day in a dateline is when a report was written, and no day of what it tells."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.model import TimeMention
from dateline.reading.parse import Parse

MARKS = (" -", " –", " —", " --", " (", ". /", ":")
"""What stands right behind the day of a dateline."""


def not_filed(parse: Parse, times: Iterable[TimeMention], dateline: str | None) -> tuple[TimeMention, ...]:
    """The times but for the one behind the dateline's place: "Orlow, 27 Jan - Rebels attacked a post"."""
    return tuple(t for t in times if dateline is None or not _is_filed(parse.text, t, dateline))


def _is_filed(text: str, time: TimeMention, dateline: str) -> bool:
    line = text.rfind("\n", 0, time.span.start) + 1
    opens = text[line : time.span.start].rstrip(" ,") == dateline
    return opens and text.startswith(MARKS, time.span.end)

"""Reports made of invented sentences."""

from __future__ import annotations

from datetime import date

from dateline.model import Reading, Report, content_id, raw_hash
from dateline.reading import Reader


def report(text: str, published: date | None = date(2021, 3, 10), dateline: str | None = None) -> Report:
    """A report of the invented Harbour Post."""
    raw = raw_hash(text.encode())
    ident = content_id("report", raw)
    return Report(
        ident,
        "invented",
        "invented.txt",
        raw,
        "Harbour Post",
        None,
        published,
        "input" if published else None,
        dateline,
        None,
        "en",
        text,
        (),
        content_id("copies", ident),
    )


def read(reader: Reader, text: str, published: date | None = date(2021, 3, 10)) -> Reading:
    """What is read in a text."""
    (reading,) = reader.read([report(text, published)])
    assert isinstance(reading, Reading), reading
    return reading

"""A saved RSS or Atom feed -> one record an entry."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedReader, BytesIO
from typing import Any

from dateline.errors import InputError
from dateline.intake.dates import read_date
from dateline.intake.unpack.copy import RawCopy, record
from dateline.limits import MAX_INPUT_BYTES
from dateline.model import Quarantined


def entries(path: str, name: str, reader: BufferedReader[Any]) -> Iterator[RawCopy | Quarantined]:
    """Each entry with its full text, else its summary; its publisher is the feed's title.

    Raises:
        InputError: if the feed is too large or broken beyond reading.
    """
    # Slow to import, and most runs meet no feed.
    import feedparser

    data = reader.read(MAX_INPUT_BYTES + 1)
    if len(data) > MAX_INPUT_BYTES:
        raise InputError(f"too large: a feed of more than {MAX_INPUT_BYTES:,} bytes")
    # Given bytes as a stream: a string would be taken for an address and fetched.
    feed = feedparser.parse(BytesIO(data), sanitize_html=True)
    if not feed.entries:
        raise InputError("a feed without entries that can be read")
    for number, entry in enumerate(feed.entries, start=1):
        where = f"{path}:{number}"
        content = next((c.value for c in entry.get("content", ()) if c.get("value")), entry.get("summary"))
        if not content:
            yield Quarantined(where, "an entry of a feed without text")
            continue
        yield record(
            where,
            name,
            {
                "id": entry.get("id") or entry.get("link"),
                "html": content,
                "title": entry.get("title"),
                "publisher": feed.feed.get("title"),
                "published": _day(entry.get("published") or entry.get("updated")),
                "url": entry.get("link"),
                "language": feed.feed.get("language"),
            },
        )


def _day(words: str | None) -> str | None:
    """The day as the feed writes it, in its own time zone; none where it names none for certain."""
    day = read_date(words or "")
    return day.isoformat() if day else None

"""A plain text file -> draft."""

from __future__ import annotations

import re

from dateline.intake.dates import date_in_name, read_date
from dateline.intake.decode import decode
from dateline.intake.draft import Draft, tidy
from dateline.intake.unpack.copy import RawCopy

HEADERS = {
    "title": "title",
    "headline": "title",
    "publisher": "publisher",
    "outlet": "publisher",
    "source": "publisher",
    "published": "published",
    "date": "published",
    "language": "language",
    "url": "url",
    "byline": "byline",
    "author": "byline",
}
"""Names of header lines and what they give."""
HEADER = re.compile(rf"(?<![^\S\n])[^\S\n]*+({'|'.join(HEADERS)}):[^\S\n]*([^\r\n]*)(?:\r?\n|\Z)", re.I)
ENOUGH = 2
"""A single line of the kind may be the report's own."""


def read_text(copy: RawCopy) -> Draft:
    """Decode a text file.

    Lines such as "Publisher: ..." and "Published: 2020-01-08" at its head are its header.

    Raises:
        InputError: if the bytes are not text.
    """
    text, repairs = decode(copy.data)
    fields, end = _header(text)
    stated = read_date(fields.get("published", ""))
    named = date_in_name(copy.name)
    title, publisher = tidy(fields.get("title")), tidy(fields.get("publisher"))
    return Draft(
        key=copy.name,
        text=text,
        header=end,
        title=title,
        title_from="input" if title else None,
        publisher=publisher,
        publisher_from="input" if publisher else None,
        published=stated,
        published_from="input" if stated else None,
        named=named,
        language=fields.get("language") or None,
        declared=None,
        repairs=repairs,
    )


def _header(text: str) -> tuple[dict[str, str], int]:
    """The header's fields, the first of each kind, and how many characters it takes."""
    fields: dict[str, str] = {}
    at = lines = 0
    while match := HEADER.match(text, at):
        fields.setdefault(HEADERS[match[1].lower()], match[2].strip())
        at, lines = match.end(), lines + 1
    return (fields, at) if lines >= ENOUGH else ({}, 0)

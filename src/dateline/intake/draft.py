"""What a format's reader found in one raw copy, before cleaning."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from dateline.model import Origin, Repair

BROKEN = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Draft:
    """A decoded text with what its format said about it.

    ``text`` is the raw text that the canonical text is mapped to: the decoded file, the ``text`` of a
    JSON record, or the article taken out of a page. Its first ``header`` characters are a header block.
    ``named`` is the date in the file's name; ``language`` is what the input states, and ``declared`` what a
    page says of itself: pages often say what their site is set to, whatever they are written in.
    """

    key: str
    text: str
    header: int
    title: str | None
    title_from: Origin | None
    publisher: str | None
    publisher_from: Origin | None
    published: date | None
    published_from: Origin | None
    named: date | None
    language: str | None
    declared: str | None
    repairs: tuple[Repair, ...]


def whole(words: str) -> str:
    """Words with halves of broken characters replaced, so that they can be written down."""
    return BROKEN.sub("\ufffd", words)


def tidy(words: str | None) -> str | None:
    """A title or name without entities, line breaks and broken characters; null where nothing is left."""
    if words is None:
        return None
    return " ".join(whole(html.unescape(words)).split()) or None


def host(url: str | None) -> str | None:
    """The site of an address: "https://www.example.org/news/1" -> "example.org"."""
    try:
        name = urlsplit(url or "").hostname
    except ValueError:
        return None
    return name.removeprefix("www.") if name else None

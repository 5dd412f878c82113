"""A published text and the way from its raw copy to its canonical text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dateline.model.place import Place
from dateline.model.span import Span

Origin = Literal["input", "JSON-LD", "OpenGraph", "metadata", "address", "text", "file name"]
"""Where something said of a report was found: in the record, header or feed that came with it; in its page,
as JSON-LD, OpenGraph or elsewhere (meta tags, title); in its address; in its text; in the file's name."""


@dataclass(frozen=True, slots=True)
class Repair:
    """One change that canonicalising made: ``span`` holds the new words, ``was`` the old ones.

    ``span`` is null where the change left no characters behind, or concerns the whole text.
    """

    span: Span | None
    was: str
    rule: str


@dataclass(frozen=True, slots=True)
class Report:
    """One report, ready to read.

    ``id`` comes from the raw copy's hash (``raw``); ``text`` is the canonical text that every span
    points into; ``place`` is the dateline's; ``language`` is ISO 639-1. Those that end in ``_from`` say where
    each was found; null where there is none, or where the version that read it did not note it.
    """

    id: str
    key: str
    path: str
    raw: str
    publisher: str | None
    title: str | None
    published: date | None
    published_from: Origin | None
    dateline: str | None
    place: Place | None
    language: str
    text: str
    repairs: tuple[Repair, ...]
    copy_group: str
    title_from: Origin | None = None
    publisher_from: Origin | None = None
    language_from: Origin | None = None


@dataclass(frozen=True, slots=True)
class Screened:
    """A report that was not read, as by its words it cannot tell of anything; nothing of it is kept."""

    path: str


@dataclass(frozen=True, slots=True)
class Quarantined:
    """An input that could not become a report, and why, in words for the person who gave it."""

    path: str
    reason: str

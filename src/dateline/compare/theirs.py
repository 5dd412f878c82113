"""A row that others coded, whatever its layout."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dateline.model import Place

Layout = Literal["acled", "ged"]


@dataclass(frozen=True, slots=True)
class Deaths:
    """The dead of a row; ACLED has one number, which is all three."""

    low: int
    best: int
    high: int


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    ``line`` is where it stands in the file; ``country`` ISO 3166-1 alpha-2, null where the file's name for
    it is not known; ``place`` has a radius by the row's code of precision. ``type`` is ACLED's sub-event
    type or UCDP's kind of violence, ``violent`` whether it is an act of violence. ``kinds`` are ACLED's kinds
    of its actors, in words.
    """

    id: str
    line: int
    first: date
    last: date
    country: str | None
    place: Place | None
    type: str
    violent: bool
    actors: tuple[str, ...]
    kinds: tuple[str, ...]
    deaths: Deaths | None


@dataclass(frozen=True, slots=True)
class Theirs:
    """A file: its layout, its rows, and the rows that could not be read, each with the reason."""

    layout: Layout
    rows: tuple[Row, ...]
    unread: tuple[tuple[int, str], ...]

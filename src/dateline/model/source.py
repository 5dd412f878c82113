"""Who says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SourceKind = Literal[
    "government",
    "military",
    "police",
    "armed group",
    "health",
    "rescue",
    "international organisation",
    "monitor",
    "media",
    "witness",
    "resident",
    "intelligence",
    "analyst",
    "unnamed official",
    "publisher",
    "unknown",
]


@dataclass(frozen=True, slots=True)
class Source:
    """A person, body or voice that a claim or statement belongs to.

    ``named`` is false for "officials" or "a witness"; ``publisher`` is true for the report's own
    voice; ``via`` is the chain through which the words came ("state television, citing the
    ministry" gives the ministry, via state television); ``text`` are the report's own words for it.
    ``country`` is ISO 3166-1 alpha-2.
    """

    name: str
    kind: SourceKind
    country: str | None
    role: str | None
    named: bool
    publisher: bool
    via: tuple[Source, ...]
    text: str


def publisher_source(name: str | None) -> Source:
    """The report's own voice."""
    label = name or "publisher"
    return Source(label, "publisher", None, None, name is not None, True, (), "")

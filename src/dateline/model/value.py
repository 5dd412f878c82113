"""What a claim says: a number, an entity, a term, a responsibility or a motive."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dateline.model.place import Place
from dateline.model.when import When

EntityKind = Literal[
    "state",
    "military",
    "government",
    "armed group",
    "police",
    "organisation",
    "civilians",
    "person",
    "facility",
    "unknown",
]

How = Literal["claimed", "admitted", "alleged", "denied"]


@dataclass(frozen=True, slots=True)
class Number:
    """A count as a closed or open range; null is an open end.

    "at least 80" is 80 to null. ``qualifier`` keeps the word of a vague count ("dozens").
    ``what`` says what is counted where the field alone does not ("houses"). At least one end is known.
    """

    low: int | None
    high: int | None
    text: str
    qualifier: str | None = None
    what: str | None = None

    def __post_init__(self) -> None:
        if self.low is None and self.high is None:
            raise ValueError(f"a number without either end: {self.text!r}")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"low {self.low} above high {self.high} for {self.text!r}")


@dataclass(frozen=True, slots=True)
class Entity:
    """A party, person, body or facility. ``country`` is ISO 3166-1 alpha-2."""

    name: str
    kind: EntityKind
    country: str | None
    role: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Term:
    """A codebook term ("missile strike", "open") and the report's words for it."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Responsibility:
    """A party and how its responsibility is put."""

    name: str
    kind: EntityKind
    country: str | None
    how: How
    text: str


@dataclass(frozen=True, slots=True)
class Motive:
    """What an event is said to answer; ``event`` is that event's id where the report tells it."""

    text: str
    event: str | None


Value = Number | Entity | Term | Responsibility | Motive | Place | When

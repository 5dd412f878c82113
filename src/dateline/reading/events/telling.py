"""A trigger with all that the sentence around it says of its occurrence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.codebook.event_types import EventType
from dateline.model import Entity, Mention, Place, When
from dateline.reading.events.lexicon import Lexicon
from dateline.reading.events.trigger import Trigger
from dateline.reading.events.weapons import Weapon
from dateline.reading.modality import Judged
from dateline.reading.parse import Parse
from dateline.reading.roles.fit import Role

WIDE = frozenset(("country", "province"))
"""Precisions of places in which a finer one says better where something happened."""


@dataclass(frozen=True, slots=True)
class Part:
    """A role with the entity or weapon that plays it."""

    role: Role
    entity: Entity | None
    weapon: Weapon | None


@dataclass(frozen=True, slots=True)
class Telling:
    """One mention of an occurrence; tellings of the same occurrence make an event.

    ``apart`` marks the sum of a war or a year, which is no telling of any one occurrence.
    """

    trigger: Trigger
    type: EventType
    parts: tuple[Part, ...]
    times: tuple[Mention[When], ...]
    places: tuple[Mention[Place], ...]
    judged: Judged
    apart: bool = False

    def entities(self, field: str) -> tuple[Entity, ...]:
        """The parties of one field."""
        return tuple(p.entity for p in self.parts if p.role.field == field and p.entity)

    def when(self) -> When | None:
        """The nearest resolved time; a clock alone took its day from the text before, and proves none."""
        told = (m.value for m in self.times)
        return next((w for w in told if w.resolved and (w.clock is None or w.clock != w.text)), None)

    def place(self) -> Place | None:
        """The nearest place, or a finer one told in it: "in Marland, gunmen killed a guard in Orlow"."""
        return finest([m.value for m in self.places])


def finest(places: Sequence[Place]) -> Place | None:
    """The first of some places, or where it is a whole country or province the first told in that."""
    first = next(iter(places), None)
    if first is None or first.precision not in WIDE:
        return first
    return next((p for p in places if _is_within(p, first)), first)


def _is_within(place: Place, area: Place) -> bool:
    finer = place.precision is not None and place.precision not in WIDE
    finer |= area.precision == "country" and place.precision == "province"
    same = place.country == area.country and area.country is not None
    return finer and same and (area.precision == "country" or place.admin1 == area.admin1)


def refined(kind: EventType, weapons: tuple[Weapon, ...], lexicon: Lexicon) -> EventType:
    """The finer type that the weapons show, or the same type."""
    for weapon in weapons:
        name = kind.finer.get(weapon.kind.class_)
        if name:
            return refined(lexicon.types[name], tuple(w for w in weapons if w is not weapon), lexicon)
    return kind


def is_definite(parse: Parse, i: int) -> bool:
    """Whether a noun points back: "the attack", "this strike", "Monday's bombing"."""
    return any(
        (t.dep == "det" and t.lower in ("the", "this", "that", "these", "those")) or t.dep == "poss"
        for t in (parse.tokens[c] for c in parse.tokens[i].children)
    )

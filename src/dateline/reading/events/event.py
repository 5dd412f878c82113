"""An event of one report: the tellings of one occurrence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from dateline.codebook.event_types import EventType
from dateline.codebook.tellings import TellingWords
from dateline.model import Entity, Place, When
from dateline.reading.events.entries import Entry
from dateline.reading.events.telling import Telling
from dateline.reading.parse import Parse

OLD = timedelta(days=45)
"""What is told of longer ago than this is background to the news."""


@dataclass(frozen=True)
class Event:
    """Tellings of one occurrence in text order; what is asked of it often is worked out once."""

    tellings: tuple[Telling, ...]

    @property
    def first(self) -> Telling:
        """The telling that introduces it."""
        return self.tellings[0]

    def types(self) -> tuple[EventType, ...]:
        """Types of all tellings."""
        return tuple(t.type for t in self.tellings)

    def when(self) -> When | None:
        """The first day told, of an act before that of harm; else the first resolved time.

        "14 October" goes before "that month".
        """
        return self._when

    def places(self) -> tuple[Place, ...]:
        """Every place told."""
        return self._places

    def entities(self, field: str) -> tuple[Entity, ...]:
        """The parties of one field over all tellings."""
        return self._entities.get(field, ())

    @cached_property
    def _when(self) -> When | None:
        acts_first = sorted(self.tellings, key=lambda t: t.type.casualty)
        told = [w for t in acts_first if (w := t.when())]
        return next((w for w in told if w.days() == 1), told[0] if told else None)

    @cached_property
    def _places(self) -> tuple[Place, ...]:
        return tuple(m.value for t in self.tellings for m in t.places)

    @cached_property
    def _entities(self) -> dict[str, tuple[Entity, ...]]:
        found: dict[str, tuple[Entity, ...]] = {}
        for part in (p for t in self.tellings for p in t.parts if p.entity):
            assert part.entity is not None
            found[part.role.field] = (*found.get(part.role.field, ()), part.entity)
        return found


@dataclass(frozen=True, slots=True)
class Page:
    """What telling one occurrence from another needs to know about a report.

    ``asides`` are the tokens of each stretch that tells of another occurrence than its sentence does, as a
    stated motive or a clause after "three days after". ``listed`` are the entries where it is a list.
    """

    parse: Parse
    published: date | None
    asides: Sequence[tuple[int, ...]]
    words: TellingWords
    listed: Sequence[Entry] = ()


def is_old(page: Page, event: Event) -> bool:
    """Whether the event is background: dated well before the report."""
    when = event.when()
    return bool(page.published and when and when.end and when.end < page.published - OLD)


def types_fit(page: Page, a: EventType, b: EventType) -> bool:
    """Whether two types may tell of one occurrence: equal, one finer than the other, or one of them vague."""
    words = page.words.events
    vague = a.name in words.general or b.name in words.general
    if a.family != b.family:
        return vague and {a.family, b.family} <= words.one_occurrence
    if a.name == b.name or vague or a.casualty or b.casualty:
        return True
    return (
        b.name in a.finer.values() or a.name in b.finer.values() or b.parent == a.name or a.parent == b.name
    )

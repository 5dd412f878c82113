"""What comparing needs of a report and of its telling of an event, and no more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.codebook.event_types import EventType
from dateline.model import Field, Place, When
from dateline.reconcile.rarity import Words

GRAVE: frozenset[Field] = frozenset(("killed", "casualties", "captured"))
MANY_DEAD = 5
"""From so many dead or taken on an event of whatever type is one that a town sees once a day at most."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What the events of one report share: when it came, its words, and the fine places that it names.

    ``copies`` is the group of the report and its near copies. ``places`` are what identifies places,
    and ``called`` what the report calls them, and those of its claims.
    """

    report: str
    publisher: str | None
    copies: str
    published: date | None
    words: Words
    places: frozenset[str]
    called: dict[str, str]


@dataclass(frozen=True, slots=True)
class EventView:
    """One report's telling of an occurrence, with what comparing needs and no more.

    ``chief`` tells that the report is about it: it tells of no other event as much, or of this strike of a
    day of its own nearly as much. ``size`` is the
    number of claims; ``dated`` that a single day is told and not inferred; ``sites`` are what identifies
    the fine places told, ``dead`` the full names of people killed or shot. ``battle`` is that the report
    which is about it tells of something that may go on for days; ``hours`` are minutes of the day.
    """

    id: str
    telling: Telling
    chief: bool
    size: int
    type: EventType
    when: When | None
    dated: bool
    place: Place | None
    sites: frozenset[str]
    countries: frozenset[str]
    actors: frozenset[str]
    victims: frozenset[str]
    counts: tuple[tuple[Field, int], ...]
    dead: frozenset[str]
    words: Words
    battle: bool = False
    hours: frozenset[int] = frozenset()

    @property
    def report(self) -> str:
        """Id of the report."""
        return self.telling.report

    @property
    def dead_told(self) -> int:
        """The most people said to be killed, taken, or harmed unsaid how; 0 where none are."""
        return max((n for name, n in self.counts if name in GRAVE), default=0)

    @property
    def heavy(self) -> bool:
        """Whether a town sees such an event once a day at most: by its type, or by how many died."""
        return self.type.heavy or self.dead_told >= MANY_DEAD

    @property
    def published(self) -> date | None:
        """Day on which the report was published, where known."""
        return self.telling.published

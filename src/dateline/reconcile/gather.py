"""Claims -> one view an event, holding what comparing needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.codebook import Codebook
from dateline.codebook.event_types import EventType
from dateline.codebook.groups import Groups
from dateline.model import ACTUAL, COUNTS, Claim, Entity, Field, Number, Place, Reading, Term, When
from dateline.reconcile.voices import is_part

COARSENESS = {"exact": 0, "near": 1, "district": 2, "province": 3, "country": 4, "region": 5}


@dataclass(frozen=True, slots=True)
class EventView:
    """One report's telling of an occurrence, as its claims put it.

    ``voice`` is the report's copy group; ``number`` the event's place in the order of telling.
    """

    id: str
    report: str
    voice: str
    published: date | None
    type: EventType
    when: When | None
    place: Place | None
    countries: frozenset[str]
    actors: frozenset[str]
    victims: frozenset[str]
    counts: tuple[tuple[Field, int], ...]
    claims: tuple[Claim, ...]


def gather(readings: Iterable[Reading], codebook: Codebook) -> tuple[EventView, ...]:
    """One view an event, in order of event id."""
    views = []
    for reading in readings:
        by_event: dict[str, list[Claim]] = {}
        for claim in reading.claims:
            by_event.setdefault(claim.event, []).append(claim)
        for event, claims in by_event.items():
            views.append(_view(event, reading, claims, codebook))
    return tuple(sorted(views, key=lambda v: v.id))


def _view(event: str, reading: Reading, claims: Sequence[Claim], codebook: Codebook) -> EventView:
    places = [c.value for c in claims if isinstance(c.value, Place)]
    return EventView(
        event,
        reading.report.id,
        reading.report.copy_group,
        reading.report.published,
        event_type(claims, codebook),
        main_time(claims),
        main_place(places),
        frozenset(p.country for p in places if p.country),
        _parties(claims, "actor"),
        _parties(claims, "target"),
        tuple(sorted({(c.field, top) for c in claims if (top := _top(c, codebook.groups)) is not None})),
        tuple(claims),
    )


def event_type(claims: Sequence[Claim], codebook: Codebook) -> EventType:
    """The type told most often, a finer one standing for those it refines.

    Raises:
        ValueError: if no claim is about the type.
    """
    types = {t.name: t for t in codebook.event_types.type}
    told = Counter(c.value.name for c in claims if c.field == "type" and isinstance(c.value, Term))
    if not told:
        raise ValueError("an event without a type claim")
    order = list(told)

    def weight(name: str) -> tuple[int, int, int]:
        mine = types[name]
        refined = sum(n for other, n in told.items() if refines(mine, types[other], types))
        return (refined + told[name], -mine.casualty, -order.index(name))

    return types[max(told, key=weight)]


def refines(finer: EventType, coarser: EventType, types: Mapping[str, EventType]) -> bool:
    """Whether ``finer`` is a kind of ``coarser``, or what it becomes when the weapon is known."""
    if finer.name == coarser.name:
        return False
    if finer.name in coarser.finer.values() or (coarser.casualty and not finer.casualty):
        return True
    up = finer.parent
    while up is not None:
        if up == coarser.name:
            return True
        up = types[up].parent
    return False


def main_time(claims: Sequence[Claim]) -> When | None:
    """The resolved time told most often, the finer and then the earlier told first among equals."""
    told = [c.value for c in claims if c.field == "when" and isinstance(c.value, When) and c.value.resolved]
    if not told:
        return None
    votes = Counter((w.start, w.end) for w in told)
    return min(told, key=lambda w: (w.days() or 0, -votes[(w.start, w.end)], told.index(w)))


def main_place(places: Sequence[Place]) -> Place | None:
    """The finest place told, the one told most often among equals, resolved before unresolved."""
    if not places:
        return None
    votes = Counter(p.name for p in places)

    def rank(p: Place) -> tuple[int, int, int, int]:
        level = COARSENESS[p.precision] // 3 if p.precision else 2
        return (not p.resolved, level, -votes[p.name], places.index(p))

    return min(places, key=rank)


def _parties(claims: Sequence[Claim], field: Field) -> frozenset[str]:
    """What identifies the parties of a field: their country where they are a state's, else a proper name."""
    found = set()
    for c in claims:
        if c.field == field and isinstance(c.value, Entity) and c.modality in ACTUAL:
            e = c.value
            if e.country and e.kind in ("state", "military", "government", "police"):
                found.add(e.country)
            elif e.name[:1].isupper() and e.kind in ("armed group", "person", "organisation", "facility"):
                found.add(e.name.casefold())
    return frozenset(found)


def _top(claim: Claim, groups: Groups) -> int | None:
    """The number of a whole count, or none."""
    if claim.field not in COUNTS or not isinstance(claim.value, Number) or is_part(claim, groups):
        return None
    return claim.value.high if claim.value.high is not None else claim.value.low

"""What stands at the head of an event or incident: its type, its time and its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from dateline.codebook import Codebook
from dateline.codebook.event_types import EventType
from dateline.codebook.groups import Groups
from dateline.model import Claim, Place, Span, Term, When

LEVELS = {"exact": 0, "near": 0, "district": 1, "province": 2, "country": 3, "region": 3}
"""Places of one level are as fine for a ledger: how often they are told decides."""

BY_FAR = 3
"""So many times as often as any town, a place that the gazetteer lacks is told where it happened."""

BESIDE_HARM = ("arrest", "weapons")
"""Families of what may come with harm and is no word for it: "killed 14 and arrested 30"."""

BESIDE_DEATH, DEADLY = ("sexual violence",), "killing"
"""The same of killings, by their name."""

FINE = ("exact", "near", "district")
"""Precisions finer than a province."""


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
        beside = mine.family in BESIDE_HARM
        return (refined + told[name], -mine.casualty - 2 * beside, -order.index(name))

    return types[max(told, key=weight)]


def refines(finer: EventType, coarser: EventType, types: Mapping[str, EventType]) -> bool:
    """Whether ``finer`` is a kind of ``coarser``, or what it becomes when the weapon is known.

    What is done to houses is no finer word for what is done to people, and nobody dies of an arrest.
    """
    if finer.name == coarser.name or (finer.family == "property") != (coarser.family == "property"):
        return False
    if coarser.casualty and finer.family in BESIDE_HARM:
        return False
    if coarser.name == DEADLY and finer.family in BESIDE_DEATH:
        return False
    if finer.name in coarser.finer.values() or (coarser.casualty and not finer.casualty):
        return True
    up = finer.parent
    while up is not None:
        if up == coarser.name:
            return True
        up = types[up].parent
    return False


def main_time(claims: Sequence[Claim], codebook: Codebook) -> When | None:
    """The finest resolved time; of equals the one told most often, asserted before hedged, told first.

    A time inferred from the day of publication counts where none is told. The day of a word that only tells
    of harm ("on Sunday flags flew for the victims", "freed on Sunday") yields to that of what did the harm.
    """
    groups = codebook.groups
    found = [
        (c, c.value) for c in claims if c.field == "when" and isinstance(c.value, When) and c.value.resolved
    ]
    told = [item for item in found if item[0].rule not in groups.inferred_rules] or found
    if not told:
        return None
    votes = Counter((w.start, w.end) for _, w in told)
    reports = list(dict.fromkeys(c.report for c in claims))

    harm = harm_alone(claims, codebook)

    def rank(item: tuple[Claim, When]) -> tuple[int, bool, int, bool, int, int]:
        claim, when = item
        of_harm = (claim.report, claim.spans.trigger) in harm
        hedged = claim.modality != "asserted"
        said = (claim.spans.value or claim.span).start
        order = reports.index(claim.report)
        return (when.days() or 0, of_harm, -votes[when.start, when.end], hedged, order, said)

    return min(told, key=rank)[1]


def harm_alone(claims: Iterable[Claim], codebook: Codebook) -> set[tuple[str, Span | None]]:
    """The triggers, by report, that tell of harm alone, whatever caused it."""
    alone = {t.name for t in codebook.event_types.type if t.casualty}
    return {
        (c.report, c.spans.trigger)
        for c in claims
        if c.field == "type" and isinstance(c.value, Term) and c.value.name in alone
    }


def places_of(claims: Sequence[Claim], groups: Groups) -> list[Place]:
    """The places told; one inferred, as from a dateline, counts where it lies within all that are told.

    Where a place that the gazetteer lacks is told, nobody knows whether it does. One that contradicts what
    its report says elsewhere is left out.
    """
    against = _gainsaying(claims, groups)
    claims = [c for c in claims if c.id not in against]
    told = [c.value for c in claims if isinstance(c.value, Place) and c.rule not in groups.inferred_rules]
    inferred = [c.value for c in claims if isinstance(c.value, Place) and c.rule in groups.inferred_rules]
    return told + [p for p in inferred if all(_holds(area, p) for area in told)]


def _gainsaying(claims: Sequence[Claim], groups: Groups) -> set[str]:
    """Claims by which one source alone puts what a report tells into another country than it told first.

    "Three died at a base in Jordan, the army said. Jordan's spokesman said that it happened in Syria". What
    the report tells in its own voice, or the same source does, is not gainsaid: it was in both countries.
    """
    first: dict[str, Claim] = {}
    found: set[str] = set()
    for claim in claims:
        place = claim.value
        if not isinstance(place, Place) or claim.rule in groups.inferred_rules or not place.country:
            continue
        before = first.setdefault(claim.report, claim)
        named = before.value if isinstance(before.value, Place) else None
        if claim.source.publisher or claim.source.name == before.source.name:
            continue
        if named and named.resolved and named.country != place.country:
            found.add(claim.id)
    return found


def _holds(area: Place, place: Place) -> bool:
    """Whether a place may lie in a district or province, or is the place itself."""
    if area.name.casefold() == place.name.casefold():
        return True
    if area.precision not in ("district", "province"):
        return False
    return (area.country, area.admin1) == (place.country, place.admin1)


def main_place(places: Sequence[Place]) -> Place | None:
    """The finest place told, the one told most often among equals, resolved before unresolved.

    A place in another division than most of those told is another of its name, or beside the matter. Of
    "Northgate" and "Northgate, Hillton" the one that names its town is told better. A place that the
    gazetteer lacks comes first where it is told far more often than any town.
    """
    if not places:
        return None
    votes = Counter(p.name for p in places)
    areas = Counter((p.country, p.admin1) for p in places if p.resolved and p.admin1)
    most = max(areas.values(), default=0)
    towns = max((votes[p.name] for p in places if p.precision in FINE), default=0)

    def rank(p: Place) -> tuple[int, int, int, int, int]:
        level = LEVELS[p.precision] if p.precision else LEVELS["province"]
        astray = p.admin1 is not None and 2 * areas[p.country, p.admin1] <= most
        if not p.resolved and votes[p.name] > BY_FAR * towns > 0:
            return (False, False, 0, -votes[p.name], places.index(p))
        return (not p.resolved, astray, level, -votes[p.name], places.index(p))

    best = min(places, key=rank)
    fuller = (p for p in places if p.name.startswith(f"{best.name}, ") and p.admin1 == best.admin1)
    return next(fuller, best)

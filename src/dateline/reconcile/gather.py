"""Claims -> one view an event, holding what comparing needs and no more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.codebook import Codebook
from dateline.codebook.event_types import EventType
from dateline.codebook.groups import Groups
from dateline.model import (
    ACTUAL,
    PEOPLE,
    Claim,
    Entity,
    Field,
    Number,
    Place,
    Reading,
    Span,
    Term,
    When,
)
from dateline.reconcile.rarity import WORD, Rarity, Words, plain, words_of
from dateline.reconcile.sites import called, short_of, site_of
from dateline.reconcile.voices import wholes

LONGEST = 31
"""Days; a longer time does not tell one occurrence from another."""

LEVELS = {"exact": 0, "near": 0, "district": 1, "province": 2, "country": 3, "region": 3}
"""Places of one level are as fine for a ledger: how often they are told decides."""


MOST_WORDS = 48
MOST_REPORT_WORDS = 160
"""Words kept of an event, and of all that its report tells: the rarest."""

BY_FAR = 3
"""So many times as often as any town, a place that the gazetteer lacks is told where it happened."""
GRAVE: frozenset[Field] = frozenset(("killed", "casualties", "captured"))
MANY_DEAD = 10
"""From so many dead or taken on an event of whatever type is one that a town sees once a day at most."""

FINE = ("exact", "near", "district")
"""Precisions finer than a province."""


TELLING: frozenset[Field] = PEOPLE - {"displaced"}
"""Counts that tell occurrences apart: of the displaced a whole war's are told again and again."""

PARTIES = ("state", "military", "government", "armed group", "police", "organisation")
"""Kinds of parties to whom much happens: that both name one says little."""


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

    ``chief`` tells that the report is about it: it tells of no other event as much. ``size`` is the
    number of claims; ``dated`` that a single day is told and not inferred; ``sites`` are what identifies
    the fine places told, ``dead`` the full names of people killed or shot.
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


def gather(readings: Iterable[Reading], codebook: Codebook) -> tuple[EventView, ...]:
    """One view an event, in order of event id."""
    rarity = Rarity(codebook.linking)
    views = [view for reading in readings for view in views_of(reading, codebook, rarity)]
    return tuple(sorted(views, key=lambda v: v.id))


def views_of(reading: Reading, codebook: Codebook, rarity: Rarity) -> Iterator[EventView]:
    """The views of one report's events: they depend on nothing but its reading."""
    by_event = events_of(reading.claims)
    if not by_event:
        return
    everywhere = _everywhere(reading)
    told, names = words_of(reading.claims)
    chief = max(by_event, key=lambda e: (len(by_event[e]), -by_event[e][0].span.start))
    telling = Telling(
        reading.report.id,
        reading.report.publisher,
        reading.report.copy_group,
        reading.report.published,
        rarity.words(told, names - everywhere, MOST_REPORT_WORDS),
        _named_towns(reading, by_event[chief], codebook),
        called(_fine([*_places(reading), *(c.place for c in reading.claims if c.place)])),
    )
    for event, claims in by_event.items():
        told, names = words_of(claims)
        places = places_of(claims, codebook.groups)
        when = _usable(main_time(claims, codebook), reading.report.published)
        counts = _counts(claims, codebook.groups)
        many = any(name in GRAVE and n >= MANY_DEAD for name, n in counts)
        yield EventView(
            event,
            telling,
            event == chief,
            len(claims),
            event_type(claims, codebook),
            when,
            when is not None and when.days() == 1 and _told(claims, when, codebook.groups),
            main_place(places),
            _sites(reading, claims, places, telling if event == chief and many else None),
            _countries(reading, places, event == chief),
            _parties(claims, "actor"),
            frozenset(p for p in _parties(claims, "target") if len(p) > 2),
            counts,
            _dead(claims, codebook.groups),
            rarity.words(told, names - everywhere, MOST_WORDS),
        )


def events_of(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    """Event id -> its claims, in order of claims."""
    by_event: dict[str, list[Claim]] = {}
    for claim in claims:
        by_event.setdefault(claim.event, []).append(claim)
    return by_event


def _everywhere(reading: Reading) -> set[str]:
    """The words of all places and parties named: they have features of their own, and one war's are alike."""
    values = [*(m.value for m in reading.mentions), *(c.value for c in reading.claims)]
    named = [f"{p.text} {p.name}" for p in _places(reading)]
    named += [f"{v.text} {v.name}" for v in values if isinstance(v, Entity) and v.kind in PARTIES]
    return {plain(match[0]) for name in named for match in WORD.finditer(name)}


def _named_towns(reading: Reading, chief: Sequence[Claim], codebook: Codebook) -> frozenset[str]:
    """The fine places that a report names, without houses of care at which what it is about did not happen.

    Two reports that both name the hospital to which people were brought may tell of two strikes.
    """
    care = codebook.tellings.sites.care_places
    there = {c.value for c in chief if isinstance(c.value, Place)}

    def of_care(place: Place) -> bool:
        return place not in there and not care.isdisjoint(place.name.casefold().split())

    return frozenset(site_of(p) for p in _fine(_places(reading)) if not of_care(p))


def _sites(
    reading: Reading, claims: Sequence[Claim], places: Sequence[Place], telling: Telling | None
) -> frozenset[str]:
    """The fine places told of an event; where there are none, those that the report about it names.

    ``telling`` is null unless the report is about the event, and tells of many dead. A town abroad where it
    was written is no such place.
    """
    fine = list(_fine([*places, *(c.place for c in claims if c.place)]))
    own = frozenset((*map(site_of, fine), *(short for p in fine if (short := short_of(p)))))
    if own or telling is None:
        return own
    home = reading.report.place
    abroad = home is not None and all(p.country != home.country for p in places)
    return telling.places - ({site_of(home)} if home and abroad else set())


def _countries(reading: Reading, places: Sequence[Place], chief: bool) -> frozenset[str]:
    """The countries told of an event; where there are none, the only one that the report about it names."""
    own = frozenset(p.country for p in places if p.country and p.resolved)
    if own or not chief:
        return own
    named = {p.country for p in _places(reading) if p.country}
    return frozenset(c for c in named if c) if len(named) == 1 else own


def _places(reading: Reading) -> list[Place]:
    """The places that a report names."""
    values = (*(m.value for m in reading.mentions), *(c.value for c in reading.claims))
    return [value for value in values if isinstance(value, Place)]


def _fine(places: Iterable[Place]) -> Iterator[Place]:
    """The fine places, and those that the gazetteer lacks: most are villages."""
    return (p for p in places if p.precision in FINE or p.geonameid is None)


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
    """Whether ``finer`` is a kind of ``coarser``, or what it becomes when the weapon is known.

    What is done to houses is no finer word for what is done to people.
    """
    if finer.name == coarser.name or (finer.family == "property") != (coarser.family == "property"):
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

    harm = _harm_alone(claims, codebook)

    def rank(item: tuple[Claim, When]) -> tuple[int, bool, int, bool, int, int]:
        claim, when = item
        of_harm = (claim.report, claim.spans.trigger) in harm
        hedged = claim.modality != "asserted"
        said = (claim.spans.value or claim.span).start
        order = reports.index(claim.report)
        return (when.days() or 0, of_harm, -votes[when.start, when.end], hedged, order, said)

    return min(told, key=rank)[1]


def _harm_alone(claims: Iterable[Claim], codebook: Codebook) -> set[tuple[str, Span | None]]:
    """The triggers, by report, that tell of harm alone, whatever caused it."""
    alone = {t.name for t in codebook.event_types.type if t.casualty}
    return {
        (c.report, c.spans.trigger)
        for c in claims
        if c.field == "type" and isinstance(c.value, Term) and c.value.name in alone
    }


def _told(claims: Iterable[Claim], when: When, groups: Groups) -> bool:
    """Whether the report itself tells the time, and it is not inferred from the day of publication."""
    return any(c.value == when and c.rule not in groups.inferred_rules for c in claims if c.field == "when")


def places_of(claims: Sequence[Claim], groups: Groups) -> list[Place]:
    """The places told; one inferred, as from a dateline, counts where it lies within all that are told.

    Where a place that the gazetteer lacks is told, nobody knows whether it does.
    """
    told = [c.value for c in claims if isinstance(c.value, Place) and c.rule not in groups.inferred_rules]
    inferred = [c.value for c in claims if isinstance(c.value, Place) and c.rule in groups.inferred_rules]
    return told + [p for p in inferred if all(_holds(area, p) for area in told)]


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


def _usable(when: When | None, published: date | None) -> When | None:
    """The time, unless it is too coarse to compare or lies after the report itself."""
    if when is None or when.start is None or (when.days() or 0) > LONGEST:
        return None
    return None if published and when.start > published + timedelta(days=1) else when


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


def _dead(claims: Sequence[Claim], groups: Groups) -> frozenset[str]:
    """Full names of people said to be killed or shot; a surname alone could be anyone's."""
    found = set()
    for c in claims:
        if (
            c.rule in groups.named_rules
            and c.field in ("killed", "casualties")
            and isinstance(c.value, Number)
        ):
            who = (c.value.what or c.value.text).casefold()
            if " " in who and c.modality in ACTUAL:
                found.add(who)
    return frozenset(found)


def _counts(claims: Sequence[Claim], groups: Groups) -> tuple[tuple[Field, int], ...]:
    """The counts of people harmed or taken that are no part; "287 pupils" are all if nobody tells of more."""
    found: set[tuple[Field, int]] = set()
    for field in TELLING:
        mine = [c for c in claims if c.field == field and isinstance(c.value, Number)]
        found.update((field, top) for c in wholes(mine, groups) if (top := _top(c)) is not None)
    return tuple(sorted(found))


def _top(claim: Claim) -> int | None:
    """The number of a count of people harmed or taken, or none."""
    if not isinstance(claim.value, Number):
        return None
    return claim.value.high if claim.value.high is not None else claim.value.low

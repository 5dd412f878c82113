"""Claims -> one view an event, holding what comparing needs and no more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from dateline.codebook import Codebook
from dateline.codebook.countries import Countries
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
    Term,
    When,
)
from dateline.reconcile.heads import FINE, event_type, harm_alone, main_place, main_time, places_of
from dateline.reconcile.hours import hours_of
from dateline.reconcile.rarity import WORD, Rarity, plain, words_of
from dateline.reconcile.sites import NUMBERED, called, short_of, site_of
from dateline.reconcile.views import GRAVE, MANY_DEAD, EventView, Telling
from dateline.reconcile.wholes import wholes

MOST_WORDS = 48
MOST_REPORT_WORDS = 160
"""Words kept of an event, and of all that its report tells: the rarest."""

LONGEST = 31
"""Days; a longer time does not tell one occurrence from another."""

NIGHT = 2
"""Days that a night has: an occurrence "in the night from Saturday to Sunday" has a day of its own."""

NEARLY = 0.75
"""Share of the most claims that a report makes of one event from which on it is about another one too."""

TELLING: frozenset[Field] = (PEOPLE - {"displaced"}) | {"launched", "intercepted"}
"""Counts that tell occurrences apart: of the displaced a whole war's are told again and again."""

COARSE = ("province", "country", "region")
"""Precisions of areas, of which some stand under no number in the gazetteer."""

PARTIES = ("state", "military", "government", "armed group", "police", "organisation")
"""Kinds of parties to whom much happens: that both name one says little."""


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
    least, general = NEARLY * len(by_event[chief]), codebook.tellings.events.general
    telling = Telling(
        reading.report.id,
        reading.report.publisher,
        reading.report.copy_group,
        reading.report.published,
        rarity.words(told, names - everywhere, MOST_REPORT_WORDS),
        _named_towns(reading, by_event[chief], codebook),
        called(_fine([*_places(reading), *(c.place for c in reading.claims if c.place)])),
    )
    lasting = {t.name for t in codebook.event_types.type if t.lasting}
    lasts = any(isinstance(c.value, Term) and c.value.name in lasting for c in reading.claims)
    for event, claims in by_event.items():
        told, names = words_of(claims)
        places = places_of(claims, codebook.groups)
        when = _usable(main_time(claims, codebook), reading.report.published)
        counts = _counts(claims, codebook.groups)
        many = any(name in GRAVE and n >= MANY_DEAD for name, n in counts)
        one = when is not None and (when.days() or 0) <= NIGHT
        own_day = one and when is not None and _told(claims, when, codebook.groups)
        kind = event_type(claims, codebook)
        apart = own_day and (many or (kind.heavy and kind.name not in general))
        about = event == chief or (apart and len(claims) >= least)
        yield EventView(
            event,
            telling,
            about,
            len(claims),
            kind,
            when,
            own_day,
            main_place(places),
            _sites(reading, places, _at_work(claims, codebook), telling if about and many else None),
            _countries(reading, claims, places, about),
            _parties(claims, "actor", codebook.countries),
            frozenset(p for p in _parties(claims, "target", codebook.countries) if len(p) > 2),
            counts,
            _dead(claims, codebook.groups),
            rarity.words(told, names - everywhere, MOST_WORDS),
            event == chief and lasts,
            hours_of(claims),
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


def _at_work(claims: Sequence[Claim], codebook: Codebook) -> list[Place]:
    """The fine places told of an event: where it happened, and not all that its words name.

    Left out are houses of care told only with harm, to which people were brought, and areas beside a town.
    """
    care = codebook.tellings.sites.care_places
    harm = harm_alone(claims, codebook)
    acts = [c.value for c in claims if isinstance(c.value, Place) and (c.report, c.spans.trigger) not in harm]
    fine = list(_fine([*places_of(claims, codebook.groups), *(c.place for c in claims if c.place)]))
    there = [p for p in fine if p in acts or care.isdisjoint(p.name.casefold().split())]
    towns = any(p.geonameid is not None for p in there)
    return [p for p in there if not (towns and p.precision in COARSE)] or fine


def _sites(
    reading: Reading, places: Sequence[Place], fine: Sequence[Place], telling: Telling | None
) -> frozenset[str]:
    """What identifies the fine places of an event, and those that the report about it names where they lack.

    ``telling`` is null unless the report is about the event, and tells of many dead. A quarter that the
    gazetteer lacks is of one of the towns named. A town abroad where it was written is no such place.
    """
    own = frozenset((*map(site_of, fine), *(short for p in fine if (short := short_of(p)))))
    if telling is None or any(site.startswith(NUMBERED) for site in own):
        return own
    home = reading.report.place
    abroad = home is not None and all(p.country != home.country for p in places)
    return own | (telling.places - ({site_of(home)} if home and (own or abroad) else set()))


def _countries(
    reading: Reading, claims: Sequence[Claim], places: Sequence[Place], chief: bool
) -> frozenset[str]:
    """The countries told of an event: of its places, else those that were struck ("missiles at Marland").

    Where there are none, the only one that the report about it names.
    """
    own = frozenset(p.country for p in places if p.country and p.resolved)
    own = own or frozenset(
        c.value.country
        for c in claims
        if c.field == "target" and isinstance(c.value, Entity) and c.value.kind == "state" and c.value.country
    )
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


def _told(claims: Iterable[Claim], when: When, groups: Groups) -> bool:
    """Whether the report itself tells the time, and it is not inferred from the day of publication."""
    return any(c.value == when and c.rule not in groups.inferred_rules for c in claims if c.field == "when")


def _usable(when: When | None, published: date | None) -> When | None:
    """The time, unless it is too coarse to compare or lies after the report itself.

    A long time that was over months before the report still tells its occurrence from the news.
    """
    if when is None or when.start is None:
        return None
    if (when.days() or 0) > LONGEST:
        over = published and when.end and when.end < published - timedelta(days=LONGEST)
        return when if over else None
    return None if published and when.start > published + timedelta(days=1) else when


def _parties(claims: Sequence[Claim], field: Field, countries: Countries) -> frozenset[str]:
    """What identifies the parties of a field: their country where they are a state's, else a proper name.

    "A U.S. base" has none: the only capitals are those of a country.
    """
    found = set()
    for c in claims:
        if c.field == field and isinstance(c.value, Entity) and c.modality in ACTUAL:
            e = c.value
            if e.country and e.kind in ("state", "military", "government", "police"):
                found.add(e.country)
            elif e.kind in ("armed group", "person", "organisation", "facility") and _is_proper(
                e.name, countries
            ):
                found.add(e.name.casefold())
    return frozenset(found)


def _is_proper(name: str, countries: Countries) -> bool:
    first, _, rest = name.partition(" ")
    return first[:1].isupper() and not (rest.islower() and countries.country_of(first) is not None)


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

"""Where was an event that its own sentences do not place?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from dateline.codebook import Codebook
from dateline.model import Place, PlaceMention
from dateline.reading.claims.around import Around, is_aside
from dateline.reading.claims.drafts import HEDGED, Draft
from dateline.reading.events.attach import Governors, governors_of
from dateline.reading.events.dates import token_of
from dateline.reading.events.event import Event
from dateline.reading.events.sites import is_dateline
from dateline.reading.rules import Rule
from dateline.reading.tree import children, is_noun

DATELINE = Rule(
    "place.dateline",
    "An event for which the report tells no place was, hedged, where the report was written.",
    example="BAGHDAD - Two men were killed on Monday.",
    reads="place BAGHDAD",
)
LOCAL = Rule(
    "place.local",
    "An event for which the report tells no place was, hedged, in the town whose police the report cites.",
    example="Two men were killed on Monday, Baghdad police said.",
    reads="place Baghdad",
)
NEAR = Rule(
    "event.place_near",
    "An event without a place was, hedged, at the one of its country told beside it, away from other events.",
    example="BAGHDAD - Two men were killed in a house. Officers closed a street in Kirkuk.",
    reads="place Kirkuk",
)
LABEL = Rule(
    "event.place_label",
    "An event without a place was, hedged, at the place that opens its paragraph, before a colon.",
    example="Update on Baghdad: two killed in blast on Monday.",
    reads="place Baghdad",
)
RULES = (DATELINE, LOCAL, NEAR, LABEL)

REACH = 1
"""Sentences from an event within which a place may be its own."""
FINE = frozenset(("exact", "near"))
AREAS = frozenset(("district", "province"))
COARSE = frozenset((None, "country", "region"))
ABROAD = 2
"""Towns or provinces named beside the dateline from which on they tell in which country it happened."""


def read_whereabouts(
    around: Around,
    sites: Sequence[PlaceMention],
    events: Sequence[Event],
    main: Event | None,
    codebook: Codebook,
) -> Iterator[tuple[Event, Draft]]:
    """Hedged places for events that have none: one told beside it, or for the main one the report's home.

    ``sites`` are the places that something is said to be at.
    """
    governors = governors_of(codebook)
    taken = {around.parse.tokens[t.trigger.i].sentence for e in events for t in e.tellings}
    placed = set[int]()
    for event in events:
        label = _label(around, event, codebook.tellings.sites.labels)
        near = None if event.first.apart or label else _near(around, sites, event, taken, governors)
        if found := label or near:
            placed.add(id(event))
            yield event, _draft(found, event, LABEL if label else NEAR)
    if main is not None and id(main) not in placed:
        yield from ((main, draft) for draft in _home(around, main, codebook))


def _draft(mention: PlaceMention, event: Event, rule: Rule) -> Draft:
    return Draft("place", mention.value, mention.span, event.first.trigger.i, HEDGED, rule.id)


def _label(around: Around, event: Event, words: Set[str]) -> PlaceMention | None:
    """The place before the colon that opens a paragraph of an event, where no fine one is told of it.

    Alone before a whole sentence it is where the report was written: "Quetta: The police said that".
    """
    if any(p.precision not in COARSE for p in event.places()):
        return None
    text, tokens = around.parse.text, around.parse.tokens
    begins = {text.rfind("\n", 0, tokens[t.trigger.i].start) + 1 for t in event.tellings}
    for mention in around.places:
        begin = text.rfind("\n", 0, mention.span.start) + 1
        opening = text[begin : mention.span.start].lower().split()
        _, end = around.parse.token_range(mention.span)
        colon = end < len(tokens) and tokens[end].text == ":"
        whole = text[begin:].partition("\n")[0].rstrip().endswith(".")
        if begin in begins and colon and set(opening) <= words and (opening or not whole):
            return mention
    return None


def _near(
    around: Around, sites: Sequence[PlaceMention], event: Event, taken: set[int], governors: Governors
) -> PlaceMention | None:
    """The one fine place told within reach of the event in a sentence without an event of its own.

    It lies in the country told of the event, else in the one the report comes from: the next sentence of news
    from Baghdad may tell of talks in Geneva.
    """
    told = event.places()
    if any(p.precision not in COARSE for p in told):
        return None
    home = [around.report.place] if around.report.place else [m.value for m, _ in _dateline(around)]
    countries = {p.country for p in told or home}
    here = [around.parse.tokens[t.trigger.i].sentence for t in event.tellings]
    found: dict[int, list[PlaceMention]] = {}
    for mention in sites:
        head = token_of(around.parse, mention.span)
        sentence = around.parse.tokens[head].sentence
        apart = min(abs(sentence - s) for s in here)
        fine = mention.value.resolved and mention.value.precision in FINE
        if sentence in taken or apart > REACH or not fine or is_aside(around.parse, head, governors):
            continue
        above = around.parse.tokens[around.parse.tokens[head].head]
        if above.lower in governors.way:  # "sent doctors from Orlow"
            continue
        if countries == {mention.value.country}:
            found.setdefault(apart, []).append(mention)
    nearest = found.get(min(found, default=0), [])
    return nearest[0] if len({m.value.name for m in nearest}) == 1 else None


def _home(around: Around, event: Event, codebook: Codebook) -> Iterator[Draft]:
    """The dateline's place, else the town of the police, where it is within what is told of the event."""
    told = [p for p in event.places() if p.resolved]
    for mention, rule in (*_dateline(around), *_local(around, codebook)):
        if rule is DATELINE and _is_abroad(around, mention.value):
            continue
        if mention.value.resolved and all(_within(mention.value, p) for p in told):
            yield _draft(mention, event, rule)
            return
    home, trigger = around.report.place, event.first.trigger
    if home is not None and not _is_abroad(around, home) and all(_within(home, p) for p in told):
        yield Draft("place", home, trigger.span, trigger.i, HEDGED, DATELINE.id, inferred=True)


def _is_abroad(around: Around, home: Place) -> bool:
    """Whether the writer sits in another country: the towns and provinces named beside are all of others.

    "BEIRUT - ... fighters entered Hasakah ... to Raqqa": it was not in Beirut. One town is enough where
    nothing at all of the writer's country is named.
    """
    beside = {p.value for p in around.places if p.value.country and p.value.geonameid != home.geonameid}
    towns = {(p.geonameid, p.country) for p in beside if p.precision not in COARSE}
    if any(country == home.country for _, country in towns):
        return False
    return len(towns) >= ABROAD or (bool(towns) and all(p.country != home.country for p in beside))


def _within(place: Place, area: Place) -> bool:
    """Whether a place is a finer part of a province or district that the event is told to be in."""
    finer = place.precision in ("exact", "near")
    return finer and area.precision in AREAS and (place.country, place.admin1) == (area.country, area.admin1)


def _dateline(around: Around) -> Iterator[tuple[PlaceMention, Rule]]:
    """The dateline's place where its words still stand in the text."""
    mention = next((m for m in around.places if is_dateline(around.parse, m)), None)
    if mention is not None:
        yield mention, DATELINE


def _local(around: Around, codebook: Codebook) -> Iterator[tuple[PlaceMention, Rule]]:
    """Towns before the word for their police."""
    for mention in around.places:
        token = around.parse.tokens[token_of(around.parse, mention.span)]
        above = around.parse.tokens[token.head]
        modifies = token.dep in ("compound", "nmod", "poss") and is_noun(above)
        if modifies and mention.value.precision == "exact":
            body = {above.lemma, *(t.lemma for t in children(around.parse, above.i, "compound"))}
            if body & codebook.tellings.sites.local_bodies:
                yield mention, LOCAL

"""Which tellings of one report are about the same occurrence?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.codebook.event_types import EventType
from dateline.codebook.tellings import TellingWords
from dateline.model import Entity, Place, When
from dateline.reading.events.telling import Telling, is_definite
from dateline.reading.parse import Parse
from dateline.reading.tree import ancestors, children, is_noun, is_verb

FINE = frozenset(("exact", "near", "district"))
SAME_VICTIM = 15
NEAR = 60
"""Tokens within which two triggers are of one sentence or so."""
FAR_KM = 30.0
OLD = timedelta(days=45)
"""What is told of longer ago than this is background to the news."""


@dataclass(frozen=True, slots=True)
class Event:
    """Tellings of one occurrence in text order."""

    tellings: tuple[Telling, ...]

    @property
    def first(self) -> Telling:
        """The telling that introduces it."""
        return self.tellings[0]

    def types(self) -> tuple[EventType, ...]:
        """Types of all tellings."""
        return tuple(t.type for t in self.tellings)

    def when(self) -> When | None:
        """The first resolved time."""
        return next((w for t in self.tellings if (w := t.when())), None)

    def places(self) -> tuple[Place, ...]:
        """Every place told."""
        return tuple(m.value for t in self.tellings for m in t.places)

    def entities(self, field: str) -> tuple[Entity, ...]:
        """The parties of one field over all tellings."""
        return tuple(e for t in self.tellings for e in t.entities(field))


@dataclass(frozen=True, slots=True)
class Page:
    """What telling one occurrence from another needs to know about a report.

    ``answered`` are the tokens of each stated motive: what is told inside one is another event than
    what is told outside.
    """

    parse: Parse
    published: date | None
    answered: Sequence[tuple[int, ...]]
    words: TellingWords


def group(page: Page, tellings: Sequence[Telling]) -> tuple[Event, ...]:
    """Tellings that grammar ties are of one event, and each such bundle is with the event that it fits best.

    A bare plural ("attacks", "killings") that fits none is no event and is left out.
    """
    events: list[list[Telling]] = []
    for bundle in _bundles(page, tellings):
        best, top = None, 0.0
        main = next((n for n, e in enumerate(events) if not _is_old(page, Event(tuple(e)))), 0)
        for n, members in enumerate(events):
            if _answers(bundle, members, page.answered):
                continue
            score = _fit(page, Event(tuple(bundle)), Event(tuple(members)))
            if score is not None:
                score += 0.5 * (n == main) + n / (2 * len(events))
                if best is None or score > top:
                    best, top = n, score
        if best is not None:
            events[best] += bundle
        elif not all(_is_bare(page.parse, t) for t in bundle):
            events.append(list(bundle))
    return tuple(Event(tuple(sorted(members, key=lambda t: t.trigger.i))) for members in events)


def tellings_of(events: Sequence[Event]) -> tuple[Telling, ...]:
    """The tellings of all events in text order."""
    return tuple(sorted((t for e in events for t in e.tellings), key=lambda t: t.trigger.i))


def main_event(page: Page, events: Sequence[Event]) -> Event | None:
    """The event that the report is about: of those that are news, the first of those told of most."""
    news = [e for e in events if not _is_old(page, e) and not e.first.apart]
    return max(news, key=lambda e: len(e.tellings), default=None)


def _is_old(page: Page, event: Event) -> bool:
    """Whether the event is background: dated well before the report."""
    when = event.when()
    return bool(page.published and when and when.end and when.end < page.published - OLD)


def _is_bare(parse: Parse, telling: Telling) -> bool:
    """Whether a telling is a plural or a mass noun without any detail: "the country has seen attacks"."""
    token = parse.tokens[telling.trigger.i]
    if token.tag not in ("NNS", "NNPS") and token.lower != "violence":
        return False
    if telling.times or telling.places or any(p.weapon or p.role.field == "target" for p in telling.parts):
        return False
    return not any(t.dep in ("det", "nummod", "poss") for t in children(parse, token.i))


def _bundles(page: Page, tellings: Sequence[Telling]) -> list[list[Telling]]:
    """Tellings in text order, those of a sentence that grammar ties to one occurrence together."""
    bundles: list[list[Telling]] = []
    for telling in tellings:
        home = next(
            (
                b
                for b in reversed(bundles[-6:])
                if not telling.apart and _tied(page, telling, b) and not _answers([telling], b, page.answered)
            ),
            None,
        )
        if home is None:
            bundles.append([telling])
        else:
            home.append(telling)
    return bundles


def _tied(page: Page, telling: Telling, bundle: Sequence[Telling]) -> bool:
    """Whether grammar ties a telling to a bundle, and their types may tell of one occurrence."""
    families = page.words.events.one_occurrence
    if {t.type.family for t in (telling, *bundle)} <= families and any(
        _one_clause(page, a, b) for t in bundle for a, b in ((telling, t), (t, telling))
    ):
        return True
    return any(_linked(page.parse, telling, old) for old in bundle) and all(
        _types_fit(page, telling.type, old.type) for old in bundle
    )


def _one_clause(page: Page, verb: Telling, noun: Telling) -> bool:
    """Whether the one happened in or by the other: "killed in clashes", "an air strike hit the house"."""
    act, occurrence = page.parse.tokens[verb.trigger.i], page.parse.tokens[noun.trigger.i]
    if not is_verb(act):
        return False
    if occurrence.dep in ("nsubj", "dobj"):
        return occurrence.head == act.i
    above = page.parse.tokens[occurrence.head]
    return occurrence.dep == "pobj" and above.lower in page.words.ties.within and above.head == act.i


def _answers(one: Sequence[Telling], other: Sequence[Telling], answered: Sequence[tuple[int, ...]]) -> bool:
    """Whether one of two groups of one sentence is told in the other's motive."""
    for inside in answered:
        mine, theirs = ({t.trigger.i in inside for t in group} for group in (one, other))
        near = any(abs(a.trigger.i - b.trigger.i) <= NEAR for a in one for b in other)
        if near and mine != theirs and (True in mine) != (True in theirs):
            return True
    return False


def _fit(page: Page, new: Event, event: Event) -> float | None:
    """How well a bundle fits an event; none where it cannot be the same."""
    victims = _names(new.entities("target")) & _names(event.entities("target"))
    if not any(_types_fit(page, a, b) for a in new.types() for b in event.types()):
        return None
    if new.first.apart or event.first.apart or _times_differ(new.when(), event.when()):
        return None
    if not victims and _is_old(page, new) and event.when() is None:
        return None
    if not victims:
        said_apart = any(_said_apart(page, t) for t in new.tellings)
        if said_apart or _actors_differ(new, event) or _victims_differ(page, new, event):
            return None
        if _placed_elsewhere(page.parse, new, event):
            return None
    score = SAME_VICTIM * bool(victims) + 0.0
    score += 2 * bool(_names(new.entities("actor")) & _names(event.entities("actor")))
    score += 2 * bool(_acts(new) & _acts(event))
    score += 2 * any(_near(a, b) for a in new.places() for b in event.places())
    then, now = new.when(), event.when()
    return score + 2 * bool(then and now and then.overlaps(now))


def _acts(event: Event) -> set[str]:
    """Names of the types told that are more than harm, which any occurrence may bring."""
    return {t.name for t in event.types() if not t.casualty}


def _types_fit(page: Page, a: EventType, b: EventType) -> bool:
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


def _times_differ(a: When | None, b: When | None) -> bool:
    return bool(a and b) and not (a and b and a.overlaps(b))


def _said_apart(page: Page, new: Telling) -> bool:
    """Whether the words say that it is another occurrence: "another attack", "the previous bombing"."""
    apart = page.words.events.apart
    return any(t.lower in apart for t in children(page.parse, new.trigger.i, "amod", "det"))


def _names(entities: Sequence[Entity]) -> set[str]:
    return {e.name.casefold() for e in entities if e.kind != "unknown" and any(c.isupper() for c in e.name)}


def _actors_differ(new: Event, event: Event) -> bool:
    """Whether both name known parties and none of one fits any of the other."""
    mine, theirs = _known(new.entities("actor")), _known(event.entities("actor"))
    return bool(mine and theirs) and not mine & theirs


def _known(entities: Sequence[Entity]) -> set[str]:
    """What identifies the parties: country for state bodies, name for armed groups."""
    found = set()
    for e in entities:
        if e.country and e.kind in ("state", "military", "government", "police"):
            found.add(e.country)
        elif e.kind == "armed group" and any(c.isupper() for c in e.name):
            found.add(e.name.casefold())
    return found


def _victims_differ(page: Page, new: Event, event: Event) -> bool:
    """Whether both name people who suffered, one each, and they are others."""
    mine = {e.name for e in new.entities("target") if e.kind == "person" and e.name[:1].isupper()}
    theirs = {e.name for e in event.entities("target") if e.kind == "person" and e.name[:1].isupper()}
    return (
        bool(mine and theirs)
        and any(t.name in page.words.events.one_victim for t in new.types())
        and not mine & theirs
    )


def _placed_elsewhere(parse: Parse, new: Event, event: Event) -> bool:
    """Whether an event told anew ("a bomb exploded in X") is in another place than the event's."""
    mine = [p for p in new.places() if p.precision in FINE]
    theirs = [p for p in event.places() if p.precision in FINE]
    here, there = ({p.country for p in places if p.country} for places in (mine, theirs))
    if here and there and not here & there:
        return True
    if not mine or not theirs or any(_near(a, b) for a in mine for b in theirs):
        return False
    if any(_told_anew(parse, t) for t in new.tellings):
        return True
    if any(p.weapon and is_definite(parse, p.role.head) for t in new.tellings for p in t.parts):
        return False  # "the missiles", told of before, fell in more than one place
    return all(_far(a, b) for a in mine for b in theirs)


def _told_anew(parse: Parse, telling: Telling) -> bool:
    """Whether a telling introduces an occurrence: an event noun without "the", or a verb with a time."""
    if is_noun(parse.tokens[telling.trigger.i]):
        return not is_definite(parse, telling.trigger.i)
    return not telling.type.casualty and bool(telling.times)


def _near(a: Place, b: Place) -> bool:
    """Whether two places may be one: same name, or points within reach of each other."""
    if a.name == b.name:
        return True
    if a.lat is None or b.lat is None or a.lon is None or b.lon is None:
        return False
    reach = max(a.radius_km or 0.0, b.radius_km or 0.0, 10.0) / 111
    return abs(a.lat - b.lat) <= reach and abs(a.lon - b.lon) <= 1.5 * reach


def _far(a: Place, b: Place) -> bool:
    """Whether two places are so far apart that no occurrence is at both."""
    if a.lat is None or b.lat is None or a.lon is None or b.lon is None:
        return False
    reach = (max(a.radius_km or 0.0, b.radius_km or 0.0) + FAR_KM) / 111
    return abs(a.lat - b.lat) > reach or abs(a.lon - b.lon) > 1.5 * reach


def _linked(parse: Parse, new: Telling, old: Telling) -> bool:
    """Whether grammar ties the two: "the strike that killed him", "killed when a bomb exploded"."""
    a, b = parse.tokens[new.trigger.i], parse.tokens[old.trigger.i]
    if a.sentence != b.sentence:
        return False
    for low, high in ((a, b), (b, a)):
        path = [low]
        for above in ancestors(parse, low.i):
            if above.i == high.i:
                return _ties(parse, [t.dep for t in path], [t.lower for t in path])
            path.append(above)
    return False


def _ties(parse: Parse, deps: list[str], words: list[str]) -> bool:
    """Whether a path of relations between two triggers keeps to one occurrence."""
    if {"after", "before", "since", "following", "despite", "until"} & set(words):
        return False
    return "ccomp" not in deps and "conj" not in deps

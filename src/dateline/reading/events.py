"""Which tellings of one report are about the same occurrence?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.codebook.event_types import EventType
from dateline.model import Entity, Place, When
from dateline.reading.parse import Parse
from dateline.reading.telling import Telling, is_definite
from dateline.reading.tree import ancestors, children, is_noun

APART = frozenset(
    (
        "another",
        "other",
        "second",
        "third",
        "separate",
        "previous",
        "earlier",
        "similar",
        "past",
        "last",
        "new",
        "different",
    )
)
"""Words that say an event noun means another occurrence than the one before."""

GENERAL = frozenset(("attack", "violence", "killing", "strike"))
"""Types vague enough to tell of any violent occurrence."""

ONE_VICTIM = frozenset(("assassination", "kidnapping", "execution"))

FINE = frozenset(("exact", "near", "district"))
SAME_VICTIM = 15
NEAR = 60
"""Tokens within which two triggers are of one sentence or so."""


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


def group(
    parse: Parse, tellings: Sequence[Telling], answered: Sequence[tuple[int, ...]]
) -> tuple[Event, ...]:
    """Put tellings that grammar ties together into one event, and each such bundle with the event it fits best.

    ``answered`` are the tokens of each stated motive: what is told inside one is another event than
    what is told outside.
    """
    events: list[list[Telling]] = []
    for bundle in _bundles(parse, tellings, answered):
        best, top = None, 0.0
        for n, members in enumerate(events):
            if _answers(bundle, members, answered):
                continue
            score = _fit(parse, Event(tuple(bundle)), Event(tuple(members)))
            if score is not None:
                score += 0.5 * (n == 0) + n / (2 * len(events))
                if best is None or score > top:
                    best, top = n, score
        if best is None:
            events.append(list(bundle))
        else:
            events[best] += bundle
    return tuple(Event(tuple(sorted(members, key=lambda t: t.trigger.i))) for members in events)


def _bundles(
    parse: Parse, tellings: Sequence[Telling], answered: Sequence[tuple[int, ...]]
) -> list[list[Telling]]:
    """Tellings in text order, those of a sentence that grammar ties to one occurrence together."""
    bundles: list[list[Telling]] = []
    for telling in tellings:
        home = next(
            (
                b
                for b in reversed(bundles[-6:])
                if any(_linked(parse, telling, old) for old in b)
                and not _answers([telling], b, answered)
                and not telling.apart
                and _types_fit_all(telling, b)
            ),
            None,
        )
        if home is None:
            bundles.append([telling])
        else:
            home.append(telling)
    return bundles


def _types_fit_all(telling: Telling, others: Sequence[Telling]) -> bool:
    return all(_types_fit(telling.type, other.type) for other in others)


def _answers(one: Sequence[Telling], other: Sequence[Telling], answered: Sequence[tuple[int, ...]]) -> bool:
    """Whether one of two groups of one sentence is told in the other's motive."""
    for inside in answered:
        mine, theirs = ({t.trigger.i in inside for t in group} for group in (one, other))
        near = any(abs(a.trigger.i - b.trigger.i) <= NEAR for a in one for b in other)
        if near and mine != theirs and (True in mine) != (True in theirs):
            return True
    return False


def _fit(parse: Parse, new: Event, event: Event) -> float | None:
    """How well a bundle fits an event; none where it cannot be the same."""
    victims = _names(new.entities("target")) & _names(event.entities("target"))
    if not any(_types_fit(a, b) for a in new.types() for b in event.types()):
        return None
    if new.first.apart or event.first.apart or _times_differ(new.when(), event.when()):
        return None
    if not victims:
        said_apart = any(_said_apart(parse, t) for t in new.tellings)
        if said_apart or _actors_differ(new, event) or _victims_differ(new, event):
            return None
        if _placed_elsewhere(parse, new, event):
            return None
    score = SAME_VICTIM * bool(victims) + 0.0
    score += 2 * bool(_names(new.entities("actor")) & _names(event.entities("actor")))
    score += 2 * bool({t.name for t in new.types()} & {t.name for t in event.types()})
    score += 2 * any(_near(a, b) for a in new.places() for b in event.places())
    then, now = new.when(), event.when()
    return score + 2 * bool(then and now and then.overlaps(now))


def _types_fit(a: EventType, b: EventType) -> bool:
    """Whether two types may tell of one occurrence: equal, one finer than the other, or one of them vague."""
    if a.family != b.family:
        vague = a.name in GENERAL or b.name in GENERAL
        return vague and {a.family, b.family} <= {"violence", "capture", "property", "mob", "sexual violence"}
    if a.name == b.name or a.name in GENERAL or b.name in GENERAL or a.casualty or b.casualty:
        return True
    return (
        b.name in a.finer.values() or a.name in b.finer.values() or b.parent == a.name or a.parent == b.name
    )


def _times_differ(a: When | None, b: When | None) -> bool:
    return bool(a and b) and not (a and b and a.overlaps(b))


def _said_apart(parse: Parse, new: Telling) -> bool:
    """Whether the words say that it is another occurrence: "another attack", "the previous bombing"."""
    return any(t.lower in APART for t in children(parse, new.trigger.i, "amod", "det"))


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


def _victims_differ(new: Event, event: Event) -> bool:
    """Whether both name people who suffered, one each, and they are others."""
    mine = {e.name for e in new.entities("target") if e.kind == "person" and e.name[:1].isupper()}
    theirs = {e.name for e in event.entities("target") if e.kind == "person" and e.name[:1].isupper()}
    return bool(mine and theirs) and any(t.name in ONE_VICTIM for t in new.types()) and not mine & theirs


def _placed_elsewhere(parse: Parse, new: Event, event: Event) -> bool:
    """Whether an event told anew ("a bomb exploded in X") is in another place than the event's."""
    mine = [p for p in new.places() if p.precision in FINE]
    theirs = [p for p in event.places() if p.precision in FINE]
    here, there = ({p.country for p in places if p.country} for places in (mine, theirs))
    if here and there and not here & there:
        return True
    anew = any(_told_anew(parse, t) for t in new.tellings)
    return anew and bool(mine and theirs) and not any(_near(a, b) for a in mine for b in theirs)


def _told_anew(parse: Parse, telling: Telling) -> bool:
    """Whether a telling introduces an occurrence: an event noun without "the", or a verb with its own time."""
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
    if {"after", "before", "since", "following", "despite", "during", "until"} & set(words):
        return False
    return "ccomp" not in deps and "conj" not in deps

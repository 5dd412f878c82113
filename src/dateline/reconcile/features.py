"""What speaks for two events being one occurrence, and what against: one feature a function.

A feature's values, one a pair, are at least 0, and 0 where it says nothing; the codebook says how much each
weighs. Its words are made only where a link is explained: millions of pairs are compared without.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from heapq import nsmallest

import numpy as np

from dateline.codebook.linking import FeatureName
from dateline.reconcile.columns import SHARED_LARGE, SHARED_SMALL
from dateline.reconcile.pairs import Pairs
from dateline.reconcile.persons import shared_person
from dateline.reconcile.rows import Numbers, Truths
from dateline.reconcile.sites import NUMBERED
from dateline.reconcile.views import EventView

MANY_PLACES = 3
"""Towns that both reports name, from which on more say nothing more."""

LEAST = 0.02
"""Share of rare words under which the same ones are chance."""

TIMES = 2
"""How many times one number is another, and so many more, from which on they are far from each other."""

NEAR, FAR = 10.0, 60.0
"""Kilometres."""

MANY = 5
"""Dead on an event that is told of a town by one report, and of a part of it by another."""

ACROSS_TOWN = 4.0
"""Kilometres from which on two points are different sites, whatever their radii."""

SOON, LATE = 3, 30
"""Days between the publications of two reports."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One pair as it is explained: its events, the value of the feature, and how far apart they are.

    ``days``, ``km`` and ``published`` are NaN where unknown.
    """

    a: EventView
    b: EventView
    value: float
    days: float
    km: float
    published: float


@dataclass(frozen=True, slots=True)
class Feature:
    """How much there is of it in each pair, at most 1; and what it is in words, where there is any."""

    values: Callable[[Pairs], Numbers | Truths]
    text: Callable[[Seen], str]


def words(pairs: Pairs) -> Numbers:
    """Rare words that both use, as a share."""
    return np.where(pairs.words >= LEAST, pairs.words, 0.0)


def names(pairs: Pairs) -> Numbers:
    """Names that both use, as a share of the fewer."""
    return pairs.names


def report_words(pairs: Pairs) -> Numbers:
    """Rare words that both reports use throughout, as a share."""
    return np.where(pairs.report_words >= LEAST, pairs.report_words, 0.0)


def report_names(pairs: Pairs) -> Numbers:
    """Rare names that both reports use, as a share: long lists have first names in common."""
    return pairs.report_names


def report_places(pairs: Pairs) -> Numbers:
    """Towns that both reports name, three or more counting as 1."""
    return np.minimum(pairs.report_places, MANY_PLACES) / MANY_PLACES


def same_days(pairs: Pairs) -> Truths:
    """Times that overlap."""
    found: Truths = pairs.days == 0
    return found


def next_day(pairs: Pairs) -> Truths:
    """A day between them."""
    found: Truths = pairs.days == 1
    return found


def other_days(pairs: Pairs) -> Truths:
    """More than a day between them."""
    return pairs.days > 1


def same_hour(pairs: Pairs) -> Truths:
    """The same time of day, to the minute."""
    return pairs.hour


def same_place(pairs: Pairs) -> Truths:
    """The same place, no coarser than a province."""
    return pairs.in_place


def near(pairs: Pairs) -> Truths:
    """Different places within ten kilometres, or one within the other."""
    return (pairs.km < NEAR) & ~pairs.one(pairs.table.spots.name)


def far(pairs: Pairs) -> Truths:
    """Places more than sixty kilometres apart."""
    return pairs.km >= FAR


def other_place(pairs: Pairs) -> Truths:
    """Different fine places whose points are some kilometres apart, though they may be of one town.

    Not so of one strike, which may be told of a town and of a part of it.
    """
    apart = (pairs.km_of_points > ACROSS_TOWN) & pairs.both(pairs.table.spots.fine)
    return apart & ~one_strike(pairs)


def same_strike(pairs: Pairs) -> Truths:
    """One told day and one town, in dated reports of what heavy weapons do: few towns see two a day."""
    return one_strike(pairs)


def one_strike(pairs: Pairs) -> Truths:
    """Whether two dated reports tell of a strike, bombing or battle on the same told day in the same town.

    Of two in which many died, the one may be told of the town and the other of a part of it. Where each
    tells a street, quarter or building, and neither the other's, or both name victims and none that is the
    same, they are two. A night is of both its days.
    """
    days, spots = pairs.table.days, pairs.table.spots
    dated = pairs.both(days.single) & pairs.both(days.came)
    killed = pairs.table.told.killed
    many = np.minimum(killed[pairs.a], killed[pairs.b]) >= MANY  # of the pairs, not of the whole table
    within = many & pairs.both(spots.fine) & pairs.within
    there: Truths = pairs.both(pairs.table.kinds.heavy) & dated & (pairs.days == 0)
    near: Truths = pairs.site | within
    return there & near & ~pairs.other_sites & ~other_victims(pairs)


def shared_site(pairs: Pairs) -> Truths:
    """A town or site told of both."""
    return pairs.site


def other_sites(pairs: Pairs) -> Truths:
    """Streets, quarters or buildings in both, none of them the same."""
    return pairs.other_sites


def small_place(pairs: Pairs) -> Truths:
    """A village, quarter or prison in both reports that the gazetteer lacks: few reports name one."""
    return pairs.report_small_place


def same_battle(pairs: Pairs) -> Truths:
    """Fighting told by both reports, and a small place that both name, within a week: one battle of days."""
    return pairs.battle


def same_victim(pairs: Pairs) -> Truths:
    """The same named victim or target."""
    return pairs.victim


def other_victims(pairs: Pairs) -> Truths:
    """Named victims or targets in both, none of them the same."""
    return pairs.victims & ~pairs.victim


def large_count(pairs: Pairs) -> Truths:
    """The same number, above four."""
    return pairs.counts >= SHARED_LARGE


def small_count(pairs: Pairs) -> Truths:
    """The same number, two to four."""
    return (pairs.counts >= SHARED_SMALL) & (pairs.counts < SHARED_LARGE)


def other_number(pairs: Pairs) -> Truths:
    """Numbers of people killed that are far from each other: a toll rises, but seldom so."""
    told = pairs.table.told
    a, b = told.killed[pairs.a], told.killed[pairs.b]
    return pairs.both(told.counted) & (np.maximum(a, b) >= TIMES * np.minimum(a, b) + TIMES)


def published_together(pairs: Pairs) -> Truths:
    """Published within three days."""
    return pairs.published <= SOON


def published_far_apart(pairs: Pairs) -> Truths:
    """Published more than a month apart, where the days of the events do not meet."""
    found: Truths = (pairs.days != 0) & (pairs.published > LATE)
    return found


def same_type(pairs: Pairs) -> Truths:
    """The same type, unless it is one that a report may give to anything."""
    kinds = pairs.table.kinds
    return pairs.one(kinds.type) & ~pairs.either(kinds.general)


def other_kind(pairs: Pairs) -> Truths:
    """Whether the types are of different families, and neither may stand for anything."""
    kinds = pairs.table.kinds
    return ~pairs.one(kinds.family) & ~pairs.either(kinds.general)


def _victim(seen: Seen) -> str | None:
    a, b = seen.a.victims | seen.a.dead, seen.b.victims | seen.b.dead
    return shared_person(a, b) or min(a & b, default=None)


def _number(seen: Seen) -> str:
    n, name = max((n, name) for name, n in seen.a.counts if (name, n) in seen.b.counts)
    return f"the same number {name}: {n}"


def _killed(view: EventView) -> int:
    return max(n for name, n in view.counts if name == "killed")


def _named(a: tuple[str, ...], b: tuple[str, ...]) -> str:
    return ", ".join(w.capitalize() for w in nsmallest(3, set(a) & set(b)))


def _small(seen: Seen) -> str:
    shared = seen.a.telling.places & seen.b.telling.places
    return _called(seen, frozenset(site for site in shared if not site.startswith(NUMBERED)))[0]


def _clock(seen: Seen) -> str:
    hour, minute = divmod(min(seen.a.hours & seen.b.hours), 60)
    return f"{hour:02d}:{minute:02d}"


def _site(view: EventView) -> str:
    """What the report calls the event's place that the gazetteer lacks; the first of several."""
    return min(view.telling.called.get(s, s) for s in view.sites if not s.startswith(NUMBERED))


def _called(seen: Seen, sites: frozenset[str]) -> list[str]:
    """What the first report calls some places that both tell of."""
    return sorted(seen.a.telling.called[site] for site in sites)[:MANY_PLACES]


FEATURES: dict[FeatureName, Feature] = {
    "words": Feature(words, lambda s: f"{s.value:.0%} of their rare words are the same"),
    "names": Feature(names, lambda s: f"both name {_named(s.a.words.names, s.b.words.names)}"),
    "report words": Feature(
        report_words, lambda s: f"{s.value:.0%} of their reports' rare words are the same"
    ),
    "report names": Feature(
        report_names,
        lambda s: f"both reports name {_named(s.a.telling.words.names, s.b.telling.words.names)}",
    ),
    "report places": Feature(
        report_places,
        lambda s: f"both reports name {', '.join(_called(s, s.a.telling.places & s.b.telling.places))}",
    ),
    "same days": Feature(same_days, lambda _: "times that overlap"),
    "next day": Feature(next_day, lambda _: "a day apart"),
    "other days": Feature(other_days, lambda s: f"{s.days:.0f} days apart"),
    "same hour": Feature(same_hour, lambda s: f"both at {_clock(s)}"),
    "same place": Feature(same_place, lambda s: f"both in {s.a.place.name if s.a.place else ''}"),
    "other place": Feature(other_place, lambda _: "different sites"),
    "near": Feature(near, lambda _: "places near each other"),
    "far": Feature(far, lambda s: f"{s.km:.0f} km apart"),
    "same strike": Feature(
        same_strike,
        lambda s: f"a strike told of the same day, {s.a.when.start if s.a.when else ''}, and town",
    ),
    "shared site": Feature(shared_site, lambda s: f"both tell of {_called(s, s.a.sites & s.b.sites)[0]}"),
    "other sites": Feature(other_sites, lambda s: f"one tells of {_site(s.a)}, the other of {_site(s.b)}"),
    "small place": Feature(small_place, lambda s: f"both reports name {_small(s)}"),
    "same battle": Feature(same_battle, lambda s: f"both tell of fighting at {_small(s)} within a week"),
    "same victim": Feature(same_victim, lambda s: f"the same victim or target: {_victim(s)}"),
    "other victims": Feature(other_victims, lambda _: "other victims or targets"),
    "same type": Feature(same_type, lambda s: f"both a {s.a.type.name}"),
    "large count": Feature(large_count, _number),
    "small count": Feature(small_count, _number),
    "other number": Feature(other_number, lambda s: f"{_killed(s.a)} and {_killed(s.b)} killed"),
    "published together": Feature(published_together, lambda _: "published within three days"),
    "published far apart": Feature(published_far_apart, lambda s: f"published {s.published:.0f} days apart"),
}

OF_WORDS: frozenset[FeatureName] = frozenset(("words", "names", "report words", "report names"))
"""Features that take the longest to work out."""

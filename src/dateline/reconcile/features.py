"""What speaks for two events being one occurrence, and what against: one feature a function.

A feature's value is at least 0, and 0 where it says nothing; the codebook says how much each weighs.
Its words are made only where a link is explained: millions of pairs are compared without.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dateline.codebook.linking import FeatureName
from dateline.model import Field
from dateline.reconcile.gather import FINE, EventView
from dateline.reconcile.pairs import Pair, km_between, shared_person

GENERAL = frozenset(("attack", "killing", "violence"))
"""Types that a report may give to an occurrence of a finer kind."""

HEAVY = frozenset(
    (
        *("attack", "strike", "missile strike", "rocket attack", "shelling", "air strike", "drone strike"),
        *(
            "bombing",
            "car bombing",
            "suicide bombing",
            "chemical attack",
            "landmine explosion",
            "armed clash",
        ),
    )
)
"""Types of what happens to a town once a day at most, unless it is at war."""

MANY_PLACES = 3
"""Towns that both reports name, from which on more say nothing more."""

LEAST = 0.02
"""Share of rare words under which the same ones are chance."""

LARGE = 5
SMALL = range(2, LARGE)
"""Numbers of people that are no accident where both tell them, and those that may be."""

TIMES = 2
"""How many times one number is another, and so many more, from which on they are far from each other."""

NEAR, FAR = 10.0, 60.0
"""Kilometres."""

ACROSS_TOWN = 4.0
"""Kilometres from which on two points are different sites, whatever their radii."""

SOON, LATE = 3, 30
"""Days between the publications of two reports."""


@dataclass(frozen=True, slots=True)
class Feature:
    """How much there is of it in a pair, at most ``most``; and what it is in words, where there is any."""

    value: Callable[[Pair], float]
    text: Callable[[Pair], str]
    most: float = 1.0


def words(pair: Pair) -> float:
    """Rare words that both use, as a share."""
    alike = pair.words.alike
    return alike if alike >= LEAST else 0.0


def names(pair: Pair) -> float:
    """Names that both use, as a share of the fewer."""
    return pair.words.share


def report_words(pair: Pair) -> float:
    """Rare words that both reports use throughout, as a share."""
    alike = pair.reports.alike if pair.reports else 0.0
    return alike if alike >= LEAST else 0.0


def report_names(pair: Pair) -> float:
    """Rare names that both reports use, as a share: long lists have first names in common."""
    return pair.reports.named_alike if pair.reports else 0.0


def report_places(pair: Pair) -> float:
    """Towns that both reports name, three or more counting as 1."""
    return min(len(_towns(pair)), MANY_PLACES) / MANY_PLACES if pair.chief else 0.0


def same_days(pair: Pair) -> float:
    """Times that overlap."""
    return 1.0 if pair.days == 0 else 0.0


def next_day(pair: Pair) -> float:
    """A day between them."""
    return 1.0 if pair.days == 1 else 0.0


def other_days(pair: Pair) -> float:
    """More than a day between them."""
    return 1.0 if pair.days is not None and pair.days > 1 else 0.0


def same_place(pair: Pair) -> float:
    """The same place, no coarser than a province."""
    return 1.0 if pair.in_place else 0.0


def near(pair: Pair) -> float:
    """Different places within ten kilometres, or one within the other."""
    return 1.0 if pair.km is not None and pair.km < NEAR and not pair.in_place else 0.0


def far(pair: Pair) -> float:
    """Places more than sixty kilometres apart."""
    return 1.0 if pair.km is not None and pair.km >= FAR else 0.0


def other_place(pair: Pair) -> float:
    """Different fine places whose points are some kilometres apart, though they may be of one town."""
    p, q = pair.a.place, pair.b.place
    apart = (
        None
        if p is None or q is None or p.precision not in FINE or q.precision not in FINE
        else km_between(p, q)
    )
    return 1.0 if apart is not None and apart > ACROSS_TOWN else 0.0


def same_strike(pair: Pair) -> float:
    """One told day and one town, in dated reports of what heavy weapons do: few towns see two a day."""
    return 1.0 if pair.chief and one_strike(pair.a, pair.b) else 0.0


def one_strike(a: EventView, b: EventView) -> bool:
    """Whether two dated reports tell of a strike, bombing or battle on the same told day in the same town."""
    if not HEAVY.issuperset((a.type.name, b.type.name)) or not (a.dated and b.dated):
        return False
    if not (a.telling.published and b.telling.published and a.when and b.when and a.when.days() == 1):
        return False
    same_day = (a.when.start, a.when.end) == (b.when.start, b.when.end)
    return same_day and not a.sites.isdisjoint(b.sites)


def shared_site(pair: Pair) -> float:
    """A town or site told of both."""
    return 1.0 if not pair.a.sites.isdisjoint(pair.b.sites) else 0.0


def same_victim(pair: Pair) -> float:
    """The same named victim or target."""
    return 1.0 if _victim(pair) is not None else 0.0


def other_victims(pair: Pair) -> float:
    """Named victims or targets in both, none of them the same."""
    return 1.0 if all(pair.harmed) and _victim(pair) is None else 0.0


def large_count(pair: Pair) -> float:
    """The same number, above four."""
    return 1.0 if any(n >= LARGE for _, n in _counts(pair)) else 0.0


def small_count(pair: Pair) -> float:
    """The same number, two to four."""
    shared = _counts(pair)
    return 1.0 if any(n in SMALL for _, n in shared) and all(n < LARGE for _, n in shared) else 0.0


def other_number(pair: Pair) -> float:
    """Numbers of people killed that are far from each other: a toll rises, but seldom so."""
    a, b = _killed(pair.a), _killed(pair.b)
    return 1.0 if a is not None and b is not None and max(a, b) >= TIMES * min(a, b) + TIMES else 0.0


def published_together(pair: Pair) -> float:
    """Published within three days."""
    return 1.0 if pair.published is not None and pair.published <= SOON else 0.0


def published_far_apart(pair: Pair) -> float:
    """Published more than a month apart, where the days of the events do not meet."""
    return 1.0 if pair.days != 0 and pair.published is not None and pair.published > LATE else 0.0


def same_type(pair: Pair) -> float:
    """The same type, unless it is one that a report may give to anything."""
    return 1.0 if pair.a.type.name == pair.b.type.name and pair.a.type.name not in GENERAL else 0.0


def other_kind(a: EventView, b: EventView) -> bool:
    """Whether the types are of different families, and neither may stand for anything."""
    return a.type.family != b.type.family and not (a.type.name in GENERAL or b.type.name in GENERAL)


def _towns(pair: Pair) -> frozenset[str]:
    return pair.a.telling.places & pair.b.telling.places


def _victim(pair: Pair) -> str | None:
    a, b = pair.harmed
    return (shared_person(a, b) or min(a & b, default=None)) if a and b else None


def _counts(pair: Pair) -> list[tuple[Field, int]]:
    there = pair.b.counts
    return [count for count in pair.a.counts if count in there]


def _killed(view: EventView) -> int | None:
    return max((n for name, n in view.counts if name == "killed"), default=None)


def _number(pair: Pair) -> str:
    n, name = max((n, name) for name, n in _counts(pair))
    return f"the same number {name}: {n}"


def _listed(found: tuple[str, ...]) -> str:
    return ", ".join(w.capitalize() for w in found)


FEATURES: dict[FeatureName, Feature] = {
    "words": Feature(words, lambda p: f"{words(p):.0%} of their rare words are the same"),
    "names": Feature(names, lambda p: f"both name {_listed(p.words.named_both)}"),
    "report words": Feature(
        report_words, lambda p: f"{report_words(p):.0%} of their reports' rare words are the same"
    ),
    "report names": Feature(
        report_names,
        lambda p: f"both reports name {_listed(p.reports.named_both if p.reports else ())}",
    ),
    "report places": Feature(
        report_places, lambda p: f"both reports name {', '.join(sorted(_towns(p))[:MANY_PLACES])}"
    ),
    "same days": Feature(same_days, lambda _: "times that overlap"),
    "next day": Feature(next_day, lambda _: "a day apart"),
    "other days": Feature(other_days, lambda p: f"{p.days} days apart"),
    "same place": Feature(same_place, lambda p: f"both in {p.a.place.name if p.a.place else ''}"),
    "other place": Feature(other_place, lambda _: "different sites"),
    "near": Feature(near, lambda _: "places near each other"),
    "far": Feature(far, lambda p: f"{p.km:.0f} km apart"),
    "same strike": Feature(
        same_strike,
        lambda p: f"a strike told of the same day, {p.a.when.start if p.a.when else ''}, and town",
    ),
    "shared site": Feature(shared_site, lambda p: f"both tell of {min(p.a.sites & p.b.sites)}"),
    "same victim": Feature(same_victim, lambda p: f"the same victim or target: {_victim(p)}"),
    "other victims": Feature(other_victims, lambda _: "other victims or targets"),
    "same type": Feature(same_type, lambda p: f"both a {p.a.type.name}"),
    "large count": Feature(large_count, _number),
    "small count": Feature(small_count, _number),
    "other number": Feature(other_number, lambda p: f"{_killed(p.a)} and {_killed(p.b)} killed"),
    "published together": Feature(published_together, lambda _: "published within three days"),
    "published far apart": Feature(published_far_apart, lambda p: f"published {p.published} days apart"),
}

OF_WORDS: frozenset[FeatureName] = frozenset(("words", "names", "report words", "report names"))
"""Features that take the longest to work out."""

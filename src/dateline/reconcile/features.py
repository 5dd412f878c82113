"""What speaks for two events being one occurrence, and what against: one feature a function.

A feature's value is at least 0, and 0 where it says nothing; the codebook says how much each weighs.
The docstrings are the words in which a link is explained.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dateline.codebook.linking import FeatureName
from dateline.reconcile.gather import EventView
from dateline.reconcile.pairs import Pair, days_apart, is_local, km_apart, published_apart, shared_person

GENERAL = frozenset(("attack", "killing", "violence"))
"""Types that a report may give to an occurrence of a finer kind."""

MANY_NAMES = 6.0


@dataclass(frozen=True, slots=True)
class Found:
    """A feature of a pair: how much there is of it, and what it is in words."""

    value: float
    text: str


def words(pair: Pair) -> Found | None:
    """Rare words that both use, as a share."""
    alike = pair.words.alike
    return Found(alike, f"{alike:.0%} of their rare words are the same") if alike >= 0.02 else None


def names(pair: Pair) -> Found | None:
    """Names that both use, as a share of the fewer."""
    shared = pair.words
    return Found(shared.share, f"both name {_listed(shared.named_both)}") if shared.share else None


def report_words(pair: Pair) -> Found | None:
    """Rare words that both reports use throughout, as a share."""
    alike = pair.reports.alike if pair.reports else 0.0
    return Found(alike, f"{alike:.0%} of their reports' rare words are the same") if alike >= 0.02 else None


def report_names(pair: Pair) -> Found | None:
    """Rare names that both reports use, in tens of weight."""
    if pair.reports is None or not pair.reports.named_both:
        return None
    value = min(pair.reports.named / 10, MANY_NAMES)
    return Found(value, f"both reports name {_listed(pair.reports.named_both)}")


def report_places(pair: Pair) -> Found | None:
    """Towns that both reports name, three or more counting as 1."""
    shared = pair.a.telling.places & pair.b.telling.places if pair.chief else frozenset()
    return (
        Found(min(len(shared), 3) / 3, f"both reports name {', '.join(sorted(shared)[:3])}")
        if shared
        else None
    )


def same_days(pair: Pair) -> Found | None:
    """Times that overlap."""
    return Found(1.0, "times that overlap") if days_apart(pair.a.when, pair.b.when) == 0 else None


def next_day(pair: Pair) -> Found | None:
    """A day between them."""
    return Found(1.0, "a day apart") if days_apart(pair.a.when, pair.b.when) == 1 else None


def other_days(pair: Pair) -> Found | None:
    """More than a day between them."""
    apart = days_apart(pair.a.when, pair.b.when)
    return Found(1.0, f"{apart} days apart") if apart is not None and apart > 1 else None


def same_place(pair: Pair) -> Found | None:
    """The same place, no coarser than a province."""
    a, b = pair.a.place, pair.b.place
    if a is None or b is None or a.name != b.name or not (is_local(a) and is_local(b)):
        return None
    return Found(1.0, f"both in {a.name}")


def near(pair: Pair) -> Found | None:
    """Different places within ten kilometres, or one within the other."""
    apart = km_apart(pair.a, pair.b)
    return (
        Found(1.0, "places near each other")
        if apart is not None and apart < 10 and not same_place(pair)
        else None
    )


def far(pair: Pair) -> Found | None:
    """Places more than sixty kilometres apart."""
    apart = km_apart(pair.a, pair.b)
    return Found(1.0, f"{apart:.0f} km apart") if apart is not None and apart >= 60 else None


def same_day_and_town(pair: Pair) -> Found | None:
    """One and the same day and town, and a type that may be the same."""
    a, b = pair.a, pair.b
    if not same_place(pair) or a.when is None or b.when is None:
        return None
    if a.type.name != b.type.name and not {a.type.name, b.type.name} & GENERAL:
        return None
    if not (a.when.days() == b.when.days() == 1 and a.when.start == b.when.start):
        return None
    return Found(1.0, "there on one and the same day")


def shared_site(pair: Pair) -> Found | None:
    """A town or site told of both."""
    shared = min(pair.a.sites & pair.b.sites, default=None)
    return Found(1.0, f"both tell of {shared}") if shared else None


def same_victim(pair: Pair) -> Found | None:
    """The same named victim or target."""
    a, b = pair.a.victims | pair.a.dead, pair.b.victims | pair.b.dead
    shared = shared_person(a, b) or min(a & b, default=None)
    return Found(1.0, f"the same victim or target: {shared}") if shared else None


def other_victims(pair: Pair) -> Found | None:
    """Named victims or targets in both, none of them the same."""
    a, b = pair.a.victims | pair.a.dead, pair.b.victims | pair.b.dead
    return Found(1.0, "other victims or targets") if a and b and not same_victim(pair) else None


def large_count(pair: Pair) -> Found | None:
    """The same number, above four."""
    return _count(pair, 5, None)


def small_count(pair: Pair) -> Found | None:
    """The same number, two to four."""
    return None if _count(pair, 5, None) else _count(pair, 2, 4)


def _count(pair: Pair, low: int, high: int | None) -> Found | None:
    shared = set(pair.a.counts) & set(pair.b.counts)
    fit = [(n, name) for name, n in shared if n >= low and (high is None or n <= high)]
    if not fit:
        return None
    n, name = max(fit)
    return Found(1.0, f"the same number {name}: {n}")


def published_together(pair: Pair) -> Found | None:
    """Published within three days."""
    apart = published_apart(pair.a, pair.b)
    return Found(1.0, "published within three days") if apart is not None and apart <= 3 else None


def published_apart_long(pair: Pair) -> Found | None:
    """Published more than a month apart, where the days of the events do not meet."""
    apart = None if same_days(pair) else published_apart(pair.a, pair.b)
    return Found(1.0, f"published {apart} days apart") if apart is not None and apart > 30 else None


def same_type(pair: Pair) -> Found | None:
    """The same type, unless it is one that a report may give to anything."""
    a, b = pair.a.type.name, pair.b.type.name
    return Found(1.0, f"both a {a}") if a == b and a not in GENERAL else None


def other_kind(a: EventView, b: EventView) -> bool:
    """Whether the types are of different families, and neither may stand for anything."""
    return a.type.family != b.type.family and not {a.type.name, b.type.name} & GENERAL


Feature = Callable[[Pair], Found | None]

FEATURES: dict[FeatureName, Feature] = {
    "words": words,
    "names": names,
    "report words": report_words,
    "report names": report_names,
    "report places": report_places,
    "same days": same_days,
    "next day": next_day,
    "other days": other_days,
    "same place": same_place,
    "near": near,
    "far": far,
    "same day and town": same_day_and_town,
    "shared site": shared_site,
    "same victim": same_victim,
    "other victims": other_victims,
    "same type": same_type,
    "large count": large_count,
    "small count": small_count,
    "published together": published_together,
    "published far apart": published_apart_long,
}


def _listed(found: tuple[str, ...]) -> str:
    return ", ".join(w.capitalize() for w in found)

"""Are two events the same occurrence? Weighed features, and rules that forbid it."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from dateline.codebook.linking import Linking
from dateline.reconcile.features import FEATURES, OF_WORDS, one_strike, other_kind
from dateline.reconcile.gather import EventView
from dateline.reconcile.pairs import Pair, Side, days_apart, is_local, km_apart, shared_person, side
from dateline.reconcile.rarity import Rarity

FAR = 60.0
"""Kilometres between places that tell occurrences apart."""

WEEK = 7
AT_ONCE = 3
"""Days; a time that ended so shortly before the report came is the time of its news."""

SURE = 1.5
"""What two reports must reach to be about one matter although there is doubt."""

OF_WAR = frozenset(("armed clash", "air strike", "attack", "shelling", "drone strike"))
"""Types of which a town at war sees several a day."""

ANYWHERE = frozenset((("killed", 1), ("casualties", 0)))
"""Counts that say nothing when two events have them in common."""

KEPT = 4096
"""Events whose words are held ready at a time."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One feature's part in a comparison."""

    feature: str
    weight: float
    text: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two events compare: they are the same from a score of 0 on, unless a rule keeps them apart.

    ``forbidden`` is a rule that nothing but a judgement outranks; the score is then minus infinity.
    ``doubt`` is one that gives way to a score of ``SURE``.
    """

    score: float
    reasons: tuple[Reason, ...]
    forbidden: str | None
    doubt: str | None

    @property
    def same(self) -> bool:
        """Whether the two are held to be one occurrence."""
        return self.score >= (SURE if self.doubt else 0)


class Comparer:
    """Compares events by the codebook's weights; what it answers depends on nothing but the pair."""

    def __init__(self, linking: Linking) -> None:
        self._rarity = Rarity(linking)
        self._start = (linking.start.passing, linking.start.chief)
        weights = [[(w.feature, (w.passing, w.chief)[chief]) for w in linking.weight] for chief in (0, 1)]
        self._weights = [[(name, weight) for name, weight in model if weight] for model in weights]
        self._plain = [[(FEATURES[n].value, w) for n, w in m if n not in OF_WORDS] for m in self._weights]
        wordy = [[(FEATURES[n], w) for n, w in m if n in OF_WORDS] for m in self._weights]
        self._wordy = [[(feature.value, w) for feature, w in m] for m in wordy]
        self._reach = [sum(feature.most * max(0.0, w) for feature, w in m) for m in wordy]
        self._sides: dict[str, Side] = {}

    def compare(self, a: EventView, b: EventView) -> Comparison:
        """Weigh every feature of a pair and say why, or name the rule that forbids it without weighing."""
        forbidden, doubt = _against(a, b)
        if forbidden:
            return Comparison(-math.inf, (), forbidden, None)
        pair = self._pair(a, b)
        reasons = [Reason("start", self._start[pair.chief], "before anything is compared")]
        for name, weight in self._weights[pair.chief]:
            if value := FEATURES[name].value(pair):
                reasons.append(Reason(name, value * weight, FEATURES[name].text(pair)))
        return Comparison(math.fsum(r.weight for r in reasons), tuple(reasons), None, doubt)

    def alike(self, a: EventView, b: EventView) -> float | None:
        """The score of a pair that is the same by itself, else null.

        Words are compared only if they may tip the scales.
        """
        forbidden, doubt = _against(a, b)
        if forbidden:
            return None
        needed = SURE if doubt else 0.0
        pair = self._pair(a, b)
        parts = self._parts(pair)
        if math.fsum(parts) + self._reach[pair.chief] < needed:
            return None
        score = self._score(pair, parts)
        return score if score >= needed else None

    def weigh(self, a: EventView, b: EventView) -> tuple[float, bool]:
        """The score of a pair, minus infinity where a rule forbids it; and whether it is in doubt still."""
        forbidden, doubt = _against(a, b)
        if forbidden:
            return -math.inf, False
        pair = self._pair(a, b)
        score = self._score(pair, self._parts(pair))
        return score, bool(doubt) and score < SURE

    def _parts(self, pair: Pair) -> list[float]:
        """What all features but those of words add."""
        return [self._start[pair.chief], *[value(pair) * weight for value, weight in self._plain[pair.chief]]]

    def _score(self, pair: Pair, parts: list[float]) -> float:
        return math.fsum(parts + [value(pair) * weight for value, weight in self._wordy[pair.chief]])

    def _pair(self, a: EventView, b: EventView) -> Pair:
        return Pair(self._side(a), b, self._rarity)

    def _side(self, view: EventView) -> Side:
        found = self._sides.get(view.id)
        if found is None:
            if len(self._sides) >= KEPT:
                self._sides.clear()
            found = self._sides[view.id] = side(view)
        return found


def _against(a: EventView, b: EventView) -> tuple[str | None, str | None]:
    """The rule that forbids a pair, and the one that leaves it in doubt."""
    for name, rule in OUTRIGHT:
        if rule(a, b):
            return name, None
    doubt = next((name for name, rule in CANNOT if rule(a, b)), None)
    if doubt and _proven(a, b):
        return None, None
    return (None, doubt) if a.chief and b.chief else (doubt, None)


def _same_report(a: EventView, b: EventView) -> bool:
    return a.report == b.report


def _other_day(a: EventView, b: EventView) -> bool:
    apart = days_apart(a.when, b.when)
    return apart is not None and apart > 1


def _other_week(a: EventView, b: EventView) -> bool:
    """Whether both reports tell of their own days, so that neither day is read wrongly."""
    apart = days_apart(a.when, b.when)
    return apart is not None and apart > WEEK and _at_once(a) and _at_once(b)


def _other_told_day(a: EventView, b: EventView) -> bool:
    """Whether both tell a day, and neither is the day of publication, which may be that of the saying."""
    if not (a.dated and b.dated and _other_day(a, b)):
        return False
    return not (_on_publication(a) or _on_publication(b) or _proven(a, b))


def _on_publication(view: EventView) -> bool:
    return view.when is not None and view.published is not None and view.when.end == view.published


def _proven(a: EventView, b: EventView) -> bool:
    """Whether a person's full name or a copied text shows that both tell of one occurrence."""
    return a.telling.copies == b.telling.copies or shared_person(a.dead, b.dead) is not None


def _at_once(view: EventView) -> bool:
    when, published = view.when, view.published
    return bool(when and when.end and published and 0 <= (published - when.end).days <= AT_ONCE)


def _other_country(a: EventView, b: EventView) -> bool:
    return bool(a.countries and b.countries) and not a.countries & b.countries


def _far(a: EventView, b: EventView) -> bool:
    if a.place is None or b.place is None or not (is_local(a.place) and is_local(b.place)):
        return False
    apart = km_apart(a, b)
    return apart is not None and apart > FAR and not a.sites & b.sites


def _nothing_shared(a: EventView, b: EventView) -> bool:
    """Whether reports of two attacks of a war have no name, number or victim in common: a day sees many."""
    if not (a.chief and b.chief) or OF_WAR.isdisjoint((a.type.name, b.type.name)) or one_strike(a, b):
        return False
    if not ANYWHERE.issuperset(count for count in a.counts if count in b.counts):
        return False
    alike = a.victims & (b.victims | b.dead) or a.dead & b.victims or a.dead & b.dead
    return not alike and set(a.telling.words.names).isdisjoint(b.telling.words.names)


def _of_one_catalogue(a: EventView, b: EventView) -> bool:
    """Whether one publisher's texts have no day of publication: entries of a list, one an incident."""
    one, two = a.telling, b.telling
    if one.publisher is None or one.publisher != two.publisher:
        return False
    return a.chief and b.chief and one.published is None and two.published is None


Rule = Callable[[EventView, EventView], bool]

OUTRIGHT: tuple[tuple[str, Rule], ...] = (
    ("one report tells them as two", _same_report),
    ("each was reported at once, more than a week apart", _other_week),
    ("they tell of days more than a day apart", _other_told_day),
)
"""Rules that nothing but a judgement outranks."""

CANNOT: tuple[tuple[str, Rule], ...] = (
    ("their times are more than a day apart", _other_day),
    ("they are of different kinds", other_kind),
    ("they are in different countries", _other_country),
    (f"their places are more than {FAR:.0f} km apart", _far),
    (
        "they are attacks of a war with no name, number or victim in common",
        _nothing_shared,
    ),
    ("they are undated entries of one publisher", _of_one_catalogue),
)
"""Rules that hold unless a full name, a copied text or a high score tells that both are about one matter."""

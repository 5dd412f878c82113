"""Are two events the same occurrence? Weighed features and rules, for many pairs at a time."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dateline.codebook.linking import FeatureName, Linking
from dateline.reconcile.features import FEATURES, OF_WORDS, Seen
from dateline.reconcile.pairs import Pairs
from dateline.reconcile.rarity import Rarity
from dateline.reconcile.rows import Numbers, Truths
from dateline.reconcile.rules import CANNOT, OUTRIGHT, any_of, first_of
from dateline.reconcile.tabulate import table_of
from dateline.reconcile.views import EventView

SURE = 1.5
"""What two reports must reach to be about one matter although there is doubt."""

SURE_UNDATED = 3.0
"""The same where neither report is dated and one of the events is not: a war brings many that are alike."""


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
    ``doubt`` is one that gives way to a score of ``sure``.
    """

    score: float
    reasons: tuple[Reason, ...]
    forbidden: str | None
    doubt: str | None
    sure: float = SURE

    @property
    def same(self) -> bool:
        """Whether the two are held to be one occurrence."""
        return self.score >= (self.sure if self.doubt else 0)


def _sure(pairs: Pairs) -> Numbers:
    """What each pair must reach where there is doubt."""
    dated = ~np.isnan(pairs.days) | pairs.either(pairs.table.days.came)
    return np.where(dated, SURE, SURE_UNDATED)


Model = list[tuple[FeatureName, float]]
"""Features that say anything, and what each weighs."""


class Comparer:
    """Compares events by the codebook's weights; what it answers depends on nothing but the pair."""

    def __init__(self, linking: Linking) -> None:
        self.rarity = Rarity(linking)
        self._start = (linking.start.passing, linking.start.chief)
        weights = [[(w.feature, (w.passing, w.chief)[chief]) for w in linking.weight] for chief in (0, 1)]
        models: list[Model] = [[(name, weight) for name, weight in model if weight] for model in weights]
        self._models = models
        self._plain = [[(n, w) for n, w in model if n not in OF_WORDS] for model in models]
        self._wordy = [[(n, w) for n, w in model if n in OF_WORDS] for model in models]
        self._reach = [sum(max(0.0, weight) for _, weight in model) for model in self._wordy]

    def alike(self, pairs: Pairs) -> Numbers:
        """The scores of the pairs that are the same by themselves, and minus infinity for the others."""
        scores, doubts = self._weighed(pairs, all_scores=False)
        return np.where(scores >= np.where(doubts, _sure(pairs), 0.0), scores, -np.inf)

    def weigh(self, pairs: Pairs) -> tuple[Numbers, Truths]:
        """The score of each pair, minus infinity where a rule forbids it; and which are in doubt still."""
        scores, doubts = self._weighed(pairs, all_scores=True)
        return scores, doubts & (scores < _sure(pairs))

    def compare(self, pairs: Sequence[tuple[EventView, EventView]]) -> list[Comparison]:
        """Weigh every feature of each pair and say why, or name the rule that forbids it without weighing."""
        table = table_of((view for pair in pairs for view in pair), self.rarity)
        place = {id_: n for n, id_ in enumerate(table.ids)}
        a, b = (np.array([place[pair[n].id] for pair in pairs], np.int64) for n in (0, 1))
        found = Pairs(table, np.minimum(a, b), np.maximum(a, b))
        rules, doubts = first_of(OUTRIGHT, found), first_of(CANNOT, found)
        scores, _ = self.weigh(found)
        sure = _sure(found)
        values = {name: feature.values(found) for name, feature in FEATURES.items()}
        compared = []
        for n, (one, two) in enumerate(pairs):
            doubt = None if found.proven[n] else doubts[n]
            chief = int(found.chief[n])
            forbidden = rules[n] or (None if chief else doubt)
            if forbidden:
                compared.append(Comparison(-math.inf, (), forbidden, None))
                continue
            apart = (float(found.days[n]), float(found.km[n]), float(found.published[n]))
            reasons = [Reason("start", self._start[chief], "before anything is compared")]
            for name, weight in self._models[chief]:
                if value := float(values[name][n]):
                    text = FEATURES[name].text(Seen(one, two, value, *apart))
                    reasons.append(Reason(name, value * weight, text))
            compared.append(Comparison(float(scores[n]), tuple(reasons), None, doubt, float(sure[n])))
        return compared

    def _weighed(self, pairs: Pairs, *, all_scores: bool) -> tuple[Numbers, Truths]:
        """Scores, minus infinity where a rule forbids a pair, and which pairs are in doubt.

        Unless ``all_scores`` are asked for, words are compared only where they may tip the scales, and a
        pair that is not the same has a score of minus infinity.
        """
        scores, doubts = np.full(len(pairs), -np.inf), np.zeros(len(pairs), dtype=bool)
        free = np.flatnonzero(~any_of(OUTRIGHT, pairs))
        for chief in (0, 1):
            these = free[pairs.chief[free] == chief]
            some = pairs.only(these)
            doubt = any_of(CANNOT, some)
            doubt &= ~some.proven
            if not chief:
                these, some, doubt = these[~doubt], some.only(~doubt), doubt[~doubt]
            score = self._added(self._start[chief], self._plain[chief], some)
            if not all_scores:
                reach = score + self._reach[chief] >= np.where(doubt, _sure(some), 0.0)
                these, some, doubt, score = these[reach], some.only(reach), doubt[reach], score[reach]
            scores[these] = self._added(score, self._wordy[chief], some)
            doubts[these] = doubt
        return scores, doubts

    def _added(self, start: float | Numbers, model: Model, pairs: Pairs) -> Numbers:
        """What features add to a start, one after another."""
        score = np.full(len(pairs), start, dtype=np.float64)
        for name, weight in model:
            score += weight * FEATURES[name].values(pairs)
        return score

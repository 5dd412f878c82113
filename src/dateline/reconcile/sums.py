"""Counts told side by side -> the numbers that they add up to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.codebook.groups import Groups
from dateline.model import WEAPONS, Claim, Number
from dateline.reconcile.owners import people

WORD = re.compile(r"\w+")
ARTICLE = re.compile(r"(?:an?|another|the)\s", re.IGNORECASE)
JOINED = re.compile(r"(?:[\s(]++[^\s,;]++){0,7},?\s++and\s++(?:the\s+|his\s+|her\s+|their\s+)?")
"""What may stand between two numbers that are added: the first noun phrase, and "and"."""

FINE = ("exact", "near", "district")


@dataclass(frozen=True, slots=True)
class Sum:
    """Counts told side by side, under one word: "killing a woman and two guards" is three."""

    low: int | None
    high: int | None
    claims: tuple[Claim, ...]

    @property
    def top(self) -> int:
        """The number that it puts forward."""
        return self.high if self.high is not None else self.low or 0


def add(claims: Sequence[Claim]) -> Sum:
    """The sum of numbers, open where one of them is."""
    numbers = [c.value for c in claims if isinstance(c.value, Number)]
    lows, highs = [v.low for v in numbers], [v.high for v in numbers]
    low = None if None in lows else sum(n for n in lows if n is not None)
    high = None if None in highs else sum(n for n in highs if n is not None)
    return Sum(low, high, tuple(claims))


def told_by_article(claims: Sequence[Claim]) -> bool:
    """Whether counts of one are told by an article, not by a numeral: "a woman", not "one person"."""
    return all(ARTICLE.match(c.value.text) for c in claims if isinstance(c.value, Number))


def sums(claims: Sequence[Claim], groups: Groups) -> list[Sum]:
    """What counts that stand beside each other come to: under one trigger, over classes and over sites."""
    return [*_over_classes(claims, groups), *_under_triggers(claims), *_over_sites(claims)]


def _under_triggers(claims: Sequence[Claim]) -> list[Sum]:
    """Counts under one trigger added up; where one is as large as the rest together, it is their whole."""
    by_trigger: dict[tuple[str, str], list[Claim]] = {}
    for c in claims:
        by_trigger.setdefault((c.report, str(c.spans.trigger)), []).append(c)
    found = []
    for beside in by_trigger.values():
        added = add(beside)
        largest = max((add([c]) for c in beside), key=lambda told: told.top)
        several = len(beside) > 1 and (2 * largest.top < _tops(beside) or _joined(beside))
        found.append(added if several else largest)
    return found


def _over_classes(claims: Sequence[Claim], groups: Groups) -> list[Sum]:
    """Civilians, fighters and forces told one after the other in one report: "It killed six gunmen. Two
    villagers died."
    """
    by_report: dict[str, dict[str, Claim]] = {}
    for c in sorted(claims, key=lambda c: add([c]).top):
        kind = people(c.group, groups)
        if kind:
            by_report.setdefault(c.report, {})[kind] = c
    return [
        add(sorted(kinds.values(), key=lambda c: c.span)) for kinds in by_report.values() if len(kinds) > 1
    ]


def _over_sites(claims: Sequence[Claim]) -> list[Sum]:
    """Weapons told of several places in one sentence: "eleven hit the base and one the port"."""
    by_sentence: dict[tuple[str, str], list[Claim]] = {}
    for c in claims:
        if c.field in WEAPONS and c.place and c.place.precision in FINE:
            by_sentence.setdefault((c.report, str(c.span)), []).append(c)
    return [
        add(beside)
        for beside in by_sentence.values()
        if len({c.place.name for c in beside if c.place}) == len(beside) > 1
    ]


def _tops(claims: Sequence[Claim]) -> int:
    return sum(add([c]).top for c in claims)


def _joined(beside: Sequence[Claim]) -> bool:
    """Whether two counts stand in one sentence with "and" between: "a woman and two guards"."""
    if len(beside) != 2 or beside[0].span != beside[1].span:
        return False
    first, second = (c.spans.value for c in sorted(beside, key=lambda c: c.spans.value or c.span))
    if first is None or second is None:
        return False
    start = beside[0].span.start
    return bool(JOINED.fullmatch(beside[0].quote[first.end - start : second.start - start]))


def named_people(named: Sequence[Claim]) -> Sum:
    """How many different people are named; a surname alone is one of the full names."""
    found: dict[str, Claim] = {}
    total = 0
    for c in sorted(named, key=lambda c: -len(_who(c))):
        who = _who(c)
        words = set(WORD.findall(who))
        if any(words & set(WORD.findall(other)) for other in found):
            continue
        found[who] = c
        total += c.value.low or 1 if isinstance(c.value, Number) else 1
    return Sum(total, total, tuple(sorted(found.values(), key=lambda c: c.span)))


def _who(claim: Claim) -> str:
    value = claim.value
    assert isinstance(value, Number)
    return (value.what or value.text).casefold()

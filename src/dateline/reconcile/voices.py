"""Claims -> voices: what each independent source says of the whole of one count, at each date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.codebook.groups import Groups
from dateline.model import Claim, Number, Reading

WORD = re.compile(r"\w+")
JOINED = re.compile(r"(?:[\s(]+[^\s,;]+){0,7},?\s+and\s+(?:the\s+|his\s+|her\s+|their\s+)?")
"""What may stand between two numbers that are added: the first noun phrase, and "and"."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One source's number in one copy group: ``low`` and ``high`` as claimed, null for an open end.

    ``named`` tells that it only names people one by one, which leaves open how many there are in all;
    ``early`` that it is said to be a first count, ``vague`` that it is said to be about right.
    """

    source: str
    voice: str
    published: date | None
    low: int | None
    high: int | None
    text: str
    claims: tuple[Claim, ...]
    named: bool
    early: bool
    vague: bool

    @property
    def top(self) -> int:
        """The number that it puts forward."""
        return self.high if self.high is not None else self.low or 0

    @property
    def speaker(self) -> tuple[str, str]:
        """Who speaks: a copy group's publishers are one, whatever they are called."""
        return ("" if self.claims[0].source.publisher else self.source.casefold(), self.voice)


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


def source_key(claim: Claim, voices: Mapping[str, str]) -> tuple[str, str]:
    """Who speaks: a named source is one voice everywhere, an unnamed one only within its copy group."""
    group = voices[claim.report]
    if claim.source.publisher:
        return ("publisher", group)
    return (claim.source.name.casefold(), "" if claim.source.named else group)


def count_voices(
    claims: Iterable[Claim], readings: Mapping[str, Reading], groups: Groups
) -> tuple[Voice, ...]:
    """One voice a source and date, in order of date and source.

    Within a voice the whole is the largest sum told side by side: smaller ones are parts told one by
    one. Voices that only tell of a part or only name people stand back where another tells the whole.
    """
    said: dict[tuple[str, str, str], list[Claim]] = {}
    copy_groups = {r: reading.report.copy_group for r, reading in readings.items()}
    for claim in claims:
        source, group = source_key(claim, copy_groups)
        day = readings[claim.report].report.published
        said.setdefault((source, group, day.isoformat() if day else ""), []).append(claim)
    ordered = [mine for _, mine in sorted(said.items(), key=lambda g: (g[0][2], g[0]))]
    wholes = [[c for c in mine if not is_part(c, groups)] for mine in ordered]
    kept = [mine for mine in wholes if mine] or ordered
    voices = [_voice(mine, readings, groups) for mine in kept]
    counted = [v for v in voices if not v.named]
    return tuple(counted or voices)


def is_part(claim: Claim, groups: Groups) -> bool:
    """Whether a count is of a part: told as one, or of a class such as children."""
    if claim.rule in groups.part_rules:
        return True
    words = WORD.findall((claim.group or "").casefold())
    return any(w in groups.parts or w.removesuffix("s") in groups.parts for w in words)


def passed_over(voices: Sequence[Voice], groups: Groups) -> tuple[Voice, ...]:
    """Voices whose number was no longer the whole when it was reported.

    First counts, where there are others; and what a report's own number is above, where those it cites
    are no side of the conflict: the publisher put its number over theirs. A zero is never passed over.
    """
    later = [v for v in voices if not v.early]
    found = {id(v) for v in voices if v.early and any(v.top < (o.low or 0) for o in later)}
    for own in voices:
        cited = [v for v in voices if v.voice == own.voice and v is not own]
        if own.claims[0].source.publisher and own.low is not None:
            found |= {
                id(v)
                for v in cited
                if own.claims[0].span < v.claims[0].span
                and 0 < v.top < own.low
                and v.claims[0].source.kind not in groups.sides
            }
    return tuple(v for v in voices if id(v) in found)


def _voice(claims: Sequence[Claim], readings: Mapping[str, Reading], groups: Groups) -> Voice:
    named = [c for c in claims if c.rule in groups.named_rules]
    numbered = [c for c in claims if c.rule not in groups.named_rules]
    triggers = {c.spans.trigger for c in numbered}
    beside = [c for c in claims if c in numbered or c.spans.trigger in triggers]
    whole = _whole(beside) if numbered else _people(named)
    first = whole.claims[0]
    report = readings[first.report].report
    name = (report.publisher or report.key) if first.source.publisher else first.source.name
    text = " + ".join(dict.fromkeys(_text(c) for c in whole.claims))
    return Voice(
        name,
        report.copy_group,
        report.published,
        whole.low,
        whole.high,
        text,
        whole.claims,
        not numbered,
        all(_is_early(c, groups) for c in whole.claims),
        any(isinstance(c.value, Number) and c.value.qualifier is not None for c in whole.claims),
    )


def _whole(claims: Sequence[Claim]) -> Sum:
    """What a publisher tells first of more than one is its whole; of any other voice the largest sum is."""
    sums = _sums(claims)
    leading = claims[0].source.publisher

    def rank(told: Sum) -> tuple[int, int]:
        start = -told.claims[0].span.start
        return (told.top > 1, start) if leading else (told.top, start)

    return max(sums, key=rank)


def _is_early(claim: Claim, groups: Groups) -> bool:
    """Whether the words before the number, or its source, say that it is a first count."""
    number = claim.spans.value
    before = claim.quote[: number.start - claim.span.start] if number else ""
    words = WORD.findall(f"{claim.source.name} {before}".casefold())
    return any(w in groups.early for w in words)


def _sums(claims: Sequence[Claim]) -> list[Sum]:
    """Counts under one trigger added up; where one is as large as the rest together, it is their whole."""
    by_trigger: dict[tuple[str, str], list[Claim]] = {}
    for c in claims:
        by_trigger.setdefault((c.report, str(c.spans.trigger)), []).append(c)
    sums = []
    for beside in by_trigger.values():
        numbers = [(c, c.value) for c in beside if isinstance(c.value, Number)]
        tops = [v.high if v.high is not None else v.low or 0 for _, v in numbers]
        largest = max(range(len(tops)), key=tops.__getitem__)
        if len(numbers) > 1 and (tops[largest] < sum(tops) - tops[largest] or _joined(beside)):
            lows = [v.low for _, v in numbers]
            highs = [v.high for _, v in numbers]
            low = None if None in lows else sum(n for n in lows if n is not None)
            high = None if None in highs else sum(n for n in highs if n is not None)
            sums.append(Sum(low, high, tuple(beside)))
        else:
            claim, value = numbers[largest]
            sums.append(Sum(value.low, value.high, (claim,)))
    return sums


def _joined(beside: Sequence[Claim]) -> bool:
    """Whether two counts stand in one sentence with "and" between: "a woman and two guards"."""
    if len(beside) != 2 or beside[0].span != beside[1].span:
        return False
    first, second = (c.spans.value for c in sorted(beside, key=lambda c: c.spans.value or c.span))
    if first is None or second is None:
        return False
    start = beside[0].span.start
    return bool(JOINED.fullmatch(beside[0].quote[first.end - start : second.start - start]))


def _people(named: Sequence[Claim]) -> Sum:
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


def _text(claim: Claim) -> str:
    value = claim.value
    assert isinstance(value, Number)
    return value.text

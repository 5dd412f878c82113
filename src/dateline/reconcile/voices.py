"""Claims -> voices: what each independent speaker says of the whole of one count, at each date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date

from dateline.codebook.groups import Groups, PeopleClass
from dateline.model import WEAPONS, Claim, Number
from dateline.reconcile.owners import people
from dateline.reconcile.speakers import Speaker, Speakers

WORD = re.compile(r"\w+")
ARTICLE = re.compile(r"(?:an?|another|the)\s", re.IGNORECASE)
JOINED = re.compile(r"(?:[\s(]++[^\s,;]++){0,7},?\s++and\s++(?:the\s+|his\s+|her\s+|their\s+)?")
"""What may stand between two numbers that are added: the first noun phrase, and "and"."""

FINE = ("exact", "near", "district")


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker's number on one day: ``low`` and ``high`` as claimed, null for an open end.

    Seldom has a speaker several on one day. ``day`` is the day that the number is of, as told, else the day
    of publication. ``named`` tells that it only names people one by one, which leaves open how many there
    are in all; ``early`` that it is said to be a first count, ``vague`` that it is said to be about right,
    ``corrects`` that it is told as the correction of a count. ``called`` are the classes of people that it
    counts: civilians, fighters, forces.
    """

    speaker: Speaker
    day: date | None
    low: int | None
    high: int | None
    text: str
    claims: tuple[Claim, ...]
    named: bool
    early: bool
    vague: bool
    corrects: bool
    called: frozenset[str]

    @property
    def single(self) -> bool:
        """Whether it tells of one person with an article and no number: "a woman"."""
        return (
            all(ARTICLE.match(c.value.text) for c in self.claims if isinstance(c.value, Number))
            and self.top == 1
        )

    @property
    def top(self) -> int:
        """The number that it puts forward."""
        return self.high if self.high is not None else self.low or 0

    @property
    def bottom(self) -> int:
        """The least that it puts forward; the number itself where only the most is said."""
        return self.low if self.low is not None else self.top

    def words(self) -> str:
        """Who says what, when."""
        day = f" ({self.day.isoformat()})" if self.day else ""
        return f"{self.speaker.name}{day}: {self.text}"


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


def count_voices(
    claims: Iterable[Claim], who: Speakers, happened: date | None, groups: Groups
) -> tuple[Voice, ...]:
    """One voice a speaker, day and number, in order of day and speaker.

    Within a report the whole is the largest sum that a speaker tells side by side: smaller ones are parts
    told one by one. Where two reports have one speaker tell two numbers on one day, each is a voice: copies
    of one text that say 80 and 8 differ. Voices that only tell of a part or only name people stand back
    where another tells the whole.
    """
    said: dict[tuple[str, object], list[Claim]] = {}
    for claim in claims:
        day = as_of(claim, who.day(claim), happened)
        said.setdefault((day.isoformat() if day else "", who[claim].key), []).append(claim)
    ordered = [mine for _, mine in sorted(said.items(), key=lambda g: (g[0][0], str(g[0][1])))]
    whole = wholes([c for mine in ordered for c in mine], groups)
    kept = [of_all for mine in ordered if (of_all := [c for c in mine if c in whole])] or ordered
    voices = [v for mine in kept for v in _by_report(mine, who, happened, groups)]
    counted = [v for v in voices if not v.named]
    return tuple(counted or voices)


def _by_report(
    claims: Sequence[Claim], who: Speakers, happened: date | None, groups: Groups
) -> Iterator[Voice]:
    """What one speaker says on one day in each report: one voice a number, and for names alone one in all."""
    reports: dict[str, list[Claim]] = {}
    for claim in claims:
        reports.setdefault(claim.report, []).append(claim)
    told = [_voice(mine, who, happened, groups) for mine in reports.values()]
    counted = [v for v in told if not v.named]
    if not counted:
        yield _voice(claims, who, happened, groups)
        return
    numbers = dict[tuple[int | None, int | None], Voice]()
    for voice in counted:
        numbers.setdefault((voice.low, voice.high), voice)
    yield from numbers.values()


def as_of(claim: Claim, published: date | None, happened: date | None) -> date | None:
    """The day that a number is of: a told one between the occurrence and the report, else the report's."""
    told = claim.when.start if claim.when and claim.when.precision == "day" else None
    if told is None or happened is None or told <= happened or (published and told > published):
        return published
    return told


def is_part(claim: Claim, groups: Groups) -> bool:
    """Whether a count is of a part: told as one, or of a class such as children."""
    if claim.rule in groups.part_rules:
        return True
    words = WORD.findall((claim.group or "").casefold())
    return any(w in groups.parts or w.removesuffix("s") in groups.parts for w in words)


def wholes(claims: Sequence[Claim], groups: Groups) -> list[Claim]:
    """The counts that are of no part.

    "Five teenagers" are a part where a larger number of people is told; else they are all.
    """
    of_all = [c for c in claims if not is_part(c, groups)]
    return [c for c in claims if not _of_more(c, of_all, groups) and not _of_those(c, claims, groups)]


def _of_more(claim: Claim, of_all: Sequence[Claim], groups: Groups) -> bool:
    if is_of_others(claim, groups):
        return any(add([c]).top > 0 for c in of_all)
    if claim in of_all:
        return False
    mine = add([claim]).top
    larger = (add([c]).top > mine or (c.report == claim.report and add([c]).top == mine) for c in of_all)
    return claim.rule in groups.part_rules or any(larger)


def _of_those(claim: Claim, claims: Sequence[Claim], groups: Groups) -> bool:
    """Whether a count is of "three of them", and its report tells of more.

    Where it does not, those are of another count: of five who were hit, the two of them who died are all.
    """
    if not is_of_those(claim, groups):
        return False
    mine = add([claim]).top
    return any(c.report == claim.report and add([c]).top > mine for c in claims)


def is_of_those(claim: Claim, groups: Groups) -> bool:
    """Whether a count is told as "three of them", which leaves others out."""
    words = WORD.findall((claim.group or "").casefold())
    return words[-2:-1] == ["of"] and words[-1] in groups.pronouns


def is_of_others(claim: Claim, groups: Groups) -> bool:
    """Whether a zero is about others than those told as harmed: "nobody else was hurt"."""
    return isinstance(claim.value, Number) and claim.value.high == 0 and claim.group in groups.others


def class_of(claim: Claim, groups: Groups) -> PeopleClass | None:
    """Children, women or men: the class that a count is of, among those that share no member."""
    words = {w.removesuffix("s") for w in WORD.findall((claim.group or "").casefold())}
    return next((name for name, known in groups.classes.items() if words & known), None)


def _voice(claims: Sequence[Claim], who: Speakers, happened: date | None, groups: Groups) -> Voice:
    named = [c for c in claims if c.rule in groups.named_rules]
    numbered = [c for c in claims if c.rule not in groups.named_rules]
    triggers = {c.spans.trigger for c in numbered}
    beside = [c for c in claims if c in numbered or c.spans.trigger in triggers]
    whole = _whole(beside, groups) if numbered else _people(named)
    if numbered and named and whole.top == 1 < _people(named).top and not _is_numeral(whole):
        whole, numbered = _people(named), []  # "a boy was killed": one of those whom others name
    first = whole.claims[0]
    return Voice(
        who[first],
        as_of(first, who.day(first), happened),
        whole.low,
        whole.high,
        " + ".join(c.value.text for c in whole.claims),
        whole.claims,
        not numbered,
        all(_is_early(c, groups) for c in whole.claims),
        any(_is_vague(c, groups) for c in whole.claims),
        all(_is_told_with(c, groups.correcting) for c in whole.claims),
        frozenset(kind for c in whole.claims if (kind := people(c.group, groups))),
    )


def _is_numeral(told: Sum) -> bool:
    """Whether a count of one is told by a numeral, not by an article: "one person", not "a woman"."""
    return not all(ARTICLE.match(c.value.text) for c in told.claims if isinstance(c.value, Number))


def _whole(claims: Sequence[Claim], groups: Groups) -> Sum:
    """What a publisher tells first of more than one is its whole; of any other voice the largest sum is."""
    sums = [*_over_classes(claims, groups), *_sums(claims), *_over_sites(claims)]
    leading = claims[0].source.publisher and claims[0].field not in WEAPONS

    def rank(told: Sum) -> tuple[int, int]:
        start = -told.claims[0].span.start
        return (told.top > 1, start) if leading else (told.top, start)

    return max(sums, key=rank)


def _is_early(claim: Claim, groups: Groups) -> bool:
    """Whether the words before the number, or its source, say that it is a first count."""
    source = WORD.findall(claim.source.name.casefold())
    return any(w in groups.early for w in source) or _is_told_with(claim, groups.early)


def _is_told_with(claim: Claim, words: Set[str]) -> bool:
    """Whether one of the words stands before the number in its sentence."""
    number = claim.spans.value
    before = claim.quote[: number.start - claim.span.start] if number else ""
    return any(w in words for w in WORD.findall(before.casefold()))


def _is_vague(claim: Claim, groups: Groups) -> bool:
    """Whether a number is said to be about right, or is an open range in round words."""
    value = claim.value
    if not isinstance(value, Number):
        return False
    open_range = value.low != value.high and bool(groups.round & set(WORD.findall(value.text.casefold())))
    return value.qualifier is not None or open_range


def _sums(claims: Sequence[Claim]) -> list[Sum]:
    """Counts under one trigger added up; where one is as large as the rest together, it is their whole."""
    by_trigger: dict[tuple[str, str], list[Claim]] = {}
    for c in claims:
        by_trigger.setdefault((c.report, str(c.spans.trigger)), []).append(c)
    sums = []
    for beside in by_trigger.values():
        added = add(beside)
        largest = max((add([c]) for c in beside), key=lambda told: told.top)
        several = len(beside) > 1 and (2 * largest.top < _tops(beside) or _joined(beside))
        sums.append(added if several else largest)
    return sums


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


def add(claims: Sequence[Claim]) -> Sum:
    """The sum of numbers, open where one of them is."""
    numbers = [c.value for c in claims if isinstance(c.value, Number)]
    lows, highs = [v.low for v in numbers], [v.high for v in numbers]
    low = None if None in lows else sum(n for n in lows if n is not None)
    high = None if None in highs else sum(n for n in highs if n is not None)
    return Sum(low, high, tuple(claims))


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

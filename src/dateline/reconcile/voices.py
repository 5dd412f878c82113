"""Claims -> voices: what each independent speaker says of the whole of one count, at each date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date

from dateline.codebook.groups import Groups
from dateline.model import WEAPONS, Claim, Number
from dateline.reconcile.owners import people
from dateline.reconcile.speakers import Speaker, Speakers
from dateline.reconcile.sums import Sum, named_people, sums, told_by_article
from dateline.reconcile.wholes import wholes

WORD = re.compile(r"\w+")


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
        return told_by_article(self.claims) and self.top == 1

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


def _voice(claims: Sequence[Claim], who: Speakers, happened: date | None, groups: Groups) -> Voice:
    named = [c for c in claims if c.rule in groups.named_rules]
    numbered = [c for c in claims if c.rule not in groups.named_rules]
    triggers = {c.spans.trigger for c in numbered}
    beside = [c for c in claims if c in numbered or c.spans.trigger in triggers]
    whole = _whole(beside, groups) if numbered else named_people(named)
    if numbered and named and whole.top == 1 < named_people(named).top and told_by_article(whole.claims):
        whole, numbered = named_people(named), []  # "a boy was killed": one of those whom others name
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


def _whole(claims: Sequence[Claim], groups: Groups) -> Sum:
    """What a publisher tells first of more than one is its whole; of any other voice the largest sum is."""
    leading = claims[0].source.publisher and claims[0].field not in WEAPONS

    def rank(told: Sum) -> tuple[int, int]:
        start = -told.claims[0].span.start
        return (told.top > 1, start) if leading else (told.top, start)

    return max(sums(claims, groups), key=rank)


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

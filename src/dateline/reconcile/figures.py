"""Counts of one field -> range, status and reason, from what stands of what its voices say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateline.codebook import Codebook
from dateline.model import Claim, Number, Status
from dateline.reconcile.denials import Denials
from dateline.reconcile.owners import CONTESTED, apart, owner, people
from dateline.reconcile.speakers import STATE, Speakers
from dateline.reconcile.standing import Standing, conflicts, independent, settle, unordered
from dateline.reconcile.voices import Voice, count_voices

WORST: tuple[Status, ...] = ("disputed", "denied", "revised", "agreed", "single")


@dataclass(frozen=True, slots=True)
class Context:
    """What counting needs to know beside the claims.

    Who speaks, what is denied, the day and the name of what happened.
    """

    who: Speakers
    denials: Denials
    happened: date | None
    kind: str
    codebook: Codebook


@dataclass(frozen=True, slots=True)
class Figures:
    """A count over all voices. ``whose`` says whose people these are, where several are counted apart."""

    low: int
    best: int
    high: int
    status: Status
    why: str
    voices: tuple[Voice, ...]
    standing: Standing
    whose: str | None


def figures(
    counted: Sequence[Claim], denials: Sequence[Claim], context: Context
) -> tuple[tuple[Figures, ...], Figures]:
    """The figures of each party that is counted apart, if any is, and those of all.

    ``counted`` are counts of the whole that are put forward, or of parts where there are none; at least
    one. ``denials`` are counts that a source rejects.
    """
    by_party, of_all = apart(counted, context.codebook)
    if not by_party:
        return (), _of_one(of_all, denials, context, None)
    parties = tuple(
        _of_one(mine, [d for d in denials if owner(d, context.codebook) in (whose, None)], context, whose)
        for whose, mine in by_party.items()
    )
    return parties, _together(parties)


def rejects(denial: Claim, voice: Voice, context: Context) -> bool:
    """Whether a denied number is one that another speaker puts forward, and of the same people."""
    value = denial.value
    if not isinstance(value, Number) or context.who[denial].key == voice.speaker.key:
        return False
    groups = context.codebook.groups
    whose, theirs = people(denial.group, groups), {people(c.group, groups) for c in voice.claims}
    if whose and None not in theirs and whose not in theirs:
        return False
    low, high = value.low or 0, value.high
    return low <= voice.top and (high is None or voice.bottom <= high)


def _of_one(
    counted: Sequence[Claim], denials: Sequence[Claim], context: Context, whose: str | None
) -> Figures:
    voices = count_voices(counted, context.who, context.happened, context.codebook.groups)
    standing = settle(voices, context.codebook.groups)
    low = min(v.bottom for v in standing.voices)
    high = max(v.top for v in standing.voices)
    status, why = _judge(standing)
    rejected = [v for d in denials for v in standing.voices if rejects(d, v, context)]
    if rejected:
        status = min(status, "denied", key=WORST.index)
        why += "; a source denies it"
    return Figures(low, _best(standing.voices, context), high, status, why, voices, standing, whose)


def _together(parties: Sequence[Figures]) -> Figures:
    """Counts of different people added up: what each side counts is no dispute between them."""
    return Figures(
        sum(p.low for p in parties),
        sum(p.best for p in parties),
        sum(p.high for p in parties),
        min((p.status for p in parties), key=WORST.index),
        "counted apart and added up: " + "; ".join(f"{p.whose}: {p.why}" for p in parties),
        tuple(v for p in parties for v in p.voices),
        Standing(
            tuple(v for p in parties for v in p.standing.voices),
            tuple(y for p in parties for y in p.standing.yielded),
        ),
        None,
    )


def _best(last: Sequence[Voice], context: Context) -> int:
    """The number most voices give, a side being one voice.

    Of equals a side's of its own dead, the latest, no side's, some before none, one cited, the highest.
    """
    telling = {
        n: len({v.speaker.side or v.speaker.key for v in last if v.bottom == n})
        for n in {v.bottom for v in last}
    }

    def rank(voice: Voice) -> tuple[int, bool, str, bool, bool, bool, int]:
        own = any(_of_its_own(c, context) for c in voice.claims)
        neutral = voice.speaker.side is None
        return (
            telling[voice.bottom],
            own,
            str(voice.day or ""),
            neutral,
            voice.bottom > 0,
            not voice.speaker.own,
            voice.bottom,
        )

    return max(last, key=rank).bottom


def _of_its_own(claim: Claim, context: Context) -> bool:
    """Whether a state counts its own people; an army of no known country counts those of its side."""
    whose, side = owner(claim, context.codebook), context.who[claim].side
    return whose is not None and whose not in CONTESTED and side in (f"{STATE} {whose}", STATE)


def _judge(standing: Standing) -> tuple[Status, str]:
    """Status and reason, from what stands at the end and what yielded to it."""
    last = standing.voices
    said = "; ".join(v.words() for v in last)
    over = _put_over(standing)
    if conflicts(last):
        zero = any(v.top == 0 for v in last)
        return "disputed", f"{'one says none, another some' if zero else 'voices differ'}: {said}{over}"
    if unordered(last):
        return "revised", f"one voice with several numbers, nobody knows which is the last: {said}{over}"
    moved = ("revised", "first count", "outgrown")
    changed = [y.voice for y in standing.yielded if y.differs and y.how in moved]
    if changed:
        voices = sorted((*last, *changed), key=lambda v: (str(v.day or ""), v.top))
        return "revised", f"changed over time: {' → '.join(v.words() for v in voices)}{over}"
    speakers = independent(
        (*last, *(y.voice for y in standing.yielded if y.how not in ("put over", "one of them")))
    )
    if len(speakers) == 1:
        return "single", f"one voice: {said}{over}"
    rounded = [y.voice.words() for y in standing.yielded if y.how == "rounded"]
    if rounded:
        return "agreed", f"the same number, rounded by some: {said}; {'; '.join(rounded)}"
    return "agreed", f"{len(speakers)} voices agree: {said}{over}"


def _put_over(standing: Standing) -> str:
    """What a report puts its own number over, in words."""
    cited = ", ".join(y.voice.words() for y in standing.yielded if y.how == "put over")
    return f"; the report puts its own number over: {cited}" if cited else ""

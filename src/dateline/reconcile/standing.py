"""Which of the voices on one count still stand, and to what did the others yield?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from types import MappingProxyType
from typing import Literal

from dateline.codebook.groups import Groups
from dateline.model import PEOPLE, THINGS, DifferenceKind
from dateline.reconcile.owners import CONTESTED
from dateline.reconcile.speakers import GROUP, opposed
from dateline.reconcile.voices import Voice

ROUNDING = 0.1
"""How far a number said to be about right may lie from the exact one, as a share of it."""

FAR = 2, 10
"""How far above "at least N", or below "up to N", a number still fits it: twice as much, and ten more."""

FEW = 20
"""Above so many, "more than" a number and the number itself are no two counts."""

HALVED = 2
"""How many times as much as a side tells was told before it spoke, so that it speaks against that number."""

MOVING = frozenset(("missing",))
"""Fields that count those of a moment: the latest number holds, be it less or none."""

GROWING = PEOPLE | THINGS
"""Fields whose numbers grow as more is known; how many weapons were launched does not."""


How = Literal["revised", "first count", "outgrown", "put over", "rounded", "one of them"]

KINDS: Mapping[How, DifferenceKind] = MappingProxyType(
    {
        "revised": "revision",
        "first count": "different cut-off",
        "outgrown": "different cut-off",
        "put over": "different cut-off",
        "rounded": "rounding",
        "one of them": "part of a whole",
    }
)


@dataclass(frozen=True, slots=True)
class Yielded:
    """A voice whose number is not the last word, the voice that has it, and how it came by it."""

    voice: Voice
    to: Voice
    how: How

    @property
    def kind(self) -> DifferenceKind:
        """How the two differ."""
        return KINDS[self.how]

    @property
    def differs(self) -> bool:
        """Whether the number moved: no one number fits both, or "at least 20" became 30."""
        return not agree(self.voice, self.to) or self.voice.top < self.to.bottom


@dataclass(frozen=True, slots=True)
class Standing:
    """The last words on a count, and those that yielded to them."""

    voices: tuple[Voice, ...]
    yielded: tuple[Yielded, ...]


def settle(voices: Sequence[Voice], groups: Groups) -> Standing:
    """Tell last words from earlier, smaller and rounder ones; ``voices`` are in order of day."""
    found: list[Yielded] = []
    for voice in voices:
        gone = [y.voice for y in found]
        others = [v for v in voices if v is not voice and v not in gone]
        by = _yields(voice, others, voices, groups)
        if by is not None:
            found.append(by)
    gone = [y.voice for y in found]
    return Standing(tuple(v for v in voices if v not in gone), tuple(found))


def agree(a: Voice, b: Voice) -> bool:
    """Whether one number fits both; "at least five" and 100 are no one number, nor "up to 120" and two."""
    low = max(_least(v) for v in (a, b))
    highs = [v.high for v in (a, b) if v.high is not None]
    return (not highs or low <= min(highs)) and not _far_above(a, b) and not _far_above(b, a)


def _least(voice: Voice) -> int:
    """The least number that fits; "more than 342" is said of 342 by those who do not look closely."""
    low = voice.low or 0
    return low - 1 if voice.high is None and low > FEW else low


def _far_above(more: Voice, least: Voice) -> bool:
    exact = least.high is not None and more.low is not None
    if exact or least.vague or more.vague:
        return False
    times, plus = FAR
    return more.bottom > times * least.bottom + plus


def conflicts(voices: Sequence[Voice]) -> tuple[tuple[Voice, Voice], ...]:
    """Pairs of different speakers that no one number fits."""
    pairs = combinations(voices, 2)
    return tuple((a, b) for a, b in pairs if not _one_speaker(a, b) and _differ(a, b))


def unordered(voices: Sequence[Voice]) -> tuple[tuple[Voice, Voice], ...]:
    """Pairs of one speaker that no one number fits, where nobody knows which is the later word.

    Two copies of one text, of one day, say 80 and 8.
    """
    pairs = combinations(voices, 2)
    return tuple((a, b) for a, b in pairs if _one_speaker(a, b) and _differ(a, b))


def independent(voices: Sequence[Voice]) -> frozenset[tuple[str, str]]:
    """Keys of speakers who do not repeat: a publisher's own number may be that of whom it cites."""
    repeating = [
        own
        for own in voices
        if own.speaker.own and any(v is not own and _beside(own, v) and agree(own, v) for v in voices)
    ]
    return frozenset(v.speaker.key for v in voices if v not in repeating)


def _yields(voice: Voice, others: Sequence[Voice], said: Sequence[Voice], groups: Groups) -> Yielded | None:
    """The voice that has the last word over this one, if any has.

    A zero that was told earlier stands against what others say: none may have died.

    ``others`` still stand; ``said`` are all voices: who was shown wrong by a number yields to it even where
    that was itself revised later.
    """
    later = [v for v in others if _later(v, voice) and not _beside_class(v, voice)]
    last = [v for v in later if _one_speaker(v, voice)]
    last += [v for v in later if _one_side(v, voice) and not agree(v, voice)]
    if last:
        return Yielded(voice, last[-1], "revised")
    own = [v for v in others if voice.early and not v.early and _one_speaker(v, voice)]
    if own:
        return Yielded(voice, own[-1], "revised")
    first = [v for v in others if voice.early and not v.early and 0 < voice.top < (v.low or 0)]
    if first:
        return Yielded(voice, first[-1], "first count")
    grown = [v for v in said if _outgrown(voice, v) and not _was_known(v, voice, said)]
    grown = grown or [v for v in others if _grew_that_day(voice, v)]
    if grown:
        return Yielded(voice, grown[-1], "outgrown")
    over = [v for v in others if _put_over(v, voice, groups)]
    if over:
        return Yielded(voice, over[-1], "put over")
    whole = [v for v in others if voice.single and v.bottom > 1 and not _later(v, voice)]
    whole = [v for v in whole if not opposed(v.speaker.side, voice.speaker.side)]
    if whole:
        return Yielded(voice, whole[-1], "one of them")
    exact = [v for v in others if voice.vague and not v.vague and _rounds(voice, v)]
    return Yielded(voice, exact[-1], "rounded") if exact else None


def _later(a: Voice, b: Voice) -> bool:
    """Whether ``a`` is of a later day; never known of what has no day."""
    return a.day is not None and b.day is not None and a.day > b.day


def _one_speaker(a: Voice, b: Voice) -> bool:
    return a.speaker.key == b.speaker.key


def _grew_that_day(voice: Voice, other: Voice) -> bool:
    """Whether one speaker's number of the same day may have grown to another, told in another report.

    From 8 to 12 it may; from 8 to 80 it did not, and both stand.
    """
    times, plus = FAR
    grows = voice.claims[0].field in GROWING and 0 < voice.top < other.bottom <= times * voice.top + plus
    return grows and _one_speaker(voice, other) and voice.day == other.day


def _one_side(a: Voice, b: Voice) -> bool:
    return a.speaker.side is not None and a.speaker.side == b.speaker.side


def _differ(a: Voice, b: Voice) -> bool:
    return not agree(a, b) and not _beside_class(a, b)


def _beside_class(a: Voice, b: Voice) -> bool:
    """Whether one side counts its foes in the one number and civilians in the other.

    What one side calls civilians its foe calls fighters, but neither says so of its own numbers: "twelve
    fighters" and "no civilians" are two counts.
    """
    one = _one_speaker(a, b) or _one_side(a, b)
    return one and bool(a.called) and bool(b.called) and a.called.isdisjoint(b.called)


def _outgrown(voice: Voice, later: Voice) -> bool:
    """Whether a later day's number is higher, or corrects what was told before.

    A zero is never outgrown, nor one side's count by its foe's, nor that of no side by an armed group's, nor
    fighters by civilians, nor what somebody lowered by another's number. Who corrects a toll does not correct
    what an armed group boasts of.
    """
    corrects = later.corrects and not (voice.speaker.side or "").startswith(GROUP)
    field = voice.claims[0].field
    grows = field in GROWING and 0 < voice.top < later.bottom
    grows = grows or (field in MOVING and voice.top > 0)
    grows = grows or (corrects and voice.top not in (0, later.top))
    grows = grows and (corrects or not voice.corrects)
    boast = voice.speaker.side is None and (later.speaker.side or "").startswith(GROUP)
    apart = opposed(voice.speaker.side, later.speaker.side) or voice.called | later.called == CONTESTED
    apart = apart or boast
    return grows and _later(later, voice) and not apart


def _was_known(later: Voice, voice: Voice, said: Sequence[Voice]) -> bool:
    """Whether somebody else had told as many before the voice spoke: it then holds against that number.

    So does a side of the conflict that speaks of half of what was known, or less.
    """
    if later.corrects or voice.claims[0].field in MOVING:
        return False
    before = [v for v in said if v.speaker.key != voice.speaker.key and _later(voice, v)]
    known = max((v.bottom for v in before), default=0)
    return known >= later.bottom or (voice.speaker.side is not None and known >= HALVED * voice.top)


def _put_over(own: Voice, cited: Voice, groups: Groups) -> bool:
    """Whether a report puts its own number first and over that of those it cites who are no side."""
    return (
        own.speaker.own
        and own.low is not None
        and _beside(own, cited)
        and own.claims[0].span < cited.claims[0].span
        and 0 < cited.top < own.low
        and cited.claims[0].source.kind not in groups.sides
    )


def _beside(a: Voice, b: Voice) -> bool:
    """Whether both speak in one report."""
    return bool({c.report for c in a.claims} & {c.report for c in b.claims})


def _rounds(vague: Voice, exact: Voice) -> bool:
    """Whether the vaguer number may be the exact one: "dozens" and 31, "about 40" and 38."""
    if exact.low != exact.high or exact.top == 0:
        return False
    open_range = vague.low != vague.high
    return agree(vague, exact) if open_range else abs(vague.top - exact.top) <= ROUNDING * exact.top

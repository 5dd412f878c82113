"""Whether a claim of a ledger is what was marked, part by part."""

from __future__ import annotations

import re

from dateline.evaluate.gold import PUBLISHER, Days, GoldClaim, GoldValue
from dateline.model import Claim, Entity, Motive, Number, Place, Responsibility, Span, Term, When

WORD = re.compile(r"\w+")
STOP = frozenset(("the", "a", "an", "of", ""))


def words(text: str | None) -> frozenset[str]:
    """Words without case, plural s and articles."""
    return frozenset(w.casefold().removesuffix("s") for w in WORD.findall(text or "")) - STOP


def same_value(claim: Claim, gold: GoldClaim) -> bool:
    """Field and value: the ends of a number, the words of a name; of marked words, that they are the same."""
    if claim.field not in gold.fields:
        return False
    value, want = claim.value, gold.value
    if want == GoldValue() and gold.span is None:
        return True
    if want.counted():
        if not isinstance(value, Number):
            return False
        ends = value.low in want.low and (not want.high or value.high in want.high)
        return ends and words(want.what) <= words(value.what)
    if gold.span is not None:
        return _overlap(gold.span, claim.spans.value or claim.spans.trigger)
    if isinstance(value, Responsibility):
        return value.how == want.how and _named(value.name, want.names)
    if isinstance(value, Entity):
        return _named(value.name, (want.what,) if want.what else want.names)
    if isinstance(value, Motive):
        return _named(value.text, want.names)
    if isinstance(value, Term | Place | When):
        name = value.text if isinstance(value, When) else f"{value.name} {value.text}"
        return _named(name, want.names)
    return False


def same_group(claim: Claim, gold: GoldClaim) -> bool:
    """Both are of the whole, or both of a part that a common word names; of things not counted, always."""
    if not isinstance(claim.value, Number):
        return True
    if claim.group and gold.group:
        return bool(words(claim.group) & words(gold.group))
    return claim.group == gold.group


def same_source(claim: Claim, gold: GoldClaim) -> bool:
    """Whether one of the marked sources says it, and through the marked chain if one is marked."""
    source = claim.source
    chain = [words(f"{link.name} {link.text}") for link in source.via]
    if gold.via is not None and not any(words(gold.via) <= link for link in chain):
        return False
    told = words(f"{source.name} {source.role} {source.text}")
    return any(
        source.publisher if name == PUBLISHER else not source.publisher and words(name) <= told
        for name in gold.sources
    )


def same_place(place: Place | None, name: str) -> bool:
    """Whether all words of the marked name stand in the place's."""
    return place is not None and words(name) <= words(f"{place.name} {place.text}")


def same_when(when: When | None, days: Days) -> bool:
    """Whether it is the same first and last day."""
    return when is not None and (str(when.start), str(when.end)) == (days.start, days.end)


def _named(name: str, wanted: tuple[str, ...]) -> bool:
    return any(words(want) and words(want) <= words(name) for want in wanted)


def _overlap(marked: Span, read: Span | None) -> bool:
    return read is not None and read.overlaps(marked)

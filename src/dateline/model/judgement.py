"""What a person decided: on a pair of events, on the value of a claim, and on which reports are taken out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from dateline.model.claim import Field
from dateline.model.span import Span
from dateline.model.value import Value

Verdict = Literal["same", "different", "unsure"]
"""On a pair of events."""

ValueVerdict = Literal["accept", "reject", "correct"]
"""On the value of a claim: it is read rightly, it does not count, another value was said."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """An event as it stood when it was judged, so that it is found again after a re-reading.

    ``triggers`` are the spans of the words that told its type; ``words`` those and the words of its
    other values; ``quote`` is the sentence at ``span`` that tells it first.
    """

    event: str
    report: str
    triggers: tuple[Span, ...]
    words: tuple[Span, ...]
    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """One person's verdict on a pair of events, or the undoing of an earlier one.

    ``number`` counts the judgements of a ledger from 1; the latest on a pair holds. ``undoes`` is the
    id of the judgement that this entry takes back, whose verdict and events it repeats. ``at`` has
    its zone.
    """

    id: str
    number: int
    verdict: Verdict
    events: tuple[Anchor, Anchor]
    by: str
    why: str
    at: datetime
    undoes: str | None


@dataclass(frozen=True, slots=True)
class ClaimAnchor:
    """A claim as it stood when it was judged, so that it is found again after a re-reading.

    ``words`` is the span of its value, or where it has none of its own that of its trigger or sentence;
    ``value`` is what was read then; ``quote`` is the sentence at ``span``.
    """

    claim: str
    report: str
    field: Field
    group: str | None
    source: str
    value: Value
    words: Span
    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class ValueJudgement:
    """One person's verdict on the value of a claim, or the undoing of an earlier one.

    ``number`` counts these judgements of a ledger from 1; the latest on a claim holds. ``value`` is what
    was said instead, of a correction alone. ``undoes`` is the id of the judgement that this entry takes
    back, whose verdict, claim and value it repeats. ``at`` has its zone.
    """

    id: str
    number: int
    verdict: ValueVerdict
    claim: ClaimAnchor
    value: Value | None
    by: str
    why: str
    at: datetime
    undoes: str | None

    def __post_init__(self) -> None:
        if (self.verdict == "correct") != (self.value is not None):
            raise ValueError(f"a correction has a value and nothing else does, not {self.verdict}")


@dataclass(frozen=True, slots=True)
class Removal:
    """One person's taking a report out of the ledger, or bringing it back.

    ``number`` counts the removals of a ledger from 1; ``undoes`` is the id of the removal that this
    entry takes back. ``at`` has its zone.
    """

    id: str
    number: int
    report: str
    by: str
    why: str
    at: datetime
    undoes: str | None

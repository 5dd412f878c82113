"""What a person decided: whether two events are one occurrence, and which reports are taken out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from dateline.model.span import Span

Verdict = Literal["same", "different", "unsure"]


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

"""One value for one field of one event, with who says it, how firmly, and where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dateline.model.place import Place
from dateline.model.source import Source
from dateline.model.span import Span
from dateline.model.value import Value
from dateline.model.when import When

Modality = Literal["asserted", "hedged", "denied", "negated", "planned", "threatened"]

Field = Literal[
    "type",
    "actor",
    "target",
    "weapon",
    "place",
    "when",
    "killed",
    "injured",
    "casualties",
    "missing",
    "captured",
    "displaced",
    "rescued",
    "launched",
    "hit",
    "intercepted",
    "failed",
    "damaged",
    "destroyed",
    "responsibility",
    "motive",
    "assessment",
]

PEOPLE: frozenset[Field] = frozenset(
    ("killed", "injured", "casualties", "missing", "captured", "displaced", "rescued")
)
"""Fields that count people."""

WEAPONS: frozenset[Field] = frozenset(("launched", "hit", "intercepted", "failed"))
"""Fields that count weapons."""

THINGS: frozenset[Field] = frozenset(("damaged", "destroyed"))
"""Fields that count things."""

COUNTS: frozenset[Field] = PEOPLE | WEAPONS | THINGS

ACTUAL: frozenset[Modality] = frozenset(("asserted", "hedged"))
"""Modalities under which the value is put forward as having happened."""


@dataclass(frozen=True, slots=True)
class ClaimSpans:
    """The words behind the parts of a claim; null where a part has no words of its own."""

    value: Span | None
    trigger: Span | None
    cue: Span | None
    source: Span | None


@dataclass(frozen=True, slots=True)
class Claim:
    """One value, as one source puts it in one report.

    ``quote`` is the sentence at ``span``; ``text[span] == quote`` always. ``event`` groups the
    claims of one telling; ``group`` says which part a count is about and is null for the whole;
    ``rule`` names the reading rule that made the claim.
    """

    id: str
    report: str
    event: str
    field: Field
    value: Value
    group: str | None
    place: Place | None
    when: When | None
    source: Source
    modality: Modality
    quote: str
    span: Span
    spans: ClaimSpans
    rule: str

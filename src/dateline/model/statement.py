"""Speech in a report, and two relations without speech: who contacted whom, who holds what position."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dateline.model.source import Source
from dateline.model.span import Spans
from dateline.model.when import When

StatementKind = Literal["direct", "indirect", "mixed", "contact", "position"]


@dataclass(frozen=True, slots=True)
class StatementSpans:
    """The words of a statement's parts, each possibly split; empty where a part has none."""

    content: Spans
    source: Spans
    cue: Spans


@dataclass(frozen=True, slots=True)
class Statement:
    """What a speaker says, or does with words.

    ``text`` is the content as it stands in the report; ``medium`` is the channel ("statement",
    "Twitter"); ``claims`` are the ids of the claims made inside the content. For a contact the
    speaker reached out to the addressee; for a position the cue says how the speaker stands to the
    content. A statement without a known speaker has the speaker null.
    """

    id: str
    report: str
    speaker: Source | None
    addressee: Source | None
    kind: StatementKind
    text: str
    spans: StatementSpans
    medium: str | None
    when: When | None
    claims: tuple[str, ...]

"""Drafts -> claims: each with its source, its quote and its id."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model import (
    Claim,
    ClaimSpans,
    Entity,
    Number,
    Report,
    Source,
    Span,
    content_id,
    publisher_source,
)
from dateline.reading.actors import Cast
from dateline.reading.drafts import Draft
from dateline.reading.parse import Parse
from dateline.reading.speech import Attribution


@dataclass(frozen=True, slots=True)
class Desk:
    """What turning a draft into a claim needs to know about the report."""

    parse: Parse
    report: Report
    attribution: Attribution
    cast: Cast


def make_claim(draft: Draft, event: str, desk: Desk) -> Claim:
    """Name the source, quote the sentence, and give the claim its id."""
    parse, report = desk.parse, desk.report
    said = desk.attribution.at(draft.span)
    source = said.source if said and said.source else publisher_source(report.publisher)
    cue = (
        parse.tokens[draft.judged.cue].span if draft.judged.cue is not None else (said.cue if said else None)
    )
    sentence = parse.sentence_span(draft.trigger)
    covering = sentence if sentence.contains(draft.span) else sentence.cover(draft.span)
    spans = ClaimSpans(draft.span, parse.tokens[draft.trigger].span, cue, said.source_span if said else None)
    modality = draft.judged.modality
    if modality == "negated" and isinstance(draft.value, Number) and draft.value.high == 0:
        modality = "asserted"  # the negation is in the zero; what remains is a plain count of none
    parts = (
        report.id,
        event,
        draft.field,
        repr(draft.value),
        str(draft.group),
        modality,
        repr(spans),
        draft.rule,
    )
    return Claim(
        content_id("claim", *parts),
        report.id,
        event,
        draft.field,
        draft.value,
        draft.group,
        draft.place,
        draft.when,
        source,
        modality,
        covering.of(report.text),
        covering,
        spans,
        draft.rule,
    )


def entity_source(entity: Entity) -> Source:
    """A party that speaks for itself, as a source."""
    kinds = {"state": "government", "government": "government", "military": "military", "police": "police"}
    kinds |= {"armed group": "armed group"}
    kind = kinds.get(entity.kind, "unknown")
    named = any(c.isupper() for c in entity.name)
    return Source(entity.name, kind, entity.country, entity.role, named, False, (), entity.text)  # type: ignore[arg-type]


def span_or_none(parse: Parse, i: int | None) -> Span | None:
    """The span of a token, if there is one."""
    return None if i is None else parse.tokens[i].span

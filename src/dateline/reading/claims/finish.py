"""Drafts -> claims: each with its source, its quote and its id."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dateline.model import (
    Claim,
    ClaimSpans,
    Number,
    Report,
    Source,
    content_id,
    publisher_source,
)
from dateline.reading.actors.reader import Cast
from dateline.reading.claims.drafts import Draft
from dateline.reading.parse import Parse
from dateline.reading.speech import Attribution, Said
from dateline.reading.speech.sources import KindWords, read_source


@dataclass(frozen=True, slots=True)
class Desk:
    """What turning a draft into a claim needs to know about the report."""

    parse: Parse
    report: Report
    attribution: Attribution
    cast: Cast
    kinds: KindWords


def make_claim(draft: Draft, event: str, desk: Desk) -> Claim:
    """Name the source, quote the sentence, and give the claim its id."""
    parse, report = desk.parse, desk.report
    said = desk.attribution.at(draft.span)
    source = _source(draft, desk, said)
    cue = (
        parse.tokens[draft.judged.cue].span if draft.judged.cue is not None else (said.cue if said else None)
    )
    sentence = parse.sentence_span(draft.trigger)
    there = parse.sentence_span(parse.token_range(draft.span)[0])
    near = sentence.contains(draft.span) or not there.contains(draft.span)
    covering = sentence.cover(draft.span) if near else there
    words = None if draft.inferred else draft.span
    spans = ClaimSpans(words, parse.tokens[draft.trigger].span, cue, said.source_span if said else None)
    modality = draft.judged.modality
    if modality == "negated" and isinstance(draft.value, Number) and draft.value.high == 0:
        modality = "asserted"  # the negation is in the zero; what remains is a plain count of none
    claim = Claim(
        "",
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
    return identified(claim)


def identified(claim: Claim) -> Claim:
    """The claim with the id of what it says."""
    parts = (
        claim.report,
        claim.event,
        claim.field,
        repr(claim.value),
        str(claim.group),
        claim.modality,
        repr(claim.spans),
        claim.rule,
    )
    return replace(claim, id=content_id("claim", *parts))


def _source(draft: Draft, desk: Desk, said: Said | None) -> Source:
    """Who the construction names ("X blamed Y"), else whose speech the words stand in, else the publisher."""
    if draft.speaker is not None and not _is_unknown(desk, draft.speaker):
        return read_source(desk.parse, draft.speaker, desk.cast, desk.kinds)
    if said and said.source:
        return said.source
    return publisher_source(desk.report.publisher)


def _is_unknown(desk: Desk, speaker: int) -> bool:
    """Whether the speaker is a pronoun that stands for nobody known: "it put the blame on the rebels"."""
    return desk.parse.tokens[speaker].tag == "PRP" and desk.cast.entity(speaker) is None

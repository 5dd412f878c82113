"""Every span lies in its text and quotes it exactly."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.doctor.finding import Finding
from dateline.model import Claim, Ledger, Reading, Spans, Statement


def spans_quote_exactly(ledger: Ledger) -> Iterator[Finding]:
    """The words kept in a claim, statement or mention are those that its span marks."""
    for reading in ledger.readings:
        text = reading.report.text
        for claim in reading.claims:
            yield from _claim(claim, text)
        for statement in reading.statements:
            yield from _statement(statement, text)
        yield from _rest(reading, text)


def _claim(claim: Claim, text: str) -> Iterator[Finding]:
    parts = (claim.spans.value, claim.spans.trigger, claim.spans.cue, claim.spans.source)
    yield from _inside(claim.id, (claim.span, *(part for part in parts if part)), text)
    if claim.span.of(text) != claim.quote:
        yield Finding(claim.id, f"quotes {claim.quote!r}, the report has {claim.span.of(text)!r}")
    value = claim.spans.value
    if value is not None and value.of(text) != claim.value.text:
        yield Finding(claim.id, f"its value reads {claim.value.text!r}, the report {value.of(text)!r}")


def _statement(statement: Statement, text: str) -> Iterator[Finding]:
    spans = statement.spans
    yield from _inside(statement.id, spans.content + spans.source + spans.cue, text)
    at = 0
    for piece in spans.content:
        found = statement.text.find(piece.of(text), at)
        if found < 0:
            yield Finding(statement.id, f"its text lacks {piece.of(text)!r}")
            return
        at = found + piece.end - piece.start


def _rest(reading: Reading, text: str) -> Iterator[Finding]:
    report = reading.report
    yield from _inside(report.id, tuple(repair.span for repair in report.repairs if repair.span), text)
    for actor in reading.actors:
        yield from _inside(actor.id, actor.spans, text)
    for mention in reading.mentions:
        words, marked = mention.value.text, mention.span.of(text)
        if words != marked:
            yield Finding(report.id, f"a {mention.kind} reads {words!r}, the report {marked!r}")


def _inside(record: str, spans: Spans, text: str) -> Iterator[Finding]:
    for span in spans:
        if span.end > len(text):
            yield Finding(record, f"[{span.start}, {span.end}] ends outside a text of {len(text)} characters")

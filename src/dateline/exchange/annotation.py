"""Claims and statements as W3C Web Annotations: an AnnotationPage in JSON-LD, an annotation a line.

Positions are code points, as the recommendation counts them and as Dateline does.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from dateline.exchange.contents import Contents, LeftOut, as_text
from dateline.exchange.values import Json, source_json, value_json
from dateline.exchange.words import claim_words, voice_words
from dateline.model import Claim, Reading, Report, Span, Statement

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"dateline": "urn:dateline:"}]

AROUND = 32
"""Characters before and after the words that a quote selector holds."""


def write_annotations(contents: Contents, out: BinaryIO) -> tuple[LeftOut, ...]:
    """Every claim with the words it was read from, and every statement with what is said."""
    with as_text(out) as text:
        text.write(f'{{"@context": {json.dumps(CONTEXT)}, "id": "urn:dateline:annotations", ')
        text.write('"type": "AnnotationPage", "items": [')
        first = True
        for reading in contents.source.readings:
            for item in _of_reading(reading, contents.source.incident_of(reading)):
                text.write("\n" if first else ",\n")
                text.write(json.dumps(item, ensure_ascii=False, allow_nan=False))
                first = False
        text.write("\n]}\n")
    return ()


def _of_reading(reading: Reading, incident_of: Mapping[str, str]) -> Iterator[Json]:
    yield from (_claim(claim, reading.report, incident_of.get(claim.id)) for claim in reading.claims)
    yield from (_statement(each, reading.report) for each in reading.statements)


def _claim(claim: Claim, report: Report, incident: str | None) -> Json:
    words = claim.spans.value or claim.spans.trigger or claim.span
    record = {
        "field": claim.field,
        "value": value_json(claim.value),
        "group": claim.group,
        "source": source_json(claim.source),
        "modality": claim.modality,
        "rule": claim.rule,
    }
    parts = (("source", claim.spans.source), ("cue", claim.spans.cue), ("trigger", claim.spans.trigger))
    others = [_target(report, span, part) for part, span in parts if span and span != words]
    return {
        "id": f"urn:dateline:{claim.id}",
        "type": "Annotation",
        "motivation": "tagging",
        "body": [_tag(claim.field), _described(_said(claim)), _data(record)],
        "target": [_target(report, words, "value"), _target(report, claim.span, "sentence"), *others],
        "dateline:incident": f"urn:dateline:{incident}" if incident else None,
    }


def _statement(statement: Statement, report: Report) -> Json:
    spans = (("content", statement.spans.content), ("source", statement.spans.source))
    record = {"kind": statement.kind, "speaker": source_json(statement.speaker), "medium": statement.medium}
    speaker = statement.speaker.name if statement.speaker else "somebody"
    return {
        "id": f"urn:dateline:{statement.id}",
        "type": "Annotation",
        "motivation": "tagging",
        "body": [_tag("statement"), _described(f"{speaker} ({statement.kind})"), _data(record)],
        "target": [_target(report, span, part) for part, found in spans for span in found],
    }


def _said(claim: Claim) -> str:
    return f"{claim_words(claim)} ({voice_words(claim.source)}; {claim.modality})"


def _tag(value: str) -> Json:
    return {"type": "TextualBody", "purpose": "tagging", "value": value}


def _described(value: str) -> Json:
    return {"type": "TextualBody", "purpose": "describing", "value": value, "format": "text/plain"}


def _data(record: Mapping[str, object]) -> Json:
    told = json.dumps(record, ensure_ascii=False, allow_nan=False)
    return {"type": "TextualBody", "purpose": "classifying", "value": told, "format": "application/json"}


def _target(report: Report, span: Span, part: str) -> Json:
    text = report.text
    return {
        "source": f"urn:dateline:{report.id}",
        "dateline:part": part,
        "selector": [
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            {
                "type": "TextQuoteSelector",
                "exact": span.of(text),
                "prefix": text[max(0, span.start - AROUND) : span.start],
                "suffix": text[span.end : span.end + AROUND],
            },
        ],
    }

"""Reports as Label Studio tasks with all that was read already marked, as predictions.

Label Studio counts code points, as Dateline does. docs/formats/label-studio.md has the labelling setup.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from dateline.exchange.contents import Contents, LeftOut, as_text
from dateline.exchange.json import VERSION
from dateline.exchange.marks import SOURCE, Marked, asked_of, marks_of
from dateline.exchange.values import Json, date_json
from dateline.model import Reading


def write_label_studio(contents: Contents, out: BinaryIO) -> tuple[LeftOut, ...]:
    """One JSON array, a task a line."""
    with as_text(out) as text:
        text.write("[")
        for n, reading in enumerate(contents.source.readings):
            text.write(",\n" if n else "\n")
            task = _task(reading, contents.source.incident_of(reading))
            text.write(json.dumps(task, ensure_ascii=False, allow_nan=False))
        text.write("\n]\n")
    return ()


def _task(reading: Reading, incident_of: Mapping[str, str]) -> Json:
    report, marks = reading.report, marks_of(reading)
    result = [part for each in marks.stretches for part in _region(each, report.text, incident_of)]
    result += [
        {"type": "relation", "from_id": claim, "to_id": source, "direction": "right", "labels": [SOURCE]}
        for claim, source in marks.sources
    ]
    data = {
        "text": report.text,
        "key": report.key,
        "report": report.id,
        "title": report.title,
        "publisher": report.publisher,
        "published": date_json(report.published),
    }
    return {"data": data, "predictions": [{"model_version": f"dateline {VERSION}", "result": result}]}


def _region(marked: Marked, text: str, incident_of: Mapping[str, str]) -> Iterator[Json]:
    span, claim = marked.span, marked.claim
    where: Json = {"start": span.start, "end": span.end, "text": span.of(text)}

    def part(control: str, kind: str, key: str, answer: str) -> Json:
        value = {**where, key: [answer]}
        return {"id": marked.id, "from_name": control, "to_name": "text", "type": kind, "value": value}

    yield part("field", "labels", "labels", marked.label)
    if claim:
        yield part("modality", "choices", "choices", claim.modality)
        for name, answer in asked_of(claim, incident_of.get(claim.id)):
            yield part(name, "textarea", "text", answer)

"""Reports as doccano documents (JSON Lines with relations) with all that was read already marked.

doccano counts UTF-16 units.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from dateline.exchange.contents import Contents, LeftOut, as_text
from dateline.exchange.marks import SOURCE, Marked, marks_of
from dateline.exchange.offsets import Offsets
from dateline.exchange.values import Json
from dateline.model import Reading

SAME = "same incident"
"""Relation between two claims about one occurrence."""


def write_doccano(contents: Contents, out: BinaryIO) -> tuple[LeftOut, ...]:
    """One document a line; entities and relations are numbered through the file."""
    number = 0
    with as_text(out) as text:
        for n, reading in enumerate(contents.source.readings, 1):
            document = _document(reading, contents.source.incident_of(reading), number)
            text.write(json.dumps({"id": n, **document}, ensure_ascii=False, allow_nan=False))
            text.write("\n")
            number += len(reading.claims) * 3
    return ()


def _document(reading: Reading, incident_of: Mapping[str, str], number: int) -> Json:
    marks, offsets = marks_of(reading), Offsets(reading.report.text)
    ids = {each.id: number + n for n, each in enumerate(marks.stretches, 1)}
    entities = [
        {
            "id": ids[each.id],
            "label": _label(each),
            "start_offset": offsets.utf16(each.span.start),
            "end_offset": offsets.utf16(each.span.end),
        }
        for each in marks.stretches
    ]
    ties = [(claim, source, SOURCE) for claim, source in marks.sources]
    ties += [(one, other, SAME) for one, other in _same(reading, incident_of)]
    relations = [
        {"id": number + n, "from_id": ids[one], "to_id": ids[other], "type": kind}
        for n, (one, other, kind) in enumerate(ties, 1)
    ]
    report = reading.report
    return {"key": report.key, "text": report.text, "entities": entities, "relations": relations}


def _label(marked: Marked) -> str:
    """A claim's field, with its modality in brackets where it is not simply asserted."""
    claim = marked.claim
    return (
        marked.label
        if claim is None or claim.modality == "asserted"
        else f"{marked.label} ({claim.modality})"
    )


def _same(reading: Reading, incident_of: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each claim with the one before it that is about the same incident."""
    last = dict[str, str]()
    for claim in reading.claims:
        incident = incident_of.get(claim.id)
        if incident:
            if incident in last:
                yield last[incident], claim.id
            last[incident] = claim.id

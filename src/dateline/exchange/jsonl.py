"""The whole ledger as JSON Lines, a record a line: it can be streamed, cut, and taken in again."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from typing import BinaryIO

from dateline.exchange.contents import Contents, LeftOut, as_text
from dateline.exchange.json import VERSION
from dateline.exchange.judged import judgement_json, value_judgement_json
from dateline.exchange.policies import policy_json
from dateline.exchange.records import (
    actor_json,
    claim_json,
    incident_json,
    mention_json,
    quarantined_json,
    report_json,
    statement_json,
)
from dateline.exchange.values import Json


def write_jsonl(contents: Contents, out: BinaryIO) -> tuple[LeftOut, ...]:
    """Each line is a record of the contract with ``record``, its kind, in front.

    The first says which version wrote it. A report is followed by its raw copy, where the ledger has it, its
    claims, statements, actors and mentions; incidents, each with its figures where a policy was asked for,
    judgements and quarantined inputs come last, and then how many records there were, by which a file that
    was cut off is known.
    """
    number = 0
    with as_text(out) as text:
        for kind, record in _records(contents):
            text.write(json.dumps({"record": kind, **record}, ensure_ascii=False, allow_nan=False))
            text.write("\n")
            number += 1
        text.write(f'{{"record": "end", "records": {number}}}\n')
    return ()


def _records(contents: Contents) -> Iterator[tuple[str, Json]]:
    source = contents.source
    yield "ledger", {"dateline": VERSION}
    for reading in source.readings:
        incident_of = source.incident_of(reading)
        yield "report", report_json(reading.report) | {"dateline": reading.report.dateline}
        kept = contents.kept(reading.report)
        if kept:
            data, making = kept
            yield (
                "raw",
                {
                    "report": reading.report.id,
                    "name": making.name,
                    "kind": making.kind,
                    "version": making.maker.version,
                    "codebook": making.maker.codebook,
                    "data": base64.b64encode(data).decode("ascii"),
                },
            )
        yield from (("claim", claim_json(each, incident_of.get(each.id))) for each in reading.claims)
        yield from (("statement", statement_json(each)) for each in reading.statements)
        yield from (("actor", actor_json(each)) for each in reading.actors)
        yield from (("mention", mention_json(each, reading.report.id)) for each in reading.mentions)
    if contents.figures is None:
        yield from (("incident", incident_json(each)) for each in source.incidents)
    else:
        for told in source.told():
            yield "incident", incident_json(told.incident)
            for figures in contents.figures(told):
                yield "figure", policy_json(figures, told.incident.id)
    yield from (("judgement", judgement_json(each)) for each in source.judgements)
    yield from (("value_judgement", value_judgement_json(each)) for each in source.value_judgements)
    yield from (("quarantined", quarantined_json(each)) for each in source.quarantined)

"""A ledger -> the JSON contract (``schema.json``), whole or written out record by record."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.metadata import version
from typing import TextIO

from dateline.exchange.contents import Figures
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
from dateline.exchange.source import InMemory, Source
from dateline.exchange.values import Json
from dateline.model import Ledger, Reading

VERSION = version("dateline")
"""Kept under ``dateline``: who wrote the document."""


def ledger_to_json(ledger: Ledger, *, mentions: bool) -> dict[str, object]:
    """The ledger as plain dicts, lists, strings, numbers and null, ready for ``json.dumps``.

    Args:
        ledger: what reading gave back.
        mentions: whether every time, place, actor and count read is listed as well.
    """
    sections = _sections(InMemory(ledger), mentions, None)
    return {"dateline": VERSION, **{name: list(rows) for name, rows in sections}}


def write_json(ledger: Ledger, out: TextIO, *, mentions: bool) -> None:
    """Write the same document to ``out``, one record a line."""
    write_source(InMemory(ledger), out, mentions=mentions)


def write_source(source: Source, out: TextIO, *, mentions: bool, figures: Figures | None = None) -> None:
    """Write a ledger as such a document, going through it once for each list.

    ``figures`` tell the dead of every incident under policies, where any was asked for.
    """
    out.write(f'{{"dateline": {json.dumps(VERSION)}')
    for name, rows in _sections(source, mentions, figures):
        out.write(f',\n"{name}": [')
        for n, row in enumerate(rows):
            out.write(",\n" if n else "\n")
            out.write(json.dumps(row, ensure_ascii=False, allow_nan=False))
        out.write("]")
    out.write("}\n")


def _sections(
    source: Source, mentions: bool, figures: Figures | None
) -> Iterator[tuple[str, Iterator[Json]]]:
    """The contract's lists in its order; the ledger's own order holds within each."""
    yield "reports", (report_json(reading.report) for reading in source.readings)
    yield "claims", (claim for reading in source.readings for claim in _claims(source, reading))
    yield "statements", (statement_json(each) for reading in source.readings for each in reading.statements)
    yield "actors", (actor_json(actor) for reading in source.readings for actor in reading.actors)
    yield "incidents", (incident_json(incident) for incident in source.incidents)
    if figures:
        yield (
            "figures",
            (policy_json(each, told.incident.id) for told in source.told() for each in figures(told)),
        )
    if mentions:
        yield (
            "mentions",
            (
                mention_json(each, reading.report.id)
                for reading in source.readings
                for each in reading.mentions
            ),
        )
    yield "judgements", (judgement_json(each) for each in source.judgements)
    yield "value_judgements", (value_judgement_json(each) for each in source.value_judgements)
    yield "quarantined", (quarantined_json(each) for each in source.quarantined)


def _claims(source: Source, reading: Reading) -> Iterator[Json]:
    incident_of = source.incident_of(reading)
    return (claim_json(claim, incident_of.get(claim.id)) for claim in reading.claims)

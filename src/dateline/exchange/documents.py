"""Files that hold a ledger (JSON, JSON Lines, claims as CSV) -> what is in them."""

from __future__ import annotations

import base64
import csv
import json
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from dateline.errors import InputError
from dateline.exchange import back
from dateline.exchange.cells import unguarded
from dateline.exchange.claims_csv import COLUMNS
from dateline.exchange.flat import claim_record, report_record
from dateline.exchange.json import VERSION
from dateline.exchange.records import Json
from dateline.limits import MAX_CELL_CHARACTERS, MAX_DOCUMENT_BYTES
from dateline.model import (
    Actor,
    AnyMention,
    Claim,
    Incident,
    Judgement,
    Ledger,
    Maker,
    Making,
    Quarantined,
    Reading,
    Report,
    Statement,
    content_id,
    raw_hash,
)

SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
"""Where half a character may be written as an escape."""

SUFFIXES = (".json", ".jsonl", ".csv")

SECTIONS: Mapping[str, str] = {
    "reports": "report",
    "claims": "claim",
    "statements": "statement",
    "actors": "actor",
    "mentions": "mention",
    "incidents": "incident",
    "judgements": "judgement",
    "quarantined": "quarantined",
}
"""The contract's lists, and the kind of record that each holds."""


@dataclass(frozen=True, slots=True)
class Document:
    """A ledger out of a file.

    ``linked`` tells whether its incidents came with it; where they did not, the ledger has none. ``raw``
    holds raw copies and how they were read, by report id, as far as they came along. ``version`` is that
    of the Dateline which wrote it, null where the file does not say.
    """

    ledger: Ledger
    linked: bool
    raw: Mapping[str, tuple[bytes, Making]]
    version: str | None


@dataclass(slots=True)
class _Gathered:
    """Records by kind, as they are read."""

    reports: dict[str, Report] = field(default_factory=dict)
    claims: dict[str, list[Claim]] = field(default_factory=dict)
    statements: dict[str, list[Statement]] = field(default_factory=dict)
    actors: dict[str, list[Actor]] = field(default_factory=dict)
    mentions: dict[str, list[AnyMention]] = field(default_factory=dict)
    incidents: list[Incident] = field(default_factory=list)
    judgements: list[Judgement] = field(default_factory=list)
    quarantined: list[Quarantined] = field(default_factory=list)
    raw: dict[str, tuple[bytes, Making]] = field(default_factory=dict)
    version: str | None = None


def is_document(where: str) -> bool:
    """Whether a ledger's name is that of a file in one of these forms."""
    return "://" not in where and where.lower().endswith(SUFFIXES)


def read_document(path: Path) -> Document:
    """Read a ledger out of a file.

    Raises:
        InputError: the file cannot be read, is too large, cut off, of another form or of a newer Dateline, or
            breaks the contract; names the file, where, and what is wrong.
    """
    try:
        if path.stat().st_size > MAX_DOCUMENT_BYTES:
            raise InputError(f"{path} is larger than {MAX_DOCUMENT_BYTES:,} bytes.")
        with path.open(encoding="utf-8-sig", newline="") as text:
            return _document(text, path)
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8: byte {error.start}.") from error


def _document(text: TextIO, path: Path) -> Document:
    suffix, gathered = path.suffix.lower(), _Gathered()
    records = {".json": _of_json, ".jsonl": _of_lines, ".csv": _of_csv}[suffix](text, path)
    for where, kind, record in records:
        try:
            _take(gathered, kind, record)
        except (back.BrokenRecordError, ValueError, KeyError, TypeError) as error:
            told = str(error) if isinstance(error, ValueError) else f"{error!r}"
            raise InputError(f"{path}: {where}: {told}") from error
    return _whole(gathered, path, linked=suffix != ".csv")


def _whole(gathered: _Gathered, path: Path, *, linked: bool) -> Document:
    strays = (
        gathered.claims.keys() | gathered.statements.keys() | gathered.actors.keys()
    ) - gathered.reports.keys()
    if strays:
        raise InputError(f"{path}: {min(strays)} is named and not in the file; was it cut off?")
    readings = tuple(
        Reading(
            gathered.reports[id_],
            tuple(gathered.claims.get(id_, ())),
            tuple(gathered.statements.get(id_, ())),
            tuple(gathered.actors.get(id_, ())),
            tuple(gathered.mentions.get(id_, ())),
        )
        for id_ in sorted(gathered.reports)
    )
    incidents, judgements = tuple(gathered.incidents), tuple(gathered.judgements)
    ledger = Ledger(readings, incidents, tuple(gathered.quarantined), judgements)
    return Document(ledger, linked, gathered.raw, gathered.version)


Told = Iterator[tuple[str, str, Json]]
"""Where a record stands, its kind, and the record."""


def _of_json(text: TextIO, path: Path) -> Told:
    whole = text.read()
    try:
        document = _loads(whole)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{path} is no whole JSON document: {error}") from error
    if not isinstance(document, dict) or "dateline" not in document or "reports" not in document:
        raise InputError(f"{path} is no ledger: it has no `dateline` and `reports` at its top.")
    yield "dateline", "ledger", {"dateline": document["dateline"]}
    for section, kind in SECTIONS.items():
        listed = document.get(section, [])
        if not isinstance(listed, list):
            raise InputError(f"{path}: {section}: not a list.")
        yield from ((f"{section}.{n}", kind, record) for n, record in enumerate(listed))


def _of_lines(text: TextIO, path: Path) -> Told:
    first, ended, records = True, False, 0
    for n, line in enumerate(text, 1):
        if not line.strip():
            continue
        try:
            record = _loads(line)
        except (ValueError, RecursionError) as error:
            raise InputError(
                f"{path}: line {n} is no whole record: {error}; was the file cut off?"
            ) from error
        kind = record.pop("record", None) if isinstance(record, dict) else None
        if not isinstance(record, dict) or kind is None:
            raise InputError(f"{path}: line {n} is no record of a ledger: it has no `record`.")
        if first and kind != "ledger":
            raise InputError(f"{path}: line {n}: a ledger in JSON Lines begins with a record `ledger`.")
        first, ended = False, kind == "end"
        if ended and record.get("records") == records:
            continue
        records += 1
        yield f"line {n}", str(kind), record
    if not ended:
        raise InputError(f"{path} has no record `end` at its end: it is empty or was cut off.")


def _of_csv(text: TextIO, path: Path) -> Told:
    csv.field_size_limit(MAX_CELL_CHARACTERS)
    rows = csv.reader(text, strict=True)
    known = set[str]()
    try:
        header = next(rows, [])
        missing = [name for name in COLUMNS if name not in header]
        if missing:
            raise InputError(f"{path} is no file of claims: it has no column {', '.join(missing[:3])}.")
        for row in rows:
            where = f"line {rows.line_num}"
            if len(row) != len(header):
                raise InputError(
                    f"{path}: {where}: {len(row)} cells under {len(header)} columns; was it cut off?"
                )
            cells = dict(zip(header, map(unguarded, row), strict=True))
            if cells["report"] not in known:
                known.add(cells["report"])
                yield from _of_report(cells, where)
            if cells["claim"]:
                yield where, "claim", claim_record(cells)
    except (csv.Error, ValueError) as error:
        raise InputError(f"{path}: line {rows.line_num}: {error}") from error


def _of_report(cells: Mapping[str, str], where: str) -> Told:
    """The records in the first row of a report, beside its first claim."""
    if not cells["report_text"]:
        raise ValueError(f"{cells['report']} has no report_text in its first row")
    record = report_record(cells)
    rest = {kind: record.pop(f"{kind}s") for kind in ("statement", "actor", "mention")}
    yield where, "report", record
    for kind, listed in rest.items():
        if not isinstance(listed, list):
            raise ValueError(f"report_{kind}s: not a list")
        yield from ((where, kind, each) for each in listed)


def _take(gathered: _Gathered, kind: str, record: Json) -> None:
    match kind:
        case "ledger":
            gathered.version = str(record["dateline"])
            _require_known(gathered.version)
        case "report":
            report = back.report_of(record)
            if report.id != content_id("report", report.raw):
                raise ValueError(
                    f"id: {report.id} is not the id of a report with the raw copy {report.raw[:12]}…"
                )
            if report.id in gathered.reports:
                raise ValueError(f"{report.id} is there twice")
            gathered.reports[report.id] = report
        case "raw":
            gathered.raw[str(record["report"])] = _raw(record)
        case "claim":
            claim = back.claim_of(record)
            gathered.claims.setdefault(claim.report, []).append(claim)
        case "statement":
            statement = back.statement_of(record)
            gathered.statements.setdefault(statement.report, []).append(statement)
        case "actor":
            actor = back.actor_of(record)
            gathered.actors.setdefault(actor.report, []).append(actor)
        case "mention":
            gathered.mentions.setdefault(str(record["report"]), []).append(back.mention_of(record))
        case "incident":
            gathered.incidents.append(back.incident_of(record))
        case "judgement":
            gathered.judgements.append(back.judgement_of(record, len(gathered.judgements) + 1))
        case "quarantined":
            gathered.quarantined.append(back.quarantined_of(record))
        case _:
            raise ValueError(f"{kind!r} is no kind of record")


def _raw(record: Json) -> tuple[bytes, Making]:
    data = base64.b64decode(str(record["data"]), validate=True)
    if content_id("report", raw_hash(data)) != record["report"]:
        raise ValueError(f"the raw copy of {record['report']} was changed: its bytes have another hash")
    maker = Maker(str(record["version"]), str(record["codebook"]))
    return data, Making(str(record["name"]), str(record["kind"]), maker)


def _require_known(version: str) -> None:
    """Let a document of this version or an older one pass."""
    if _numbers(version) > _numbers(VERSION):
        raise ValueError(f"it was written by Dateline {version}, which is newer than this one ({VERSION})")


def _loads(text: str) -> object:
    """JSON without numbers that are none and halves of characters, which could not be written again."""
    told: object = json.loads(text, parse_constant=_no_constant, parse_float=_finite)
    if SURROGATE.search(text):
        json.dumps(told, ensure_ascii=False).encode()  # a UnicodeEncodeError is a ValueError
    return told


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError(f"{digits} is too large")
    return number


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no number in JSON")


def _numbers(version: str) -> tuple[int, ...]:
    try:
        return tuple(int(part) for part in version.split("+", maxsplit=1)[0].split(".")[:3])
    except ValueError as error:
        raise ValueError(f"{version!r} is no version of Dateline") from error

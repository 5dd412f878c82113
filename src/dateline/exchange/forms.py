"""The text of an exported ledger -> its records, one after the other: where each stands, its kind, itself."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TextIO

from dateline.errors import InputError
from dateline.exchange.cells import unguarded
from dateline.exchange.claims_csv import COLUMNS
from dateline.exchange.flat import claim_record, finite, report_record
from dateline.exchange.values import Json
from dateline.limits import MAX_CELL_CHARACTERS

SECTIONS: Mapping[str, str] = {
    "reports": "report",
    "claims": "claim",
    "statements": "statement",
    "actors": "actor",
    "mentions": "mention",
    "incidents": "incident",
    "figures": "figure",
    "judgements": "judgement",
    "value_judgements": "value_judgement",
    "quarantined": "quarantined",
}
"""The contract's lists, and the kind of record that each holds."""

SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
"""Where half a character may be written as an escape."""

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


def _loads(text: str) -> object:
    """JSON without numbers that are none and halves of characters, which could not be written again."""
    told: object = json.loads(text, parse_constant=_no_constant, parse_float=finite)
    if SURROGATE.search(text):
        json.dumps(told, ensure_ascii=False).encode()  # a UnicodeEncodeError is a ValueError
    return told


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no number in JSON")


FORMS: Mapping[str, Callable[[TextIO, Path], Told]] = {
    ".json": _of_json,
    ".jsonl": _of_lines,
    ".csv": _of_csv,
}
"""How a file is read, by the end of its name. Each raises an InputError that names file, place and fault."""

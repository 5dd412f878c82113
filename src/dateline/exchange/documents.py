"""Files that hold a ledger (JSON, JSON Lines, claims as CSV) -> what is in them."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from dateline.errors import InputError
from dateline.exchange import back
from dateline.exchange.forms import FORMS
from dateline.exchange.json import VERSION
from dateline.exchange.values import Json
from dateline.limits import MAX_DOCUMENT_BYTES
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
    ValueJudgement,
    content_id,
    raw_hash,
)


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
    value_judgements: list[ValueJudgement] = field(default_factory=list)
    quarantined: list[Quarantined] = field(default_factory=list)
    raw: dict[str, tuple[bytes, Making]] = field(default_factory=dict)
    version: str | None = None


def is_document(where: str) -> bool:
    """Whether a ledger's name is that of a file in one of these forms."""
    return "://" not in where and where.lower().endswith(tuple(FORMS))


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
    records = FORMS[suffix](text, path)
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
    values = tuple(gathered.value_judgements)
    ledger = Ledger(readings, incidents, tuple(gathered.quarantined), judgements, values)
    return Document(ledger, linked, gathered.raw, gathered.version)


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
        case "figure":
            pass  # worked out anew whenever it is asked for
        case "judgement":
            gathered.judgements.append(back.judgement_of(record, len(gathered.judgements) + 1))
        case "value_judgement":
            number = len(gathered.value_judgements) + 1
            gathered.value_judgements.append(back.value_judgement_of(record, number))
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


def _numbers(version: str) -> tuple[int, ...]:
    try:
        return tuple(int(part) for part in version.split("+", maxsplit=1)[0].split(".")[:3])
    except ValueError as error:
        raise ValueError(f"{version!r} is no version of Dateline") from error

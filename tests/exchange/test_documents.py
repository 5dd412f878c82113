"""What was exported is read back equal; what is broken is refused in words that say where."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.codebook import load_codebook
from dateline.errors import InputError
from dateline.exchange.documents import Document, is_document, read_document
from dateline.keeping.exporting import Asked, export
from dateline.limits import MAX_DOCUMENT_BYTES
from dateline.model import Judgement, Ledger, Making, Report
from dateline.reconcile import anchor_of
from tests.builders import market_bombing
from tests.ledger.stores import MADE, RAW, pair_of

FORMS = ("json", "jsonl", "csv")
BITS = (b'"', b"{", b"]", b"null", b"-1", b"1e999", b"9" * 30, b",", b"\n", b"\0", b"\\ud800")


def judged() -> Ledger:
    ledger = market_bombing()
    at = datetime(2031, 5, 8, 9, 30, tzinfo=UTC)
    first = Judgement(
        "judgement-0000000000000001", 1, "same", pair_of(ledger.readings), "A. Person", "one bomb", at, None
    )
    undone = replace(first, id="judgement-0000000000000002", number=2, undoes=first.id, why="a slip")
    return replace(ledger, judgements=(first, undone))


def kept(report: Report) -> tuple[bytes, Making] | None:
    return RAW[report.raw], MADE


def written(form: str, folder: Path, ledger: Ledger | None = None) -> Path:
    out = BytesIO()
    export(ledger or judged(), Asked(form, mentions=True, kept=kept), load_codebook(), out)
    file = folder / f"ledger.{form}"
    file.write_bytes(out.getvalue())
    return file


def told(ledger: Ledger, form: str) -> Ledger:
    """What a form can hold of the ledger."""
    readings = ledger.readings
    if form == "json":
        readings = tuple(replace(r, report=replace(r.report, dateline=None)) for r in readings)
    if form == "csv":
        return Ledger(readings, (), ())
    return replace(ledger, readings=readings)


@pytest.mark.parametrize("form", FORMS)
def test_there_and_back(form: str, tmp_path: Path) -> None:
    document = read_document(written(form, tmp_path))
    assert document.ledger == told(judged(), form)
    assert document.linked is (form != "csv")
    assert set(document.raw) == ({r.report.id for r in judged().readings} if form == "jsonl" else set())


@pytest.mark.parametrize("form", FORMS)
def test_a_report_without_claims_is_not_lost(form: str, tmp_path: Path) -> None:
    ledger = judged()
    bare = replace(ledger.readings[0], claims=(), statements=())
    without = replace(ledger, readings=(bare, ledger.readings[1]), incidents=(), judgements=())
    assert read_document(written(form, tmp_path, without)).ledger.readings[0].report.id == bare.report.id


@pytest.mark.parametrize("form", ["json", "jsonl"])
@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9, 0.999])
def test_a_file_that_was_cut_off_is_refused(form: str, share: float, tmp_path: Path) -> None:
    file = written(form, tmp_path)
    whole = file.read_bytes()
    file.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(InputError, match=re.escape(str(file))):
        read_document(file)


@pytest.mark.parametrize("lines", [0, 1, 5, -2])
def test_lines_that_are_whole_but_not_all_are_refused(lines: int, tmp_path: Path) -> None:
    file = written("jsonl", tmp_path)
    told = file.read_text("utf-8").splitlines(keepends=True)
    file.write_text("".join(told[:lines]), encoding="utf-8")
    with pytest.raises(InputError, match="cut off"):
        read_document(file)


@pytest.mark.parametrize("share", [0.3, 0.6, 0.999])
def test_a_cell_that_was_cut_off_is_refused(share: float, tmp_path: Path) -> None:
    file = written("csv", tmp_path)
    whole = file.read_bytes()
    file.write_bytes(whole[: int(len(whole) * share)].rstrip(b"\n"))
    with pytest.raises(InputError, match=r"line \d+"):
        read_document(file)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda d: d.update(dateline="99.0.0"), "newer than this one"),
        (lambda d: d.update(dateline="soon"), "no version of Dateline"),
        (lambda d: d.pop("dateline"), "is no ledger"),
        (lambda d: d.update(claims={}), "claims: not a list"),
        (
            lambda d: d["claims"][3]["value"].update(extra=1),
            "claims.3: value: these are the keys",
        ),
        (lambda d: d["claims"][3].update(span=[5]), "claims.3: span: [5] is no pair of positions"),
        (lambda d: d["claims"][3].update(span=[9, 5]), "claims.3: span"),
        (lambda d: d["claims"][3].update(modality="sure"), "claims.3: modality"),
        (lambda d: d["claims"][0].pop("quote"), "claims.0: quote"),
        (lambda d: d["reports"].pop(), "is named and not in the file"),
        (lambda d: d["reports"].append(d["reports"][0]), "is there twice"),
        (lambda d: d["reports"][0].update(raw="0" * 64), "is not the id of a report with the raw copy"),
        (lambda d: d["reports"][0].update(published="yesterday"), "reports.0: published"),
        (lambda d: d["incidents"][0].update(fields=[]), "incidents.0: fields: not an object"),
        (lambda d: [d], "is no ledger"),
    ],
)
def test_a_broken_document_is_refused(change: Callable[[Any], object], why: str, tmp_path: Path) -> None:
    file = written("json", tmp_path)
    document = json.loads(file.read_text("utf-8"))
    made = change(document)
    file.write_text(json.dumps(made if isinstance(made, list) and made[0] is document else document), "utf-8")
    with pytest.raises(InputError, match=re.escape(why)):
        read_document(file)


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("a.json", "[" * 200_000, "no whole JSON document"),
        ("a.json", '{"dateline": "0.1.0", "reports": ' + "9" * 5000 + "}", "no whole JSON document"),
        ("a.json", '{"dateline": "0.1.0", "reports": [NaN]}', "NaN is no number"),
        ("a.json", '{"dateline": "0.1.0", "reports": [1e999]}', "1e999 is too large"),
        ("a.json", '{"dateline": "0.1.0", "reports": ["\\ud800"]}', "surrogates not allowed"),
        ("a.json", "", "no whole JSON document"),
        ("a.jsonl", "", "is empty or was cut off"),
        ("a.jsonl", "{}\n", "it has no `record`"),
        ("a.jsonl", '{"record": "claim"}\n', "begins with a record `ledger`"),
        ("a.jsonl", '{"record": "ledger", "dateline": "0.1.0"}\n{"record": "spy"}\n', "'spy' is no kind"),
        ("a.jsonl", '{"record": "ledger", "dateline": "0.1.0"}\n{"record": "raw"', "line 2"),
        ("a.csv", "a,b\n1,2\n", "it has no column claim"),
        ("a.csv", "", "it has no column claim"),
    ],
)
def test_what_is_no_ledger_is_refused(name: str, text: str, why: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=why):
        read_document(tmp_path / name)


def test_a_file_that_is_gone_or_too_large_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    with pytest.raises(InputError, match=r"a\.json cannot be read: No such file"):
        read_document(file)
    with file.open("wb") as empty:
        empty.truncate(MAX_DOCUMENT_BYTES + 1)
    with pytest.raises(InputError, match=r"a\.json is larger than 2,000,000,000 bytes"):
        read_document(file)


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="not UTF-8"):
        read_document(tmp_path / "a.json")


def test_a_raw_copy_that_was_changed_is_refused(tmp_path: Path) -> None:
    file = written("jsonl", tmp_path)
    lines = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    raw = next(line for line in lines if line["record"] == "raw")
    raw["data"] = raw["data"][:-8] + "AAAAAAA="
    file.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    with pytest.raises(InputError, match="its bytes have another hash"):
        read_document(file)


@pytest.mark.parametrize(
    ("column", "cell", "why"),
    [
        ("value_low", "many", "value_low: 'many' is no integer"),
        ("source_named", "perhaps", "source_named: 'perhaps' is no flag"),
        ("spans_value", "{", "spans_value: '{' is no json"),
        ("report_text", "", "has no report_text"),
        ("place_lat", "inf", "place_lat: 'inf' is no number"),
        ("place_lon", "nan", "place_lon: 'nan' is no number"),
        ("field", "mood", "field"),
        ("source_kind", "oracle", "source.kind"),
    ],
)
def test_a_broken_cell_is_named(column: str, cell: str, why: str, tmp_path: Path) -> None:
    file = written("csv", tmp_path)
    with file.open(encoding="utf-8", newline="") as text:
        header, *rows = csv.reader(text)
    for row in rows:
        row[header.index(column)] = cell
    with file.open("w", encoding="utf-8", newline="") as text:
        csv.writer(text).writerows([header, *rows])
    with pytest.raises(InputError, match=rf"ledger\.csv: line \d+: .*{why}"):
        read_document(file)


@pytest.mark.parametrize(
    ("where", "is_one"),
    [
        ("a.json", True),
        ("A.JSONL", True),
        ("x/claims.csv", True),
        ("ledger.db", False),
        ("postgresql://h/a.json", False),
    ],
)
def test_files_are_known_by_their_names(where: str, is_one: bool) -> None:
    assert is_document(where) is is_one


def test_anchors_of_judgements_come_along(tmp_path: Path) -> None:
    document: Document = read_document(written("json", tmp_path))
    first = document.ledger.judgements[0].events[0]
    reading = next(r for r in document.ledger.readings if r.report.id == first.report)
    assert first == anchor_of(first.event, reading)


@pytest.fixture(scope="module")
def wholes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("whole")
    return {form: written(form, folder).read_bytes() for form in FORMS}


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    form=st.sampled_from(FORMS),
    at=st.floats(0, 1),
    gone=st.integers(0, 40),
    put=st.one_of(st.binary(max_size=8), st.sampled_from(BITS)),
)
def test_whatever_is_changed_is_read_or_refused(
    form: str, at: float, gone: int, put: bytes, wholes: dict[str, bytes], tmp_path: Path
) -> None:
    whole = wholes[form]
    start = int(at * len(whole))
    file = tmp_path / f"ledger.{form}"
    file.write_bytes(whole[:start] + put + whole[start + gone :])
    try:
        read_document(file)
    except InputError as refused:
        told = str(refused)
    else:
        told = str(file)
    assert told.startswith(str(file))

"""`dateline reread`: another codebook reads the kept bytes again, and judgements stay with their events."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dateline.codebook import codebook_digest
from dateline.engine import map_batches
from tests.ledger.conftest import Run
from tests.ledger.told import BY, TEXTS, event, incident, sql, write

pytestmark = pytest.mark.slow


@pytest.fixture
def ledger(run: Run, tmp_path: Path) -> Run:
    assert run("add", write(tmp_path)).exit_code == 0
    return run


def makers() -> set[tuple[object, ...]]:
    return set(sql("SELECT codebook FROM readings WHERE superseded_why IS NULL"))


def test_nothing_is_read_again_by_the_same_maker(ledger: Run) -> None:
    before = sql("SELECT hash FROM audit")
    done = ledger("reread")
    assert (done.exit_code, done.stderr) == (0, "0 reports read again; incidents: no change\n")
    assert sql("SELECT hash FROM audit") == before


def test_adding_known_bytes_with_another_codebook_says_that_they_were_read_otherwise(
    ledger: Run, without_raids: Path
) -> None:
    done = ledger("add", "reports", "--codebook", without_raids)
    assert "4 known already" in done.stderr
    assert (
        "4 reports of this ledger were read by another version or codebook: `dateline reread`" in done.stderr
    )
    assert makers() == {(codebook_digest(),)}


def test_another_codebook_ends_as_if_it_had_read_from_the_start(
    ledger: Run, tmp_path: Path, without_raids: Path
) -> None:
    done = ledger("reread", "--codebook", without_raids)
    assert done.exit_code == 0
    assert done.stderr.startswith("4 reports read again; incidents: ")
    assert makers() == {(codebook_digest(without_raids),)}
    assert sql("SELECT count(*) FROM readings") == [(8,)]
    ledger("add", tmp_path / "reports", "--codebook", without_raids, "--ledger", "fresh.db")
    fresh = ledger("export", "--mentions", "--ledger", "fresh.db")
    assert ledger("export", "--mentions").stdout == fresh.stdout
    assert ledger("doctor").exit_code == ledger("verify", "--codebook", without_raids).exit_code == 0


def test_there_and_back_is_where_it_was(ledger: Run, without_raids: Path) -> None:
    before = ledger("export", "--mentions").stdout
    for words in (("--codebook", without_raids), (), ("--codebook", without_raids), ()):
        assert ledger("reread", *words).exit_code == 0
    assert ledger("export", "--mentions").stdout == before
    assert ledger("verify").exit_code == ledger("doctor").exit_code == 0


def test_a_judgement_survives_though_the_event_has_another_id(ledger: Run, without_raids: Path) -> None:
    raid = event("raid")
    assert ledger("judge", "same", event("first"), raid, *BY).exit_code == 0
    done = ledger("reread", "--codebook", without_raids)
    assert done.exit_code == 0, done.stderr
    assert "judgement" not in done.stderr
    assert event("raid") != raid
    assert incident("first") == incident("raid")
    listed = ledger("judge", "list").stdout
    assert event("raid") in listed
    assert "in force" in listed
    assert ledger("doctor").exit_code == 0
    ledger("reread")
    assert (event("raid"), incident("first")) == (raid, incident("raid"))


def test_a_judgement_on_an_event_that_is_told_no_more_waits(
    ledger: Run, run: Run, without_raids: Path, tmp_path: Path
) -> None:
    (tmp_path / "2019-06-03-only.txt").write_text("Gunmen raided a village near Tikrit on Sunday.")
    run("add", "2019-06-03-only.txt")
    ledger("judge", "same", event("first"), event("only"), *BY)
    done = ledger("reread", "--codebook", without_raids)
    assert "1 judgement cannot hold now: `dateline judge list` says why" in done.stderr
    assert "unresolved: no reading tells both events now" in ledger("judge", "list").stdout
    ledger("reread")
    assert incident("first") == incident("only")


def test_an_interrupted_call_goes_on(
    ledger: Run, tmp_path: Path, without_raids: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut_off(*words: Any) -> Iterator[Any]:
        taken = map_batches(*words)
        yield next(taken)
        yield next(taken)
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("dateline.running.batches.map_batches", cut_off)
        assert ledger("reread", "--codebook", without_raids).exit_code == 1
    assert len(makers()) == 2
    assert "a command was interrupted" in ledger("export").stderr
    assert ledger("reread", "--codebook", without_raids).stderr.startswith("2 reports read again; ")
    ledger("add", tmp_path / "reports", "--codebook", without_raids, "--ledger", "fresh.db")
    assert ledger("export").stdout == ledger("export", "--ledger", "fresh.db").stdout


def test_a_report_that_cannot_be_read_now_keeps_its_reading(ledger: Run, without_raids: Path) -> None:
    (gone,) = sql("SELECT raw FROM report_view WHERE path LIKE '%raid%'")[0]
    raw = Path("ledger.db.raw") / str(gone)[:2] / str(gone)[2:]
    data = raw.read_bytes()
    for break_it, reason in ((raw.unlink, "is not in "), (lambda: raw.write_bytes(b"x"), "was changed")):
        break_it()
        done = ledger("reread", "--codebook", without_raids)
        assert done.exit_code == 3
        assert reason in done.stderr
        assert "1 old reading kept" in done.stderr
    assert len(json.loads(ledger("export").stdout)["reports"]) == len(TEXTS)
    raw.write_bytes(data)
    assert ledger("reread", "--codebook", without_raids).stderr.startswith("1 report read again")


def test_removed_reports_stay_as_they_were(ledger: Run, without_raids: Path) -> None:
    (report,) = sql("SELECT id FROM report_view WHERE path LIKE '%raid%'")[0]
    ledger("remove", report, *BY)
    assert ledger("reread", "--codebook", without_raids).stderr.startswith("3 reports read again")
    back = ledger("remove", report, "--undo", *BY, "--codebook", without_raids)
    assert back.exit_code == 0
    assert ledger("reread", "--codebook", without_raids).stderr.startswith("1 report read again")


def test_a_codebook_that_lacks_a_type_is_told_so(ledger: Run, tmp_path: Path, without_raids: Path) -> None:
    text = (without_raids / "event_types.toml").read_text(encoding="utf-8")
    (tmp_path / "renamed").mkdir()
    renamed = text.replace('"car bombing"', '"motor bombing"')
    (tmp_path / "renamed" / "event_types.toml").write_text(renamed, encoding="utf-8")
    done = ledger("add", "reports", "--codebook", tmp_path / "renamed")
    assert done.exit_code == 1
    assert "tells a car bombing, a type that this codebook lacks" in done.stderr

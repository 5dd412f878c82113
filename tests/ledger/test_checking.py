"""`dateline verify` and `dateline doctor`: whatever was changed behind the ledger's back is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ledger.conftest import Run
from tests.ledger.told import BY, event, report, sql, write

pytestmark = pytest.mark.slow


@pytest.fixture
def ledger(run: Run, tmp_path: Path) -> Run:
    assert run("add", write(tmp_path)).exit_code == 0
    return run


def raw_of(file: str) -> Path:
    digest = str(sql("SELECT raw FROM report_view WHERE path LIKE ?", f"%{file}%")[0][0])
    return Path("ledger.db.raw") / digest[:2] / digest[2:]


def test_a_sound_ledger(ledger: Run) -> None:
    for command, word in (("verify", "verified"), ("doctor", "sound")):
        done = ledger(command)
        assert (done.exit_code, done.stdout, done.stderr) == (0, "", f"{word}\n")


def test_an_empty_ledger_is_sound(run: Run, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    run("add", "none")
    assert run("verify").exit_code == run("doctor").exit_code == 0


@pytest.mark.parametrize("removed", [False, True])
def test_a_raw_copy_that_was_changed_or_is_gone(ledger: Run, removed: bool) -> None:
    raw, id_ = raw_of("mine"), report("mine")
    if removed:
        ledger("remove", id_, *BY)
    raw.write_bytes(raw.read_bytes() + b"!")
    done = ledger("verify")
    assert (done.exit_code, done.stderr) == (1, "Error: 1 finding\n")
    assert done.stdout.startswith(f"{id_}: the raw copy ")
    raw.unlink()
    assert "is not in ledger.db.raw" in ledger("verify").stdout


@pytest.mark.parametrize(
    ("change", "problems"),
    [
        ("replace(record, 'shepherd', 'farmhand')", ["another canonical text", "in readings was changed"]),
        (
            'replace(record, \'"span":{"start":0,\', \'"span":{"start":1,\')',
            ["quotes ", "in readings was changed"],
        ),
        ("'{}'", ["a record cannot be read: report: Field required", "in readings was changed"]),
    ],
)
def test_a_reading_that_was_changed(ledger: Run, change: str, problems: list[str]) -> None:
    sql(f"UPDATE readings SET record = {change} WHERE report = ?", report("mine"))
    done = ledger("verify")
    assert done.exit_code == 1
    for problem in problems:
        assert problem in done.stdout


def test_a_reading_made_by_another_codebook_is_said_to_be(ledger: Run) -> None:
    sql("UPDATE readings SET codebook = 'other', record = replace(record, 'shepherd', 'farmhand')")
    assert "(read by another version or codebook: `dateline reread`)" in ledger("verify").stdout


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ("DELETE FROM incident_claims", "is not in incident_claims"),
        ("UPDATE claims SET value_text = 'x' WHERE field = 'type'", "in claims differs from its record"),
        (
            "INSERT INTO incident_fields (incident, field, status, why) SELECT id, 'rescued', 'single', '' "
            "FROM incidents",
            "in incident_fields is not in the record of",
        ),
        ("UPDATE readings SET superseded_why = 'hush'", "in reports has no current reading"),
        ("UPDATE settled SET head = 'x'", "not linked yet"),
        (
            'UPDATE incidents SET record = replace(record, \'"status":"single"\', \'"status":"agreed"\')',
            "by one voice alone",
        ),
    ],
)
def test_the_doctor_finds(ledger: Run, change: str, problem: str) -> None:
    sql(change)
    done = ledger("doctor")
    assert (done.exit_code, problem in done.stdout) == (1, True), done.stdout


def test_the_doctor_finds_a_judgement_that_does_not_hold(ledger: Run) -> None:
    ledger("judge", "same", event("first"), event("mine"), *BY)
    sql("UPDATE judgements SET verdict = 'different', record = replace(record, '\"same\"', '\"different\"')")
    assert "was judged with" in ledger("doctor").stdout
    assert "in judgements was changed" in ledger("verify").stdout

"""`dateline judge value`: a person's word on a value counts, survives reading again, and can be undone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.ledger.conftest import Run
from tests.ledger.told import BY, sql, write

pytestmark = pytest.mark.slow


@pytest.fixture
def ledger(run: Run, tmp_path: Path) -> Run:
    done = run("add", write(tmp_path))
    assert done.exit_code == 0, done.stderr
    return run


def claim(field: str, file: str) -> str:
    asked = "SELECT id FROM claim_view WHERE field = ? AND path LIKE ? ORDER BY span_start"
    return str(sql(asked, field, f"%{file}%")[0][0])


def killed(run: Run, of: str) -> tuple[int, int] | None:
    """The range of the dead of the incident that holds a claim, null where no field tells it."""
    for each in json.loads(run("export").stdout)["incidents"]:
        if of in each["claims"] and "killed" in each["fields"]:
            return each["fields"]["killed"]["low"], each["fields"]["killed"]["high"]
    return None


def exported(run: Run) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(run("export").stdout)
    return document


def test_a_corrected_value_counts_and_what_was_read_is_kept(ledger: Run) -> None:
    dead, kind = claim("killed", "first"), claim("type", "first")
    done = ledger("judge", "value", dead, "correct", "--value", "13 to 15", *BY)
    assert done.exit_code == 0, done.stderr
    assert done.stdout.startswith("value-judgement-")
    assert killed(ledger, kind) == (13, 15)
    document = exported(ledger)
    (read,) = [each for each in document["claims"] if each["id"] == dead]
    assert read["value"]["low"] == 12
    (kept,) = document["value_judgements"]
    assert (kept["value"]["low"], kept["claim"]["value"]["low"], kept["by"]) == (13, 12, "Ana")
    assert ledger("doctor").exit_code == 0, ledger("doctor").stdout
    assert ledger("verify").exit_code == 0


def test_a_rejected_claim_does_not_count_until_that_is_undone(ledger: Run) -> None:
    dead, kind = claim("killed", "first"), claim("type", "first")
    before = exported(ledger)["incidents"]
    made = ledger("judge", "value", dead, "reject", *BY).stdout.strip()
    assert killed(ledger, kind) is None
    assert ledger("doctor").exit_code == 0, ledger("doctor").stdout
    undone = ledger("judge", "undo", made, "--by", "Ben", "--why", "it says so")
    assert undone.exit_code == 0, undone.stderr
    assert exported(ledger)["incidents"] == before
    assert ledger("judge", "undo", made, "--by", "Ben", "--why", "twice").exit_code == 1
    assert ledger("doctor").exit_code == 0


def test_rejecting_the_type_takes_the_event_away(ledger: Run) -> None:
    kind = claim("type", "mine")
    number = len(exported(ledger)["incidents"])
    assert ledger("judge", "value", kind, "reject", *BY).exit_code == 0
    assert len(exported(ledger)["incidents"]) == number - 1
    assert ledger("doctor").exit_code == 0, ledger("doctor").stdout


def test_accepting_is_kept_and_changes_no_incident(ledger: Run) -> None:
    before = exported(ledger)["incidents"]
    done = ledger("judge", "value", claim("killed", "first"), "accept", *BY)
    assert "no incident changed" in done.stderr
    assert exported(ledger)["incidents"] == before
    again = ledger("judge", "value", claim("killed", "first"), "accept", *BY)
    assert again.stdout == done.stdout
    assert len(exported(ledger)["value_judgements"]) == 1


def test_a_judgement_survives_another_codebook(ledger: Run, without_raids: Path) -> None:
    dead = claim("killed", "raid")
    ledger("judge", "value", dead, "correct", "--value", "4", *BY)
    assert ledger("reread", "--codebook", without_raids).exit_code == 0
    (line,) = [json.loads(line) for line in ledger("judge", "log").stdout.splitlines()]
    assert (line["kind"], line["verdict"], line["state"]) == ("value", "correct", "in force")
    assert sql("SELECT low FROM claims WHERE id = ?", line["claim_now"]) == [(3,)]
    assert killed(ledger, line["claim_now"]) == (4, 4)


def test_a_judgement_waits_while_its_report_is_out(ledger: Run) -> None:
    dead = claim("killed", "first")
    (report,) = {str(row[0]) for row in sql("SELECT report FROM claims WHERE id = ?", dead)}
    ledger("judge", "value", dead, "correct", "--value", "13", *BY)
    ledger("remove", report, *BY)
    assert "unresolved: no reading makes this claim now" in ledger("judge", "list").stdout
    ledger("remove", report, "--undo", *BY)
    assert killed(ledger, dead) == (13, 13)


def test_new_reports_do_not_undo_a_judgement(ledger: Run, tmp_path: Path) -> None:
    dead = claim("killed", "first")
    ledger("judge", "value", dead, "correct", "--value", "13", *BY)
    more = tmp_path / "2019-05-09-more.txt"
    more.write_text("A drone strike killed two fighters near Aleppo on Wednesday, a monitor said.", "utf-8")
    assert ledger("add", more).exit_code == 0
    assert killed(ledger, dead) == (13, 13)
    assert ledger("doctor").exit_code == 0


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("correct",), "correct and --value go together"),
        (("accept", "--value", "3"), "correct and --value go together"),
        (("correct", "--value", "many"), "is no count such as 12"),
        (("correct", "--value", "9-3"), "runs from more to fewer"),
        (("correct", "--value", "10,000,000,000,000"), "10,000,000,000,000 is more than there are"),
        (("correct", "--value", " "), "say what the value is"),
    ],
)
def test_what_makes_no_sense_is_told(ledger: Run, words: tuple[str, ...], problem: str) -> None:
    done = ledger("judge", "value", claim("killed", "first"), *words, *BY)
    assert done.exit_code != 0
    assert problem in done.stderr
    assert sql("SELECT count(*) FROM value_judgements") == [(0,)]


def test_an_unknown_claim_is_told(ledger: Run) -> None:
    done = ledger("judge", "value", "claim-0", "accept", *BY)
    assert (done.exit_code, "has no claim-0" in done.stderr) == (1, True)


def test_judgements_go_with_an_export_to_another_ledger(ledger: Run, tmp_path: Path) -> None:
    dead = claim("killed", "first")
    ledger("judge", "value", dead, "correct", "--value", "13", *BY)
    ledger("judge", "undo", ledger("judge", "value", dead, "reject", *BY).stdout.strip(), *BY)
    for form in ("json", "jsonl"):
        file = tmp_path / f"whole.{form}"
        assert ledger("export", "--format", form, "--out", file).exit_code == 0
        taken = ledger("import", file, "--ledger", f"{form}.db")
        assert taken.exit_code == 0, taken.stderr
        there = json.loads(ledger("export", "--ledger", f"{form}.db").stdout)
        assert there["value_judgements"] == exported(ledger)["value_judgements"]
        assert there["incidents"] == exported(ledger)["incidents"]

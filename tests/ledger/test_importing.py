"""A ledger that was exported and imported again is the same ledger."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.ledger.conftest import Run

pytestmark = pytest.mark.slow

TEXTS = {
    "a.txt": "Publisher: Harbour Post\nDate: 2031-05-06\n\nA bomb killed 12 people in Basra on Tuesday, "
    "police said.\n“=HYPERLINK” was painted on a wall, said Ana Dorn.\n",
    "b.txt": "Publisher: Inland Wire\nDate: 2031-05-07\n\nThe toll of Tuesday's bombing in Basra rose to 15, "
    "the health ministry said. \N{FIRE} The Free Coast Front claimed responsibility.\n",
}


@pytest.fixture
def made(run: Run, tmp_path: Path) -> str:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "c.pdf.txt").write_bytes(b"%PDF-1.4\n%\xe2\xe3\n1 0 obj")
    run("add", *TEXTS, "c.pdf.txt", "--ledger", "ledger.db")
    exported = json.loads(run("export").stdout)
    events = list(dict.fromkeys(c["event"] for c in exported["claims"] if c["field"] == "type"))
    done = run("judge", "same", *events[:2], "--by", "A. Person", "--why", "one bomb")
    run("judge", "undo", done.stdout.strip(), "--by", "B. Person", "--why", "a slip")
    run("judge", "same", *events[:2], "--by", "B. Person", "--why", "no slip")
    return run("export").stdout


def test_json_lines_make_the_same_ledger_that_can_be_verified(run: Run, made: str) -> None:
    run("export", "--format", "jsonl", "--out", "out.jsonl")
    done = run("import", "out.jsonl", "--ledger", "copy.db")
    assert done.exit_code == 0, done.output
    assert "2 reports imported, 3 judgements; incidents: 1 new" in done.stderr
    assert run("export", "--ledger", "copy.db").stdout == made
    assert run("verify", "--ledger", "copy.db").exit_code == 0
    assert run("doctor", "--ledger", "copy.db").exit_code == 0
    again = run("import", "out.jsonl", "--ledger", "copy.db")
    assert "0 reports imported, 2 known already" in again.stderr
    assert run("export", "--ledger", "copy.db").stdout == made


def test_claims_make_the_same_claims_and_incidents(run: Run, made: str) -> None:
    run("export", "--format", "csv", "--out", "out.csv")
    assert "'=" not in Path("out.csv").read_text("utf-8").replace("“=", "")
    done = run("import", "out.csv", "--ledger", "copy.db")
    assert "2 reports came without raw copies" in done.stderr
    copy, whole = json.loads(run("export", "--ledger", "copy.db").stdout), json.loads(made)
    assert (copy["claims"], copy["reports"]) == (whole["claims"], whole["reports"])
    assert copy["incidents"] == whole["incidents"]
    verified = run("verify", "--ledger", "copy.db")
    assert verified.exit_code == 1
    assert "was imported without its raw copy" in verified.stdout
    assert "read by another version" not in run("add", "a.txt", "--ledger", "copy.db").stderr


def test_a_document_with_mentions_makes_the_same(run: Run, made: str) -> None:
    Path("out.json").write_text(run("export", "--mentions").stdout, encoding="utf-8")
    assert run("import", "out.json", "--ledger", "copy.db").exit_code == 0
    assert run("export", "--ledger", "copy.db").stdout == made


@pytest.mark.parametrize("form", ["json", "jsonl", "csv"])
def test_an_export_is_looked_at_in_the_place_of_a_ledger(run: Run, made: str, form: str) -> None:
    run("export", "--format", form, "--out", f"out.{form}")
    kept = run("incidents", "--json")
    looked = run("incidents", "--json", "--ledger", f"out.{form}")
    assert looked.exit_code == 0, looked.output
    (incident,) = json.loads(kept.stdout)
    if form != "csv":  # judgements are not in it, which are why there is one incident
        assert json.loads(looked.stdout) == [incident]
        assert run("export", "--ledger", f"out.{form}").stdout == made
        for words in (("show", incident["id"]), ("timeline", incident["id"]), ("explain", incident["id"])):
            assert run(*words, "--ledger", f"out.{form}").stdout == run(*words).stdout


@pytest.mark.parametrize(
    "words", [("add", "a.txt"), ("reread",), ("verify",), ("doctor",), ("judge", "list")]
)
def test_an_export_is_not_written_to(run: Run, made: str, words: tuple[str, ...]) -> None:
    Path("out.json").write_text(made, encoding="utf-8")
    done = run(*words, "--ledger", "out.json")
    assert done.exit_code == 1
    assert "`dateline import out.json --ledger new.db` makes a ledger of it" in done.stderr


def test_words_that_do_not_stand_in_the_text_are_refused(run: Run, made: str) -> None:
    document = json.loads(made)
    document["reports"][0]["text"] = "Something else entirely, " * 20
    Path("out.json").write_text(json.dumps(document), encoding="utf-8")
    done = run("import", "out.json", "--ledger", "copy.db")
    assert done.exit_code == 1
    assert "out.json holds what cannot be true of a ledger" in done.stderr
    assert not Path("copy.db").exists()

"""`dateline judge` and `dateline remove`: what people decide outranks the rules, and nothing is lost."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from dateline.codebook.book import PACKAGED
from tests.ledger.conftest import Run
from tests.ledger.told import BY, event, incident, report, sql, write

pytestmark = pytest.mark.slow


@pytest.fixture
def ledger(run: Run, tmp_path: Path) -> Run:
    """A ledger of the four reports, each told by an incident of its own."""
    done = run("add", write(tmp_path))
    assert done.exit_code == 0, done.stderr
    return run


def judgement_of(run: Run, *words: str) -> str:
    done = run("judge", *words)
    assert done.exit_code == 0, done.stderr
    return done.stdout.strip()


def test_same_merges_and_undoing_splits(ledger: Run) -> None:
    assert incident("first") != incident("mine")
    before = ledger("export").stdout
    done = ledger("judge", "same", event("first"), event("mine"), *BY)
    assert done.stderr.startswith("merged: incident-")
    assert " are now incident-" in done.stderr
    assert incident("first") == incident("mine")
    assert ledger("doctor").exit_code == 0
    undone = ledger("judge", "undo", done.stdout.strip(), "--by", "Ben", "--why", "a month apart")
    assert undone.stderr.startswith("split: incident-")
    now = json.loads(ledger("export").stdout)
    assert now["incidents"] == json.loads(before)["incidents"]
    assert [each["undoes"] for each in now["judgements"]] == [None, done.stdout.strip()]


def test_same_holds_within_one_report(ledger: Run) -> None:
    told = sql("SELECT DISTINCT event FROM claim_view WHERE path LIKE '%rose%' ORDER BY event")
    assert len(told) > 1
    (left,), (right,) = told[:2]
    judgement_of(ledger, "same", str(left), str(right), *BY)
    held = sql("SELECT DISTINCT incident FROM claim_view WHERE event IN (?, ?)", left, right)
    assert len(held) == 1


def test_different_keeps_apart_what_the_rules_join(run: Run, tmp_path: Path) -> None:
    write(tmp_path)
    told = "Police said a car bomb killed 12 people at a market in Hit on Tuesday. Shops were shut."
    (tmp_path / "2019-05-07-second.txt").write_text(told)
    run("add", "reports", "2019-05-07-second.txt")
    assert incident("first") == incident("second")
    done = run("judge", "different", event("first"), event("second"), *BY)
    assert done.stderr.startswith("split: ")
    assert incident("first") != incident("second")
    assert run("doctor").exit_code == 0


def test_a_verdict_that_the_rules_share_changes_nothing(ledger: Run) -> None:
    done = ledger("judge", "different", event("first"), event("raid"), *BY)
    assert done.stderr == "no incident changed: they were linked so already\n"


def test_the_same_again_is_kept_once(ledger: Run) -> None:
    words = ("same", event("first"), event("mine"), *BY)
    assert judgement_of(ledger, *words) == judgement_of(ledger, *words)
    assert sql("SELECT count(*) FROM judgements") == [(1,)]
    assert judgement_of(ledger, "same", event("mine"), event("first"), "--by", "Ben", "--why", "me too")
    assert sql("SELECT count(*) FROM judgements") == [(2,)]


def test_unsure_takes_the_ruling_off_and_undoing_brings_it_back(ledger: Run) -> None:
    judgement_of(ledger, "same", event("first"), event("mine"), *BY)
    unsure = judgement_of(ledger, "unsure", event("first"), event("mine"), *BY)
    assert incident("first") != incident("mine")
    judgement_of(ledger, "undo", unsure, *BY)
    assert incident("first") == incident("mine")


def test_what_contradicts_is_refused_and_names_the_judgements(ledger: Run) -> None:
    first = judgement_of(ledger, "same", event("first"), event("mine"), *BY)
    second = judgement_of(ledger, "same", event("mine"), event("raid"), *BY)
    refused = ledger("judge", "different", event("raid"), event("first"), *BY)
    assert refused.exit_code == 1
    assert first in refused.stderr
    assert second in refused.stderr
    assert "`dateline judge undo`" in refused.stderr
    assert sql("SELECT count(*) FROM judgements") == [(2,)]


def test_an_undoing_that_would_contradict_is_refused(ledger: Run) -> None:
    judgement_of(ledger, "different", event("first"), event("raid"), *BY)
    unsure = judgement_of(ledger, "unsure", event("first"), event("raid"), *BY)
    judgement_of(ledger, "same", event("first"), event("mine"), *BY)
    judgement_of(ledger, "same", event("mine"), event("raid"), *BY)
    refused = ledger("judge", "undo", unsure, *BY)
    assert refused.exit_code == 1
    assert "says that" in refused.stderr


@pytest.mark.parametrize(
    ("left", "right", "refusal"),
    [("event-x", "first", "the ledger has no event-x"), ("first", "first", "an event is itself")],
)
def test_what_cannot_be_judged(ledger: Run, left: str, right: str, refusal: str) -> None:
    events = [event(name) if name == "first" else name for name in (left, right)]
    done = ledger("judge", "same", *events, *BY)
    assert done.exit_code == 1
    assert refusal in done.stderr


def test_another_codebook_links_first_and_says_so(ledger: Run, tmp_path: Path) -> None:
    (tmp_path / "book").mkdir()
    text = (PACKAGED / "event_types.toml").read_text(encoding="utf-8")
    other = text.replace('plover = "ASSAULT:explosives"', 'plover = "ASSAULT:other"')
    assert other != text
    (tmp_path / "book" / "event_types.toml").write_text(other, encoding="utf-8")
    words = ("same", event("first"), event("mine"), *BY)
    done = ledger("judge", *words, "--codebook", tmp_path / "book")
    assert done.stderr.startswith("linked by this version and codebook first; incidents: ")
    assert "merged: " in done.stderr


def test_the_list_tells_how_each_stands(ledger: Run) -> None:
    pair = (event("first"), event("mine"))
    first = judgement_of(ledger, "same", *pair, *BY)
    second = judgement_of(ledger, "different", *pair, "--by", "Ben", "--why", "a month apart")
    listed = ledger("judge", "list").stdout
    assert f"{first} same" in listed
    assert f"overruled by {second}" in listed
    assert "Ben, " in listed
    assert "a month apart" in listed
    undoing = judgement_of(ledger, "undo", second, "--by", "Cy", "--why", "a slip")
    listed = ledger("judge", "list").stdout
    assert f"undone by {undoing}" in listed
    assert "a slip" in listed
    assert listed.count("in force") == 1


def test_judgements_hold_when_reports_arrive(ledger: Run, tmp_path: Path) -> None:
    judgement_of(ledger, "same", event("first"), event("mine"), *BY)
    (tmp_path / "later.txt").write_text("A rocket hit a school in Tikrit, killing two teachers, police said.")
    ledger("add", "later.txt")
    assert incident("first") == incident("mine")


def test_a_judgement_that_was_not_linked_yet_is_linked_by_the_next_call(ledger: Run) -> None:
    program = """
import os, sys
from dateline.cli import main
from dateline.keeping import judging
real, calls = judging.settle, []
def settle(store, settings):
    calls.append(1)
    if len(calls) == 2:
        os.kill(os.getpid(), 9)
    return real(store, settings)
judging.settle = settle
main()
"""
    words = ["judge", "same", event("first"), event("mine"), *BY]
    killed = subprocess.run([sys.executable, "-c", program, *words], capture_output=True, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert sql("SELECT count(*) FROM judgements") == [(1,)]
    refused = ledger("export")
    assert refused.exit_code == 1
    assert "a command was interrupted" in refused.stderr
    assert "not linked yet" in ledger("doctor").stdout
    assert ledger(*words).exit_code == 0
    assert sql("SELECT count(*) FROM judgements") == [(1,)]
    assert incident("first") == incident("mine")
    assert ledger("verify").exit_code == 0


def test_a_removed_report_is_gone_from_all_but_the_record(ledger: Run, tmp_path: Path) -> None:
    export = ledger("export", "--mentions").stdout
    hoax = report("mine")
    judged = judgement_of(ledger, "same", event("first"), event("mine"), *BY)
    done = ledger("remove", hoax, "--by", "Ana", "--why", "a hoax")
    assert done.exit_code == 0
    assert "changed: " in done.stderr
    assert "1 judgement cannot hold now" in done.stderr
    assert hoax not in [each["id"] for each in json.loads(ledger("export").stdout)["reports"]]
    assert judged in ledger("judge", "list").stdout
    assert "unresolved" in ledger("judge", "list").stdout
    again = ledger("add", tmp_path / "reports")
    assert f"{hoax} was removed by Ana on " in again.stderr
    assert f"a hoax (`dateline remove {hoax} --undo` brings it back)" in again.stderr
    assert "0 reports added, 3 known already, 1 removed before; incidents: no change" in again.stderr
    assert ledger("doctor").exit_code == ledger("verify").exit_code == 0
    back = ledger("remove", hoax, "--undo", "--by", "Ben", "--why", "no hoax")
    assert back.exit_code == 0
    assert incident("first") == incident("mine")
    judgement_of(ledger, "undo", judged, *BY)
    now, before = (json.loads(text) for text in (ledger("export", "--mentions").stdout, export))
    assert {**now, "judgements": []} == before
    assert ledger("verify").exit_code == 0


@pytest.mark.parametrize(("words", "refusal"), [((), "no report report-x"), (("--undo",), "is not removed")])
def test_what_cannot_be_removed(ledger: Run, words: tuple[str, ...], refusal: str) -> None:
    done = ledger("remove", "report-x", *words, *BY)
    assert (done.exit_code, done.stdout) == (1, "")
    assert refusal in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("judge", "same", "event-x", *BY),
        ("judge", "same", "event-x", "event-y", "--by", "Ana"),
        ("judge", "same", "event-x", "event-y", "--by", " ", "--why", "so"),
        ("judge", "perhaps", "event-x", "event-y", *BY),
        ("judge", "undo", *BY),
        ("remove", "report-x", "--why", "so"),
        ("remove", *BY),
    ],
)
def test_wrong_usage_is_2(run: Run, words: tuple[str, ...]) -> None:
    assert run(*words).exit_code == 2

"""`dateline read`: what a person sees, what a program gets, and the exit codes."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.errors import CodebookError, InvariantError
from dateline.exchange.schema import schema_faults
from dateline.model import Ledger
from tests.builders import market_bombing
from tests.cli.conftest import Pipeline, Run


def test_people_get_incidents_fields_checks_and_statements(pipeline: Pipeline, run: Run) -> None:
    done = run("read", "a.txt", "folder")
    assert done.exit_code == 0
    assert pipeline.paths == ["a.txt", "folder"]
    for words in (
        "1  Bombing · Velmar · 6 May 2031",
        "Velmar, Coast, Kosovo (near; 41.50, 19.25; within 5 km)",
        "Free Coast Front (claimed)",
        "12 to 15, best 15",
        "raised from 12 on 6 May to 15 on 7 May",
        "- 12                        6 May 2031  police",
        "- 4, children",
        "does not hold  4 children against 0 children",
        "in response to Raid · 5 May 2031",
        "Ana Dorn, mayor · direct · in Harbour Post, 6 May 2031",
        "“We will find them, … and they will answer.”",
        "Ana Dorn, mayor called governor · contact",
    ):
        assert words in done.stdout, done.stdout


def test_the_most_told_incident_comes_first(pipeline: Pipeline, run: Run) -> None:
    titles = [line for line in run("read", "a.txt").stdout.splitlines() if line[:1].isdigit()]
    assert [title.split()[1] for title in titles] == ["Bombing", "Raid"]


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("options", [(), ("--claims",)])
def test_no_line_is_wider_than_the_screen_or_ends_in_blanks(
    pipeline: Pipeline, run: Run, columns: int, options: tuple[str, ...]
) -> None:
    lines = run("read", "a.txt", *options, columns=columns).stdout.splitlines()
    assert max(map(len, lines)) <= columns
    assert all(line == line.rstrip() for line in lines)


def test_claims_stand_under_their_sentence(pipeline: Pipeline, run: Run) -> None:
    shown = run("read", "a.txt", "--claims").stdout
    assert "\n  A bomb tore through a market in Velmar on Tuesday, killing 12 people, police said.\n" in shown
    for reading in pipeline.ledger.readings:
        assert all(claim.id in shown for claim in reading.claims)
    assert not any(claim.id in run("read", "a.txt").stdout for claim in pipeline.ledger.readings[0].claims)


def test_claims_of_no_incident_are_shown_too(pipeline: Pipeline, run: Run) -> None:
    pipeline.ledger = replace(pipeline.ledger, incidents=())
    shown = run("read", "a.txt", "--claims").stdout
    assert shown.startswith("No incident was found.")
    assert pipeline.ledger.readings[0].claims[0].id in shown


def test_messages_go_to_standard_error(pipeline: Pipeline, run: Run) -> None:
    done = run("read", "a.txt")
    assert done.stderr == "2 reports, 2 incidents, 11 claims, 5 statements\n"
    assert "2 reports," not in done.stdout


def test_json_keeps_to_the_schema_and_says_nothing_else(pipeline: Pipeline, run: Run) -> None:
    done = run("read", "a.txt", "--json")
    document = json.loads(done.stdout)
    assert schema_faults(document) == []
    assert "mentions" not in document
    assert done.stderr == ""


def test_json_lists_mentions_when_asked(pipeline: Pipeline, run: Run) -> None:
    assert json.loads(run("read", "a.txt", "--json", "--mentions").stdout)["mentions"]


@pytest.mark.parametrize(
    "words",
    [
        ("read",),
        ("read", "a.txt", "--mentions"),
        ("read", "a.txt", "--json", "--claims"),
        ("read", "a.txt", "--engine", "ray"),
        ("read", "a.txt", "--address", "127.0.0.1:1"),
        ("read", "a.txt", "--partitions", "folder", "--claims"),
        ("read", "a.txt", "--workers", "-1"),
        ("read", "a.txt", "--workers", "many"),
        ("read", "a.txt", "--codebook", "nowhere"),
        ("read", "a.txt", "--colour"),
        ("reed", "a.txt"),
    ],
)
def test_wrong_usage_is_2(pipeline: Pipeline, run: Run, words: tuple[str, ...]) -> None:
    done = run(*words)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert "Error: " in done.stderr


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_quarantined_inputs_are_named_and_give_3(
    pipeline: Pipeline, run: Run, options: tuple[str, ...]
) -> None:
    pipeline.ledger = market_bombing()
    done = run("read", "a.txt", "scan.pdf", *options)
    assert done.exit_code == 3
    assert "scan.pdf: not text: it begins like a PDF; give .txt, .html or .jsonl\n" in done.stderr
    assert done.stdout


def test_settings_come_from_the_options(pipeline: Pipeline, run: Run, tmp_path: Path) -> None:
    run("read", "a.txt", "--codebook", str(tmp_path), "--workers", "3")
    assert pipeline.settings
    assert (pipeline.settings.codebook, pipeline.settings.workers) == (tmp_path, 3)


def test_a_dash_reads_standard_input(pipeline: Pipeline, run: Run) -> None:
    run("read", "-", stdin=b"A bomb killed 3.")
    assert pipeline.stdin == b"A bomb killed 3."


def test_an_empty_ledger_says_so(pipeline: Pipeline, run: Run) -> None:
    pipeline.ledger = Ledger((), (), ())
    done = run("read", "a.txt")
    assert (done.exit_code, done.stdout.strip()) == (0, "No incident was found.")


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (
            CodebookError("weapons.toml", 7, "weapon.2.name", "missing"),
            "Error: weapons.toml:7: weapon.2.name: missing",
        ),
        (
            InvariantError("claim-x: no rule made it"),
            "a fault of Dateline, not of your input: claim-x: no rule",
        ),
        (RuntimeError("boom"), "a fault of Dateline, not of your input: RuntimeError: boom"),
    ],
)
def test_failures_are_one_line_and_1(pipeline: Pipeline, run: Run, error: Exception, words: str) -> None:
    pipeline.error = error
    done = run("read", "a.txt")
    assert done.exit_code == 1
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_debug_lets_the_traceback_through(pipeline: Pipeline, run: Run) -> None:
    pipeline.error = RuntimeError("boom")
    assert run("--debug", "read", "a.txt").exception is pipeline.error


def test_a_progress_bar_shows_on_a_terminal_and_stays_out_of_the_data(
    pipeline: Pipeline, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = run("read", "a.txt", "--json")
    monkeypatch.setenv("FORCE_COLOR", "1")  # makes Rich take every stream for a terminal
    shown = run("read", "a.txt", "--json")
    assert "reading" not in plain.stderr
    assert "1 read" in shown.stderr
    assert shown.stdout == plain.stdout


def test_words_of_a_report_never_drive_the_terminal(pipeline: Pipeline, run: Run) -> None:
    first = pipeline.ledger.readings[0]
    report = replace(first.report, publisher="Po\x1b[31mst [bold]:smile:\u202e\n")
    pipeline.ledger = replace(
        pipeline.ledger, readings=(replace(first, report=report), *pipeline.ledger.readings[1:])
    )
    shown = run("read", "a.txt", "--claims").stdout
    assert "Po[U+001B][31mst [bold]:smile:[U+202E]" in shown
    assert "\x1b" not in shown
    assert "\u202e" not in shown

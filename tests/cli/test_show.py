"""`dateline show`: one incident whole."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.exchange.schema import schema_faults
from dateline.ledger import Linked
from dateline.ledger.opening import open_ledger
from dateline.model import Difference, DifferenceKind
from tests.builders import REPORTS, market_bombing
from tests.cli.conftest import Run
from tests.ledger.stores import MADE, MAKER, clock, raw_of

BOMBING = next(each for each in market_bombing().incidents if len(each.reports) == 2)
RAID = next(each for each in market_bombing().incidents if len(each.reports) == 1)
SHORT = BOMBING.id.removeprefix("incident-")[:6]


def test_one_incident_is_shown_whole(run: Run, ledger: str) -> None:
    done = run("show", SHORT, "--ledger", ledger)
    assert (done.exit_code, done.stderr) == (0, "")
    shown = " ".join(done.stdout.split())
    for words in (
        "Bombing · Velmar · 6 May 2031",
        "Velmar, Coast, Kosovo (near; 41.50, 19.25; within 5 km)",
        f"id {BOMBING.id}",
        "field low best high status killed 12 15 15 revised",
        "killed 12 to 15, best 15 revised raised from 12 on 6 May to 15 on 7 May",
        "6 May 2031 12 police “A bomb tore through a market in Velmar on Tuesday, killing 12 people",
        "7 May 2031 4, children health ministry",
        "7 May 2031 0, children Free Coast Front",
        "└┴──",
        "responsibility Free Coast Front (claimed) single Free Coast Front",
        "does not hold 4 children against 0 children",
        "in response to Raid · 5 May 2031",
        f"6 May 2031 Harbour Post harbour-1 {REPORTS[0].id}",
        f"7 May 2031 Inland Wire wire-2 {REPORTS[1].id}",
    ):
        assert words in shown, done.stdout


def test_differences_are_named(run: Run, tmp_path: Path) -> None:
    file = str(tmp_path / "differences.db")
    whole = market_bombing()
    kinds: tuple[DifferenceKind, ...] = ("revision", "revision", "true conflict")
    differences = tuple(Difference("killed", kind, BOMBING.claims[:1], f"told as {kind}") for kind in kinds)
    with closing(open_ledger(file, clock, create=True)) as store:
        for reading in whole.readings:
            store.add(reading, raw_of(reading), MADE)
        groups = {report.id: report.copy_group for report in REPORTS}
        incidents = (replace(BOMBING, differences=differences), RAID)
        store.put_incidents(Linked(incidents), groups, store.head(), MAKER)
    lines = run("show", SHORT, "--ledger", file).stdout.splitlines()
    at = lines.index("Differences")
    assert lines[at + 1].split() == ["killed", "true", "conflict", "told", "as", "true", "conflict"]
    assert lines[at + 2].split() == ["killed", "revision", "told", "as", "revision"]
    assert lines[at + 3] == ""


def test_policies_say_what_they_rest_on(run: Run, ledger: str) -> None:
    shown = run("show", SHORT, "--policy", "all", "--ledger", ledger).stdout
    words = " ".join(shown[shown.index("Policies") :].split())
    assert "killed, by low best high grade of whom" in words
    assert all(f"{name}: " in words for name in ("UCDP", "ACLED", "Airwars"))
    assert "7 May 2031 15 health ministry claim-" in words
    assert "Policies" not in run("show", SHORT, "--ledger", ledger).stdout


@pytest.mark.parametrize(("asked", "given"), [("ucdp", ["ucdp"]), ("all", ["ucdp", "acled", "airwars"])])
def test_policies_are_json_too(run: Run, ledger: str, asked: str, given: list[str]) -> None:
    figures = json.loads(run("show", SHORT, "--policy", asked, "--json", "--ledger", ledger).stdout)
    assert [each["policy"] for each in figures] == given
    assert {each["incident"] for each in figures} == {BOMBING.id}
    assert set(figures[0]["claims"]) <= set(BOMBING.claims)


def test_copies_are_named_as_one_voice(run: Run, tmp_path: Path) -> None:
    file = str(tmp_path / "copies.db")
    whole = market_bombing()
    with closing(open_ledger(file, clock, create=True)) as store:
        for reading in whole.readings:
            store.add(reading, raw_of(reading), MADE)
        groups = {report.id: "copies-one" for report in REPORTS}
        store.put_incidents(Linked(whole.incidents), groups, store.head(), MAKER)
    shown = run("show", SHORT, "--ledger", file, columns=120).stdout
    assert "same text as Harbour Post: one voice" in shown
    assert "same text as Inland Wire" not in shown


@pytest.mark.parametrize("given", [BOMBING.id, BOMBING.id[:14], SHORT])
def test_the_beginning_of_an_id_will_do(run: Run, ledger: str, given: str) -> None:
    assert run("show", given, "--ledger", ledger).stdout.startswith("Bombing · Velmar")


@pytest.mark.parametrize("given", ["incident-zz", "zz", "claim-1", "%"])
def test_an_unknown_id_is_1_and_says_where_ids_are(run: Run, ledger: str, given: str) -> None:
    done = run("show", given, "--ledger", ledger)
    assert (done.exit_code, done.stdout) == (1, "")
    assert f"there is no incident {given!r} in this ledger. `dateline incidents` lists them." in done.stderr


def test_an_ambiguous_id_names_the_candidates(run: Run, ledger: str) -> None:
    done = run("show", "incident-", "--ledger", ledger)
    assert done.exit_code == 1
    first, *rest = done.stderr.splitlines()
    assert first.endswith("could be any of 2 incidents; give more of the id:")
    told = {f"  {BOMBING.id}  Bombing · Velmar · 6 May 2031", f"  {RAID.id}  Raid · 5 May 2031"}
    assert set(rest) == told


def test_many_candidates_are_counted(run: Run, tmp_path: Path) -> None:
    file = str(tmp_path / "many.db")
    whole = market_bombing()
    many = [replace(RAID, id=f"incident-{n:02}") for n in range(12)]
    with closing(open_ledger(file, clock, create=True)) as store:
        for reading in whole.readings:
            store.add(reading, raw_of(reading), MADE)
        groups = {report.id: report.copy_group for report in REPORTS}
        store.put_incidents(Linked(many), groups, store.head(), MAKER)
    lines = run("show", "incident-", "--ledger", file).stderr.splitlines()
    assert len(lines) == 12
    assert lines[-1] == "  and 2 more"


def test_json_is_a_ledger_of_this_incident_alone(run: Run, ledger: str) -> None:
    document = json.loads(run("show", RAID.id, "--ledger", ledger, "--json").stdout)
    assert schema_faults(document) == []
    assert [each["id"] for each in document["incidents"]] == [RAID.id]
    assert [each["id"] for each in document["claims"]] == list(RAID.claims)
    assert [each["id"] for each in document["reports"]] == [REPORTS[0].id]
    assert document["statements"] == []


def test_json_statements_name_only_claims_that_are_there(run: Run, ledger: str) -> None:
    document = json.loads(run("show", SHORT, "--ledger", ledger, "--json").stdout)
    held = {each["id"] for each in document["claims"]}
    assert document["statements"]
    assert all(set(each["claims"]) <= held for each in document["statements"])


def test_claims_and_statements_are_shown_when_asked(run: Run, ledger: str) -> None:
    plain = run("show", SHORT, "--ledger", ledger).stdout
    shown = run("show", SHORT, "--ledger", ledger, "--claims", "--statements").stdout
    assert all(claim in shown for claim in BOMBING.claims)
    assert not any(claim in plain for claim in BOMBING.claims)
    assert "Free Coast Front · indirect · in Harbour Post" in shown


@pytest.mark.parametrize("option", ["--claims", "--statements"])
def test_what_is_for_people_does_not_go_with_json(run: Run, ledger: str, option: str) -> None:
    assert run("show", SHORT, "--ledger", ledger, "--json", option).exit_code == 2


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_it_fits_the_screen(run: Run, ledger: str, columns: int) -> None:
    lines = run("show", SHORT, "--ledger", ledger, "--claims", columns=columns).stdout.splitlines()
    assert max(map(len, lines)) <= columns
    assert all(line == line.rstrip() for line in lines)


def test_sentences_are_cut_on_a_terminal_and_whole_in_a_pipe(
    run: Run, ledger: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sentence = "A bomb tore through a market in Velmar on Tuesday, killing 12 people, police said."
    assert sentence in " ".join(run("show", SHORT, "--ledger", ledger).stdout.split())
    monkeypatch.setenv("FORCE_COLOR", "1")  # makes Rich take every stream for a terminal
    monkeypatch.setenv("NO_COLOR", "1")
    shown = run("show", SHORT, "--ledger", ledger, columns=80).stdout
    assert sentence not in " ".join(shown.split())
    assert "killing" in shown
    assert "…" in shown


def test_no_ledger_is_made(run: Run, tmp_path: Path) -> None:
    done = run("show", SHORT, "--ledger", str(tmp_path / "none.db"))
    assert done.exit_code == 1
    assert "there is no ledger" in done.stderr
    assert list(tmp_path.iterdir()) == []

"""`dateline explain`: the sentence of a claim, its marks and the rule; the links of an incident."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.model import Claim, ClaimSpans, Incident, content_id
from dateline.reconcile.compare import Reason
from dateline.reconcile.explain import Link, Links
from tests.builders import FIRST, REPORTS, find, market_bombing
from tests.cli.conftest import Pipeline, Run

BOMBING = next(each for each in market_bombing().incidents if len(each.reports) == 2)
RAID = next(each for each in market_bombing().incidents if len(each.reports) == 1)
HARBOUR, INLAND = (content_id("event", report.id, "bomb") for report in REPORTS)
RAIDING = content_id("event", REPORTS[0].id, "raid")
TIME = Reason("time", 2.0, "times that overlap")
TOLL = Reason("counts", -0.4, "numbers killed far apart")
KILLED = next(
    claim
    for reading in market_bombing().readings
    for claim in reading.claims
    if reading.report == REPORTS[0] and claim.field == "killed"
)


def test_the_sentence_is_marked_and_the_rule_told(pipeline: Pipeline, run: Run) -> None:
    done = run("explain", KILLED.id, "a.txt")
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert lines[0] == "killed 12: police, asserted"
    assert lines[1] == "Harbour Post, 6 May 2031 (harbour-1.txt)"
    sentence = next(n for n, line in enumerate(lines) if "A bomb" in line)
    signs = lines[sentence + 1]
    for words, sign in (("12", "="), ("police", "-"), ("said", "~")):
        at = lines[sentence].index(words)
        assert signs[at : at + len(words)] == sign * len(words)
    told = {line.split()[0]: line for line in lines[sentence + 2 :] if line.strip()}
    assert told["value"].split()[1:] == ["===", "12"]
    assert "no words of its own" in told["trigger"]
    assert "A killing verb with a number counts the dead." in told["reason"]
    assert "A raid killed 3." in told["example"]
    assert "killed 3" in told["reads"]


def test_words_outside_the_sentence_are_named(pipeline: Pipeline, run: Run) -> None:
    elsewhere = find(FIRST, "Ana Dorn")

    def change(claim: Claim) -> Claim:
        moved = ClaimSpans(claim.spans.value, None, None, elsewhere)
        return replace(claim, spans=moved) if claim.id == KILLED.id else claim

    pipeline.ledger = replace(
        pipeline.ledger,
        readings=tuple(
            replace(each, claims=tuple(map(change, each.claims))) for each in pipeline.ledger.readings
        ),
    )
    assert "Ana Dorn (elsewhere in the report)" in run("explain", KILLED.id, "a.txt").stdout


def test_an_unknown_claim_is_1_and_says_where_ids_are(pipeline: Pipeline, run: Run) -> None:
    done = run("explain", "claim-0", "a.txt")
    assert done.exit_code == 1
    assert "claim-0 is none of the 11 claims read here" in done.stderr
    assert "`dateline read --claims`" in done.stderr


def test_a_claim_is_looked_up_in_the_ledger(pipeline: Pipeline, run: Run, ledger: str) -> None:
    done = run("explain", KILLED.id, "--ledger", ledger)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == run("explain", KILLED.id, "a.txt").stdout


def test_a_claim_that_the_ledger_lacks_is_1(run: Run, ledger: str) -> None:
    done = run("explain", "claim-0", "--ledger", ledger)
    assert done.exit_code == 1
    assert "claim-0 is no claim of this ledger. `dateline show --claims` prints their ids." in done.stderr


@pytest.mark.parametrize("columns", [40, 80])
def test_it_fits_the_screen(pipeline: Pipeline, run: Run, columns: int) -> None:
    shown = run("explain", KILLED.id, "a.txt", columns=columns).stdout
    assert max(map(len, shown.splitlines())) <= columns


LINKS = Links(
    inside=(
        Link(HARBOUR, REPORTS[0].id, INLAND, 3.24, (TIME, TOLL), "alike enough by themselves"),
        Link(INLAND, REPORTS[1].id, HARBOUR, 3.24, (TIME, TOLL), "alike enough by themselves"),
    ),
    outside=(Link(RAIDING, REPORTS[0].id, INLAND, None, (), "one report tells them as two"),),
)


@pytest.fixture
def linked(monkeypatch: pytest.MonkeyPatch) -> list[Incident]:
    """What links are asked for; ``LINKS`` is the answer."""
    asked: list[Incident] = []

    def links(incident: Incident, *_: object) -> Links:
        asked.append(incident)
        return LINKS

    monkeypatch.setattr("dateline.cli.explain.explain_links", links)
    return asked


def test_an_incident_says_why_each_report_is_in(linked: list[Incident], run: Run, ledger: str) -> None:
    done = run("explain", BOMBING.id, "--ledger", ledger)
    assert (done.exit_code, done.stderr) == (0, "")
    assert linked == [BOMBING]
    inside, outside = done.stdout.split("Why the nearest others are not")
    lines = [line.strip() for line in inside.splitlines()]
    at = lines.index(f"Harbour Post, 6 May 2031  {HARBOUR}")
    assert lines[at + 1].startswith("“A bomb tore through a market in Velmar")
    assert lines[at + 2 : at + 5] == [
        "+3.2  alike enough by themselves (beside Inland Wire, 7 May 2031)",
        "+2.0  times that overlap",
        "-0.4  numbers killed far apart",
    ]
    assert f"Inland Wire, 7 May 2031  {INLAND}" in lines
    lines = [line.strip() for line in outside.splitlines()]
    at = lines.index(f"Harbour Post, 6 May 2031  {RAIDING}")
    assert lines[at + 1] == f"in Raid · 5 May 2031 ({RAID.id})"
    assert lines[at + 3] == "one report tells them as two (beside Inland Wire, 7 May 2031)"
    assert "from 0 on" in outside


def test_a_beginning_of_an_id_will_do(linked: list[Incident], run: Run, ledger: str) -> None:
    run("explain", BOMBING.id[9:16], "--ledger", ledger)
    assert linked == [BOMBING]


def test_an_incident_of_one_event_has_nothing_to_weigh(
    run: Run, ledger: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = Link(RAIDING, REPORTS[0].id, None, None, (), "nothing else was found to be the same")
    monkeypatch.setattr("dateline.cli.explain.explain_links", lambda *_: Links((alone,), ()))
    shown = run("explain", RAID.id, "--ledger", ledger).stdout
    assert "nothing else was found to be the same" in shown
    assert "beside" not in shown
    assert "others are not" not in shown
    assert "from 0 on" not in shown


def test_what_weighs_nothing_is_left_out(run: Run, ledger: str, monkeypatch: pytest.MonkeyPatch) -> None:
    reasons = (TIME, Reason("place", 0.04, "both tell of Velmar"))
    link = Link(HARBOUR, REPORTS[0].id, INLAND, 2.0, reasons, "alike enough by themselves")
    monkeypatch.setattr("dateline.cli.explain.explain_links", lambda *_: Links((link,), ()))
    assert "both tell of Velmar" not in run("explain", BOMBING.id, "--ledger", ledger).stdout


def test_an_unknown_incident_is_1(run: Run, ledger: str) -> None:
    done = run("explain", "incident-0", "--ledger", ledger)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "`dateline incidents` lists them" in done.stderr


def test_paths_are_for_claims(run: Run) -> None:
    done = run("explain", BOMBING.id, "a.txt")
    assert done.exit_code == 2
    assert "PATH... goes with a claim" in " ".join(done.stderr.split())


@pytest.mark.parametrize("columns", [60, 80])
def test_links_fit_the_screen(linked: list[Incident], run: Run, ledger: str, columns: int) -> None:
    lines = run("explain", BOMBING.id, "--ledger", ledger, columns=columns).stdout.splitlines()
    assert max(map(len, lines)) <= columns

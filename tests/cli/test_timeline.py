"""`dateline timeline`: one field over time."""

from __future__ import annotations

import csv
import json

import pytest

from dateline.exchange.records import claim_json
from tests.builders import REPORTS, claims_of, market_bombing
from tests.cli.conftest import Run

BOMBING = next(each for each in market_bombing().incidents if len(each.reports) == 2)
KILLED = [claim for report in REPORTS for claim in claims_of(report) if claim.field == "killed"]


def test_it_goes_by_day_of_publication(run: Run, ledger: str) -> None:
    done = run("timeline", BOMBING.id, "--ledger", ledger, columns=100)
    assert (done.exit_code, done.stderr) == (0, "")
    rows = [line.split() for line in done.stdout.splitlines() if line.startswith("  ")]
    assert ["killed", "12", "to", "15,", "best", "15", "revised"] in rows
    assert ["published", "value", "0", "15", "who", "says", "so"] in rows
    days = [row for row in rows if "May" in row[:2]]
    assert [row[:5] for row in days] == [
        ["6", "May", "2031", "12", "●"],
        ["7", "May", "2031", "15", "●"],
        ["7", "May", "2031", "4,", "children"],
        ["7", "May", "2031", "0,", "children"],
    ]
    assert ["in", "Harbour", "Post"] in rows


def test_a_field_that_counts_nothing_has_no_scale(run: Run, ledger: str) -> None:
    shown = run("timeline", BOMBING.id, "--field", "type", "--ledger", ledger).stdout
    assert "●" not in shown
    assert "Inland Wire, own voice" in shown


def test_json_has_the_contracts_claims_with_their_publication(run: Run, ledger: str) -> None:
    done = run("timeline", BOMBING.id, "--ledger", ledger, "--json")
    days = ["2031-05-06", "2031-05-07", "2031-05-07", "2031-05-07"]
    publishers = ["Harbour Post", "Inland Wire", "Inland Wire", "Inland Wire"]
    assert json.loads(done.stdout) == [
        {"published": day, "publisher": publisher, **claim_json(claim, BOMBING.id), "judged": None}
        for day, publisher, claim in zip(days, publishers, KILLED, strict=True)
    ]


def test_csv_has_a_line_a_claim(run: Run, ledger: str) -> None:
    done = run("timeline", BOMBING.id, "--ledger", ledger, "--csv")
    rows = list(csv.DictReader(done.stdout.splitlines()))
    assert [row["claim"] for row in rows] == [claim.id for claim in KILLED]
    told = ("2031-05-07", "4", "4", "children", "health ministry", "true", "asserted")
    keys = ("published", "low", "high", "group", "source", "source_named", "modality")
    assert tuple(rows[2][key] for key in keys) == told


def test_csv_has_other_values_too(run: Run, ledger: str) -> None:
    done = run("timeline", BOMBING.id, "--field", "responsibility", "--ledger", ledger, "--csv")
    (row,) = csv.DictReader(done.stdout.splitlines())
    assert (row["value"], row["low"]) == ("Free Coast Front (claimed)", "")


def test_a_field_without_claims_names_those_that_have_some(run: Run, ledger: str) -> None:
    done = run("timeline", BOMBING.id, "--field", "missing", "--ledger", ledger)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "nothing is said of missing" in done.stderr
    assert "killed" in done.stderr


@pytest.mark.parametrize("words", [("--json", "--csv"), ("--field", "dead")])
def test_wrong_usage_is_2(run: Run, ledger: str, words: tuple[str, ...]) -> None:
    assert run("timeline", BOMBING.id, "--ledger", ledger, *words).exit_code == 2


@pytest.mark.parametrize("columns", [60, 80, 140])
def test_it_fits_the_screen(run: Run, ledger: str, columns: int) -> None:
    lines = run("timeline", BOMBING.id, "--ledger", ledger, columns=columns).stdout.splitlines()
    assert max(map(len, lines)) <= columns
    assert all(line == line.rstrip() for line in lines)

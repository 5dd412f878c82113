"""`dateline incidents`: the list, its filters, its forms (which incidents fit: contract/test_finding.py)."""

from __future__ import annotations

import csv
import json
from contextlib import closing

import pytest

from dateline.exchange.records import incident_json
from dateline.ledger.opening import open_ledger
from tests.builders import market_bombing
from tests.cli.conftest import Run
from tests.ledger.stores import MADE, clock, raw_of, synthetic

BOMBING = next(each for each in market_bombing().incidents if len(each.reports) == 2)
RAID = next(each for each in market_bombing().incidents if len(each.reports) == 1)


def test_the_list_has_a_line_an_incident(run: Run, ledger: str) -> None:
    done = run("incidents", "--ledger", ledger, columns=80)
    assert (done.exit_code, done.stderr) == (0, "2 incidents\n")
    head, first, second, _, legend = done.stdout.splitlines()
    assert head.split() == ["id", "when", "what", "where", "killed", "injured", "reports", "voices"]
    told = f"{BOMBING.id[9:17]} 6 May 2031 bombing Velmar, Kosovo 12–15 ~ 2 4"
    assert first.split() == told.split()
    assert second.split() == [RAID.id[9:17], "5", "May", "2031", "raid", "unknown", "1", "1"]
    assert legend == "~ revised"


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ((), ["bombing", "raid"]),
        (("--sort", "date"), ["raid", "bombing"]),
        (("--sort", "-reports"), ["bombing", "raid"]),
        (("--limit", "1"), ["bombing"]),
        (("--since", "2031-05-06"), ["bombing"]),
        (("--since", "2031", "--until", "2031-05"), ["bombing", "raid"]),
        (("--until", "2031-04"), []),
        (("--country", "kosovo"), ["bombing"]),
        (("--country", "xk", "--country", "France"), ["bombing"]),
        (("--country", "France"), []),
        (("--type", "attack"), ["bombing"]),
        (("--type", "Car bombing"), []),
        (("--status", "revised"), ["bombing"]),
        (("--status", "revised", "--field", "injured"), []),
        (("--text", "tore market"), ["bombing"]),
        (("--source", "ministry"), ["bombing"]),
    ],
)
def test_options_choose_and_order(run: Run, ledger: str, words: tuple[str, ...], kinds: list[str]) -> None:
    done = run("incidents", "--ledger", ledger, "--json", *words)
    assert done.exit_code == 0, done.stderr
    assert [each["type"]["name"] for each in json.loads(done.stdout)] == kinds


def test_json_is_an_array_of_the_contracts_records(run: Run, ledger: str) -> None:
    done = run("incidents", "--ledger", ledger, "--json")
    assert json.loads(done.stdout) == [incident_json(BOMBING), incident_json(RAID)]


def test_csv_has_a_line_an_incident_and_empty_cells_for_the_unknown(run: Run, ledger: str) -> None:
    done = run("incidents", "--ledger", ledger, "--csv")
    first, second = csv.DictReader(done.stdout.splitlines())
    told = (first["id"], first["start"], first["country"], first["killed_low"], first["killed_status"])
    assert told == (BOMBING.id, "2031-05-06", "XK", "12", "revised")
    assert (first["reports"], first["voices"], first["lat"]) == ("2", "4", "41.5")
    assert (second["place"], second["killed_low"], second["acled_event_type"]) == ("", "", "")


@pytest.mark.parametrize("columns", [80, 120])
def test_the_list_fits_the_screen(run: Run, ledger: str, columns: int) -> None:
    lines = run("incidents", "--ledger", ledger, columns=columns).stdout.splitlines()
    assert max(map(len, lines)) <= columns
    assert all(line == line.rstrip() for line in lines)


def test_a_field_that_is_no_count_has_no_column(run: Run, ledger: str) -> None:
    head = run("incidents", "--ledger", ledger, "--field", "responsibility").stdout.splitlines()[0].split()
    assert head[4:] == ["killed", "injured", "reports", "voices"]


def test_a_limit_says_how_many_there_are(run: Run, ledger: str) -> None:
    done = run("incidents", "--ledger", ledger, "--limit", "1")
    assert done.stderr == "1 of 2 incidents; --limit 2 lists them all\n"


def test_nothing_found_is_told_and_is_no_failure(run: Run, ledger: str) -> None:
    done = run("incidents", "--ledger", ledger, "--text", "earthquake")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "no incident fits\n")


def test_a_ledger_that_lags_behind_says_so(run: Run, ledger: str) -> None:
    with closing(open_ledger(ledger, clock, create=False)) as store:
        reading = next(synthetic(1))
        store.add(reading, raw_of(reading), MADE)
    done = run("incidents", "--ledger", ledger)
    assert done.exit_code == 0
    assert "as it was last linked" in done.stderr
    assert "2 incidents" in done.stderr


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("--since", "yesterday"), "'yesterday' is no date such as 2020-01-08, 2020-01 or 2020."),
        (("--until", "2031-02-30"), "'2031-02-30' is no date"),
        (("--since", "2031-05-02", "--until", "2031-05-01"), "no day is both"),
        (("--country", "Kosova Republic"), "there is no country 'Kosova Republic'."),
        (("--country", "Somaliland Republic"), "Is it "),
        (("--type", "bombings"), "Is it 'bombing'"),
        (("--type", "tea party"), "Known are agreement, "),
        (("--status", "wrong"), "'wrong' is not one of"),
        (("--field", "dead"), "'dead' is not one of"),
        (("--sort", "size"), "'size' is not one of"),
        (("--limit", "0"), "0 is not in the range"),
        (("--json", "--csv"), "only one form"),
    ],
)
def test_wrong_usage_is_2_and_says_what_is_right(
    run: Run, ledger: str, words: tuple[str, ...], problem: str
) -> None:
    done = run("incidents", "--ledger", ledger, *words)
    assert done.exit_code == 2
    assert problem in " ".join(done.stderr.split())

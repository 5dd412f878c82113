"""Claims and incidents as tables of pandas."""

from __future__ import annotations

import sys
from datetime import date

import pandas as pd
import pytest

import dateline
from dateline.library import Ledger
from dateline.notebook import Incidents
from tests.builders import market_bombing


@pytest.fixture
def ledger() -> Ledger:
    made = market_bombing()
    return Ledger(made.readings, Incidents(made.incidents), made.quarantined)


def test_a_row_a_claim(ledger: Ledger) -> None:
    table = ledger.claims.to_pandas()
    assert len(table) == len(ledger.claims) == sum(len(r.claims) for r in ledger.readings)
    killed = table[table["field"] == "killed"]
    assert sorted(killed["value_high"]) == [0, 4, 12, 15]
    assert str(table["value_low"].dtype) == "Int64"
    assert str(table["source_publisher"].dtype) == "boolean"
    assert set(killed["report_published"].dt.date) == {date(2031, 5, 6), date(2031, 5, 7)}
    assert table["group"].isna().sum() == len(table) - 2
    assert set(table["incident"]) == {each.id for each in ledger.incidents}


def test_tables_can_be_grouped(ledger: Ledger) -> None:
    table = ledger.claims.to_pandas()
    told = table[table["field"] == "killed"].groupby("source_name")["value_high"].max()
    assert told["health ministry"] == 15


def test_a_row_an_incident(ledger: Ledger) -> None:
    table = ledger.incidents.to_pandas().set_index("type")
    assert (table.loc["bombing", "killed_low"], table.loc["bombing", "killed_status"]) == (12, "revised")
    assert table.loc["bombing", "start"] == pd.Timestamp("2031-05-06")
    assert table.loc["raid", ["killed_low", "lat", "place"]].isna().all()
    assert table.loc["bombing", "actors"] == "Free Coast Front"


def test_nothing_is_a_table_of_no_rows() -> None:
    empty = Ledger((), Incidents(()), ())
    assert (len(empty.claims.to_pandas()), len(empty.incidents.to_pandas())) == (0, 0)


def test_claims_are_a_sequence(ledger: Ledger) -> None:
    assert ledger.claims[0] == ledger.readings[0].claims[0]
    assert list(ledger.claims[:2]) == list(ledger.claims)[:2]


def test_without_pandas_the_error_says_what_to_do(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(dateline.DatelineError, match=r"pip install 'dateline\[notebook\]'"):
        ledger.claims.to_pandas()

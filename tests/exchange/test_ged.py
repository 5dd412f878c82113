"""The layout of UCDP GED: 49 columns, UCDP's low, best and high, and what does not qualify."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from dateline.exchange.ged import COLUMNS, priogrid
from dateline.model import Claim, Crosswalk, Number, When
from tests.builders import MARKET, POLICE
from tests.exchange.exported import bombing, exported, rows, with_bombing

STATED = """id, relid, year, active_year, code_status, type_of_violence, conflict_dset_id, conflict_new_id,
conflict_name, dyad_dset_id, dyad_new_id, dyad_name, side_a_dset_id, side_a_new_id, side_a, side_b_dset_id,
side_b_new_id, side_b, number_of_sources, source_article, source_office, source_date, source_headline,
source_original, where_prec, where_coordinates, where_description, adm_1, adm_2, latitude, longitude,
geom_wkt, priogrid_gid, country, country_id, region, event_clarity, date_prec, date_start, date_end,
deaths_a, deaths_b, deaths_civilians, deaths_unknown, best, high, low, gwnoa, gwnob"""
ONE_SIDED = Crosswalk(None, "one-sided violence", None)


def told(**changes: Any) -> dict[str, str]:
    (row,) = rows(exported("ged", with_bombing(**{"crosswalk": ONE_SIDED} | changes))[0])
    return row


def test_the_columns_are_ucdps() -> None:
    assert list(COLUMNS) == [name.strip() for name in STATED.split(",")]
    assert len(COLUMNS) == 49


def test_a_row() -> None:
    row = told()
    assert {name: cell for name, cell in row.items() if cell} == {
        "id": bombing(with_bombing()).id,
        "year": "2031",
        "type_of_violence": "3",
        "dyad_name": "Free Coast Front - Civilians",
        "side_a": "Free Coast Front",
        "side_b": "Civilians",
        "number_of_sources": "2",
        "source_article": '"Harbour Post,2031-05-06,";"Inland Wire,2031-05-07,"',
        "source_office": "Harbour Post",
        "source_date": "2031-05-06",
        "source_original": "Free Coast Front; health ministry; police",
        "where_prec": "2",
        "where_coordinates": "Velmar",
        "where_description": "Velmar",
        "adm_1": "Coast",
        "latitude": "41.5",
        "longitude": "19.25",
        "geom_wkt": "POINT (19.25 41.5)",
        "priogrid_gid": "189759",
        "country": "Kosovo",
        "region": "Europe",
        "event_clarity": "1",
        "date_prec": "1",
        "date_start": "2031-05-06",
        "date_end": "2031-05-06",
        "deaths_a": "0",
        "deaths_b": "0",
        "deaths_civilians": "15",
        "deaths_unknown": "0",
        "best": "15",
        "high": "15",
        "low": "15",
    }


@pytest.mark.parametrize(
    ("days", "code", "clarity"),
    [
        (1, "1", "1"),
        (2, "2", "2"),
        (6, "2", "2"),
        (7, "3", "2"),
        (31, "4", "2"),
        (32, "5", "2"),
        (366, "5", "2"),
    ],
)
def test_intervals_have_a_code(days: int, code: str, clarity: str) -> None:
    first = date(2031, 5, 1)
    when = When(first, date.fromordinal(first.toordinal() + days - 1), "days", None, "")
    row = told(when=when)
    assert (row["date_prec"], row["event_clarity"]) == (code, clarity)


@pytest.mark.parametrize(
    ("precision", "radius", "code"),
    [
        ("exact", 1, "1"),
        ("near", 25, "2"),
        ("near", 40, "3"),
        ("district", 30, "3"),
        ("province", 90, "4"),
        ("country", 300, "6"),
    ],
)
def test_places_have_a_code(precision: Any, radius: float, code: str) -> None:
    assert told(place=replace(MARKET, precision=precision, radius_km=radius))["where_prec"] == code


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"crosswalk": Crosswalk(None, None, None)}, "needs organised parties"),
        ({"when": None}, "needs a date"),
        ({"when": When(date(2029, 1, 1), date(2031, 1, 1), "decade", None, "")}, "needs the year"),
        ({"place": None}, "needs a country"),
        ({"place": replace(MARKET, precision="region")}, "needs a place of a country"),
    ],
)
def test_what_does_not_qualify_is_no_row(changes: dict[str, Any], why: str) -> None:
    text, left = exported("ged", with_bombing(**{"crosswalk": ONE_SIDED} | changes))
    assert rows(text) == []
    assert any(each.type == "bombing" and why in each.why for each in left)


def test_without_a_death_there_is_no_row() -> None:
    _, left = exported("ged")
    assert [each.why for each in left if each.type == "raid"] == [
        "UCDP needs a death, and no number of killed is told"
    ]


@pytest.mark.parametrize(
    ("lat", "lon", "cell"),
    [
        (-89.75, -179.75, 1),
        (-89.75, 179.75, 720),
        (89.75, 179.75, 259200),
        (90, 180, 259200),
        (-1.95, 30.06, 127141),
    ],
)
def test_cells_of_the_grid(lat: float, lon: float, cell: int) -> None:
    assert priogrid(lat, lon) == cell


def test_none_by_the_last_word_are_none_on_each_side() -> None:
    ledger = with_bombing(crosswalk=ONE_SIDED)

    def told(claim: Claim) -> Claim:
        if claim.field != "killed" or claim.group:
            return claim
        return replace(claim, value=Number(80, 80, "80") if claim.source == POLICE else Number(0, 0, "no"))

    readings = tuple(replace(r, claims=tuple(map(told, r.claims))) for r in ledger.readings)
    (row,) = rows(exported("ged", replace(ledger, readings=readings))[0])
    sides = [row[f"deaths_{side}"] for side in ("a", "b", "civilians", "unknown")]
    assert (row["best"], row["high"]) == ("0", "80")
    assert sides == ["0"] * 4

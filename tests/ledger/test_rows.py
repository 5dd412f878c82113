"""The columns of a value: what each type fills in, and what it leaves null."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dateline.ledger import schema
from dateline.ledger.rows import LARGEST, Row, rows_of, storable
from dateline.model import Entity, Motive, Number, Place, Reading, Responsibility, Source, Term, Value, When
from tests.builders import MARKET, POLICE, TUESDAY
from tests.ledger.stores import synthetic

VALUE_COLUMNS = ("value", "low", "high", "qualifier", "what", "how", "value_kind", "value_country")


def row_of(reading: Reading) -> Row:
    rows = {table.name: rows for table, rows in rows_of(reading)}
    return rows["claims"][0]


def with_claim(**changed: object) -> Reading:
    reading = next(synthetic(1))
    return replace(reading, claims=(replace(reading.claims[0], **changed),))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "filled"),
    [
        (
            Number(80, None, "dozens", "dozens", "houses"),
            {"low": 80, "qualifier": "dozens", "what": "houses"},
        ),
        (
            Entity("Free Coast Front", "armed group", "XK", None, "the Front"),
            {"value": "Free Coast Front", "value_kind": "armed group", "value_country": "XK"},
        ),
        (
            Responsibility("Free Coast Front", "armed group", None, "denied", "the Front"),
            {"value": "Free Coast Front", "value_kind": "armed group", "how": "denied"},
        ),
        (Term("missile strike", "struck"), {"value": "missile strike"}),
        (Motive("the raid", "event-1"), {"value": "event-1"}),
        (MARKET, {"value": "Velmar", "value_kind": "near", "value_country": "XK"}),
        (TUESDAY, {"value": "2031-05-06", "value_kind": "day"}),
        (
            When(date(2031, 5, 1), date(2031, 5, 31), "month", None, "May"),
            {"value": "2031-05-01/2031-05-31", "value_kind": "month"},
        ),
        (When(None, None, None, None, "that day"), {}),
    ],
)
def test_a_value_fills_its_columns_and_no_other(value: Value, filled: Row) -> None:
    row = row_of(with_claim(value=value))
    assert {name: row[name] for name in VALUE_COLUMNS if row[name] is not None} == filled
    assert row["value_text"] == value.text


def test_a_chain_of_sources_is_told_in_words() -> None:
    agency = replace(POLICE, name="agency")
    television = replace(POLICE, name="television", via=(agency,))
    row = row_of(with_claim(source=replace(POLICE, via=(television,))))
    assert row["via"] == "television, via agency"
    assert row_of(with_claim())["via"] is None


def test_columns_without_a_place_or_time_are_null() -> None:
    row = row_of(with_claim(place=None, when=None))
    assert {row[name] for name in ("place", "lat", "lon", "country", "starts", "ends")} == {None}


def test_every_row_has_every_column_of_its_table() -> None:
    nowhere = Place("Velmar", None, None, None, None, None, None, None, "Velmar")
    for table, rows in rows_of(with_claim(place=nowhere)):
        for row in rows:
            assert set(row) == set(table.c.keys()), table.name
    assert schema.claims.c.keys() == list(row_of(with_claim()))


def test_what_no_column_holds_stays_in_the_record_alone() -> None:
    row = storable({"text": "a\0b", "low": LARGEST, "high": LARGEST + 1, "yes": True, "none": None})
    assert row == {"text": "a\ufffdb", "low": LARGEST, "high": None, "yes": True, "none": None}


def test_sources_of_every_claim_are_named() -> None:
    own = Source("Harbour Post", "publisher", None, None, True, True, (), "")
    row = row_of(with_claim(source=own))
    assert (row["source"], row["source_kind"], row["own_voice"]) == ("Harbour Post", "publisher", True)

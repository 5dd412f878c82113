"""The ACLED-compatible layout: 31 columns, ACLED's figure, and what it cannot hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from dateline.exchange.acled import COLUMNS
from dateline.model import Acled, Crosswalk, Entity, When
from tests.builders import MARKET
from tests.exchange.exported import BOOK, exported, rows, with_bombing

STATED = """event_id_cnty, event_date, year, time_precision, disorder_type, event_type, sub_event_type,
actor1, assoc_actor_1, inter1, actor2, assoc_actor_2, inter2, interaction, civilian_targeting, iso, region,
country, admin1, admin2, admin3, location, latitude, longitude, geo_precision, source, source_scale, notes,
fatalities, tags, timestamp"""


def test_the_columns_are_acleds() -> None:
    assert list(COLUMNS) == [name.strip() for name in STATED.split(",")]
    assert len(COLUMNS) == 31


def test_a_row() -> None:
    text, left = exported("acled")
    (row,) = rows(text)
    assert {name: cell for name, cell in row.items() if cell} == {
        "event_id_cnty": row["event_id_cnty"],
        "event_date": "2031-05-06",
        "year": "2031",
        "time_precision": "1",
        "disorder_type": "Political violence",
        "event_type": "Explosions/Remote violence",
        "sub_event_type": "Remote explosive/landmine/IED",
        "actor1": "Free Coast Front",
        "actor2": "people",
        "inter2": "Civilians",
        "civilian_targeting": "Civilian targeting",
        "country": "Kosovo",
        "region": "Europe",
        "admin1": "Coast",
        "location": "Velmar",
        "latitude": "41.5",
        "longitude": "19.25",
        "geo_precision": "1",
        "source": "Harbour Post; Inland Wire",
        "notes": row["notes"],
        "fatalities": "15",
    }
    assert row["event_id_cnty"].startswith("XK")
    assert "killing 12 people" in row["notes"]
    assert "most conservative" in row["notes"]
    assert [each.why for each in left] == ["ACLED has no type for a raid"]


@pytest.mark.parametrize(
    ("first", "last", "day", "code"),
    [
        (date(2031, 5, 6), date(2031, 5, 6), "2031-05-06", "1"),
        (date(2031, 5, 5), date(2031, 5, 11), "2031-05-08", "2"),
        (date(2031, 5, 1), date(2031, 5, 31), "2031-05-16", "3"),
    ],
)
def test_an_interval_is_its_middle_and_a_code(first: date, last: date, day: str, code: str) -> None:
    (row,) = rows(exported("acled", with_bombing(when=When(first, last, "days", None, "")))[0])
    assert (row["event_date"], row["time_precision"]) == (day, code)


@pytest.mark.parametrize(
    ("precision", "code"), [("exact", "1"), ("near", "1"), ("district", "2"), ("province", "3")]
)
def test_places_have_a_code(precision: Any, code: str) -> None:
    place = replace(MARKET, precision=precision)
    (row,) = rows(exported("acled", with_bombing(place=place))[0])
    assert row["geo_precision"] == code


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"when": None}, "needs a date"),
        ({"when": When(None, None, None, None, "lately")}, "needs a date"),
        ({"when": When(date(2031, 1, 1), date(2031, 12, 31), "year", None, "this year")}, "needs the month"),
        ({"place": None}, "needs a country"),
        ({"place": replace(MARKET, country=None)}, "needs a country"),
        ({"place": replace(MARKET, precision="country")}, "needs the province"),
        ({"place": replace(MARKET, lat=None, lon=None)}, "needs the province"),
        ({"crosswalk": Crosswalk(None, None, None)}, "has no type"),
    ],
)
def test_what_cannot_be_held_is_no_row(changes: dict[str, Any], why: str) -> None:
    text, left = exported("acled", with_bombing(**changes))
    assert rows(text) == []
    assert any(each.type == "bombing" and why in each.why for each in left)


def test_a_policy_can_be_asked_for() -> None:
    (acled,), (ucdp,), (airwars,) = (
        rows(exported("acled", policy=policy)[0]) for policy in ("acled", "ucdp", "airwars")
    )
    assert (acled["fatalities"], ucdp["fatalities"], airwars["fatalities"]) == ("15", "15", "15")
    assert "Killed:" in airwars["notes"]


def test_kinds_of_actors() -> None:
    soldiers = Entity("soldiers", "military", "XK", None, "")
    foreign = Entity("an army", "military", "IT", None, "")
    clash = Crosswalk(Acled("Battles", "Armed clash"), None, None)
    (row,) = rows(
        exported("acled", with_bombing(actors=(foreign, soldiers), targets=(soldiers,), crosswalk=clash))[0]
    )
    assert (row["actor1"], row["assoc_actor_1"], row["inter1"]) == (
        "an army",
        "soldiers",
        "External/Other forces",
    )
    assert row["interaction"] == "State forces-External/Other forces", "the lower code first"
    assert not row["civilian_targeting"]
    (alone,) = rows(exported("acled", with_bombing(actors=(soldiers,), targets=(), crosswalk=clash))[0])
    assert (alone["inter2"], alone["interaction"]) == ("", "State forces only")


SUB_EVENTS = {
    "Battles": ("Government regains territory", "Non-state actor overtakes territory", "Armed clash"),
    "Protests": (*("Excessive force against protesters", "Protest with intervention", "Peaceful protest"),),
    "Riots": ("Violent demonstration", "Mob violence"),
    "Explosions/Remote violence": (
        *("Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack"),
        *("Remote explosive/landmine/IED", "Grenade"),
    ),
    "Violence against civilians": ("Sexual violence", "Attack", "Abduction/forced disappearance"),
    "Strategic developments": (
        *("Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use"),
        *("Headquarters or base established", "Looting/property destruction"),
        *("Non-violent transfer of territory", "Other"),
    ),
}


def test_types_are_acleds() -> None:
    types = BOOK.event_types
    known = {sub: event for event, subs in SUB_EVENTS.items() for sub in subs}
    assert len(known) == 25
    assert dict(types.acled_event_type) == known
    assert {kind.acled for kind in types.type} <= known.keys()


def test_no_number_is_no_zero() -> None:
    ledger = with_bombing()
    held = {c.id for r in ledger.readings for c in r.claims if c.field == "killed"}
    incident = next(i for i in ledger.incidents if i.type.name == "bombing")
    bare = with_bombing(claims=tuple(c for c in incident.claims if c not in held))
    (row,) = rows(exported("acled", bare)[0])
    assert row["fatalities"] == ""

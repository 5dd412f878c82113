"""Which of the places that are told is the place of an incident."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.model import Place, Source
from dateline.reconcile.heads import event_type, main_place, places_of
from tests.reconcile.telling import CODEBOOK, MINISTRY, POLICE, Teller, a_report

HILLTON = Place("Hillton", 40.0, -80.0, 1, "XA", "North", "exact", 5.0, "Hillton")
NORTH = Place("North", 41.0, -80.0, 2, "XA", "North", "province", 150.0, "North")
NAMESAKE = Place("Orlow", 30.0, -95.0, 3, "XA", "South", "exact", 5.0, "Orlow")
QUARTER = Place("Northgate", 40.0, -80.0, 4, "XA", "North", "exact", 1.0, "Northgate")
FULLER = replace(QUARTER, name="Northgate, Hillton")


def test_a_place_in_another_division_than_most_is_a_namesake() -> None:
    assert main_place([NAMESAKE, NORTH, HILLTON, NORTH]) == HILLTON


def test_one_against_one_is_no_majority() -> None:
    assert main_place([NAMESAKE, HILLTON]) == NAMESAKE


def test_all_in_one_division_the_finest_wins() -> None:
    assert main_place([NORTH, NORTH, HILLTON]) == HILLTON


def test_a_name_with_its_town_is_told_better() -> None:
    assert main_place([QUARTER, QUARTER, FULLER]) == FULLER


def test_nothing_told_is_no_place() -> None:
    assert main_place([]) is None


@pytest.mark.parametrize(
    ("told", "type_"),
    [
        (["killing", "arrest"], "killing"),
        (["arrest", "killing", "arrest"], "arrest"),
        (["killing", "sexual violence"], "sexual violence"),
        (["killing", "killing", "sexual violence"], "killing"),
        (["violence", "sexual violence"], "sexual violence"),
        (["killing", "violence", "shelling"], "shelling"),
        (["killing", "disrupted weapons use"], "killing"),
    ],
)
def test_what_comes_with_killings_is_no_finer_word_for_them(told: list[str], type_: str) -> None:
    teller = Teller(a_report("a", 9), told[0])
    for name in told[1:]:
        teller.say("type", Teller(a_report("a", 9), name).claims[0].value)
    assert event_type(teller.claims, CODEBOOK).name == type_


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        (POLICE, MINISTRY, ["Hillton"]),  # "the army's spokesman says that it was across the border"
        (POLICE, POLICE, ["Hillton", "Farside"]),
        (POLICE, None, ["Hillton", "Farside"]),
    ],
)
def test_who_alone_puts_it_abroad_contradicts_the_report(
    first: Source, second: Source | None, kept: list[str]
) -> None:
    abroad = Place("Farside", 10.0, 10.0, 9, "XB", "East", "exact", 5.0, "Farside")
    teller = Teller(a_report("a", 9)).say("place", HILLTON, first).say("place", abroad, second)
    assert [p.name for p in places_of(teller.claims, CODEBOOK.groups)] == kept

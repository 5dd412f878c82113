"""Which of the places that are told is the place of an incident."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import Place
from dateline.reconcile.heads import main_place

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

"""The place at the head of an incident."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import Place
from dateline.model.place import PlacePrecision
from dateline.reconcile.spots import place_at_head


def place(name: str, precision: PlacePrecision | None, km: float | None, lat: float | None = 10.0) -> Place:
    """A place in Marland, at one longitude."""
    lon = None if lat is None else 20.0
    return Place(name, lat, lon, None, "MD", "Hills", precision, km, name)


TOWN = place("Brindle", "exact", 15.0)
QUARTER = place("Hillside", "exact", 2.0, 10.05)
OTHER = place("Lakeside", "exact", 2.0, 9.95)
FAR = place("Orlow", "exact", 2.0, 11.0)
HILLS = place("Hills", "province", 80.0)
VILLAGE = place("Tarn", None, None, None)


def name(*told: Place) -> str:
    head = place_at_head(told)
    assert head is not None
    return head.name


def test_a_quarter_is_finer_than_its_town() -> None:
    assert name(TOWN, TOWN, QUARTER) == "Hillside, Brindle"


def test_of_two_quarters_the_town_holds() -> None:
    assert name(TOWN, TOWN, QUARTER, OTHER) == "Brindle"


def test_a_town_elsewhere_is_no_quarter() -> None:
    assert name(TOWN, TOWN, FAR) == "Brindle"


def test_an_unknown_village_is_placed_by_its_province() -> None:
    head = place_at_head((HILLS, VILLAGE))
    assert head is not None
    assert (head.name, head.precision, head.lat, head.text) == ("Tarn, Hills", "province", 10.0, "Tarn")


def test_an_unknown_name_beside_a_known_town_changes_nothing() -> None:
    assert name(TOWN, VILLAGE) == "Brindle"


def test_a_site_that_names_its_town_is_named_once() -> None:
    assert name(replace(QUARTER, name="Hillside, Brindle"), QUARTER) == "Hillside, Brindle"


def test_no_place() -> None:
    assert place_at_head(()) is None

"""A name and the places that bear it."""

from __future__ import annotations

import pytest

from dateline.gazetteer.lookup import Gazetteer


@pytest.mark.parametrize("name", ["Millford", "MILLFORD", "Míllford", "al-Millford"])
def test_a_name_however_written(gazetteer: Gazetteer, name: str) -> None:
    found = gazetteer.candidates(name)
    assert [(c.country, c.population) for c in found] == [("IQ", 20_000), ("YY", 90_000)]


def test_all_that_is_known_of_a_place(gazetteer: Gazetteer) -> None:
    (found,) = gazetteer.candidates("Northmarch")
    assert (found.kind, found.geonameid, found.lat, found.lon) == ("province", 3, 51.0, 20.0)
    assert (found.country, found.admin1, found.divisions, found.radius_km) == (
        "IQ",
        "Northmarch",
        ("IQ.01",),
        80,
    )


def test_with_and_without_the_article(gazetteer: Gazetteer) -> None:
    assert [c.name for c in gazetteer.candidates("Nuhayrat")] == ["An Nuhayrat"]
    assert [c.name for c in gazetteer.candidates("Al-Nuhayrat")] == ["An Nuhayrat"]


def test_by_sound_in_the_named_countries_only(gazetteer: Gazetteer) -> None:
    assert gazetteer.candidates("Nuheirat") == ()
    assert [c.name for c in gazetteer.sounding("Nuheirat", ["IQ"])] == ["An Nuhayrat"]
    assert gazetteer.sounding("Nuheirat", ["YY"]) == ()
    assert gazetteer.sounding("Nu", ["IQ"]) == ()


@pytest.mark.parametrize("name", ["Nowhere", "", "---"])
def test_not_in_the_gazetteer(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.candidates(name) == ()

"""All names of a report together."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.codebook.places import PlaceKind
from dateline.gazetteer.fold import fold
from dateline.gazetteer.lookup import Gazetteer
from dateline.gazetteer.resolve import Asked, holds, resolve


def places(
    gazetteer: Gazetteer,
    *names: str,
    about: Mapping[str, float] | None = None,
    inside: Mapping[int, int] | None = None,
    kinds: Mapping[int, PlaceKind] | None = None,
) -> list[tuple[str, str | None] | None]:
    asked = [
        Asked(
            fold(name),
            gazetteer.candidates(name),
            frozenset(k for i, k in (kinds or {}).items() if i == n),
            (inside or {}).get(n),
        )
        for n, name in enumerate(names)
    ]
    return [(c.kind, c.country) if c else None for c in resolve(asked, about or {})]


def test_the_larger_place_where_nothing_else_is_known(gazetteer: Gazetteer) -> None:
    assert places(gazetteer, "Millford") == [("town", "YY")]


def test_the_country_that_the_report_names(gazetteer: Gazetteer) -> None:
    assert places(gazetteer, "Millford", "Ruritania") == [("town", "IQ"), ("country", "IQ")]


def test_the_country_that_it_speaks_of(gazetteer: Gazetteer) -> None:
    assert places(gazetteer, "Millford", about={"IQ": 0.7}) == [("town", "IQ")]


def test_the_place_that_the_text_puts_it_in(gazetteer: Gazetteer) -> None:
    found = places(gazetteer, "Millford", "Northmarch", "Sylvania", "Sylvania", inside={0: 1})
    assert found[0] == ("town", "IQ")


def test_a_name_means_one_place_throughout(gazetteer: Gazetteer) -> None:
    found = places(gazetteer, "Millford", "Millford", "Northmarch", about={"YY": 0.7}, inside={1: 2})
    assert found[0] == found[1] == ("town", "IQ")


def test_two_countries_side_by_side_hold_none_of_each_other(gazetteer: Gazetteer) -> None:
    assert places(gazetteer, "Ruritania", "Sylvania", inside={0: 1}) == [("country", "IQ"), ("country", "YY")]


def test_a_small_place_far_from_all_else_is_not_meant(gazetteer: Gazetteer) -> None:
    assert places(gazetteer, "Farside", "Ruritania", "Northmarch")[0] is None
    assert places(gazetteer, "Farside") == [("town", "YY")]
    assert places(gazetteer, "Farside", "Sylvania")[0] == ("town", "YY")


def test_what_the_words_beside_it_say_it_is(gazetteer: Gazetteer) -> None:
    assert places(gazetteer, "Dustfield", kinds={0: "camp"}) == [("camp", "IQ")]


def test_names_without_candidates_stay_without(gazetteer: Gazetteer) -> None:
    assert places(gazetteer, "Nowhere", "Ruritania", inside={0: 1}) == [None, ("country", "IQ")]


def test_holds(gazetteer: Gazetteer) -> None:
    (country,), (province,) = gazetteer.candidates("Ruritania"), gazetteer.candidates("Northmarch")
    near, far = gazetteer.candidates("Millford")
    assert holds(country, province)
    assert holds(province, near)
    assert not holds(province, far)
    assert not holds(near, province)
    assert not holds(country, country)

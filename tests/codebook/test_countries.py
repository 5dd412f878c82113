"""Country words."""

from __future__ import annotations

import pytest

from dateline.codebook import load_codebook
from dateline.codebook.countries import Countries


@pytest.fixture(scope="module")
def countries() -> Countries:
    return load_codebook().countries


@pytest.mark.parametrize(
    ("words", "code", "sense"),
    [
        ("US", "US", "name"),
        ("US", "US", "adjective"),
        ("the United States", "US", "name"),
        ("Iranians", "IR", "people"),
        ("IRAN", "IR", "name"),
        ("Salvadoran", "SV", "adjective"),
        ("Burma", "MM", "name"),
        ("DRC", "CD", "name"),
        ("Tehran", "IR", "capital"),
        ("the Kremlin", "RU", "seat"),
        ("Cote d’Ivoire", "CI", "name"),
        ("Gazans", "PS", "people"),
        ("Chechen", "RU", "adjective"),
    ],
)
def test_a_word_says_what_it_is_of_a_country(countries: Countries, words: str, code: str, sense: str) -> None:
    found = countries.word(words)
    assert found is not None
    assert (found.country.code, sense in found.senses) == (code, True)


@pytest.mark.parametrize("words", ["us", "turkey", "Tehran", "the White House", "Anytown", ""])
def test_these_name_no_country(countries: Countries, words: str) -> None:
    assert countries.country_of(words) is None


def test_every_state_has_a_code_of_its_own_and_a_point_on_earth(countries: Countries) -> None:
    own = [c.code for c in countries.all if c.kind != "region"]
    assert len(own) == len(set(own)) == len(countries.by_code)
    assert all(abs(c.point[0]) <= 90 and abs(c.point[1]) <= 180 and c.radius_km > 0 for c in countries.all)

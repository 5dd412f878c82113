"""Which place has each number that shares a toll out? Invented sentences."""

from __future__ import annotations

import pytest

from dateline.model import Number
from dateline.reading import Reader
from tests.reading.helpers import read

SHARED = [
    (
        "The attacks in Syria left 40 people dead: 17 in Jableh and seven in Qardaha.",
        {"40": "Syria", "17": "Jableh", "seven": "Qardaha"},
    ),
    (
        "Nine guards were killed in Aleppo and three in Damascus.",
        {"Nine": "Aleppo", "three": "Damascus"},
    ),
    ("A bomb killed 12 people in Aleppo and wounded 30.", {"12": "Aleppo", "30": "Aleppo"}),
]


@pytest.mark.parametrize(("text", "places"), SHARED)
def test_places(text: str, places: dict[str, str], reader: Reader) -> None:
    found = {
        c.value.text: c.place.text if c.place else None
        for c in read(reader, text).claims
        if isinstance(c.value, Number)
    }
    assert found == places


NATURAL = [
    ("Ann Reed has died aged 81, her family said.", 0),
    ("Ann Reed died in the blast, her family said.", 1),
    ("Nine clerks died in the raid.", 1),
]


@pytest.mark.parametrize(("text", "deaths"), NATURAL)
def test_who_dies_of_nothing_is_no_victim(text: str, deaths: int, reader: Reader) -> None:
    assert sum(c.field == "killed" for c in read(reader, text).claims) == deaths


def test_a_family_is_no_place(reader: Reader) -> None:
    (claim,) = (
        c
        for c in read(reader, "A raid on the house of the Hamad family in Jabalia killed six.").claims
        if c.field == "killed"
    )
    assert claim.place is not None
    assert claim.place.text == "Jabalia"


def test_losses_are_no_responsibility(reader: Reader) -> None:
    claims = read(reader, "The rebels said they had lost 12 men in the battle for Aleppo.").claims
    assert not any(c.field == "responsibility" for c in claims)

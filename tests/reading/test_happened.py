"""Sentences that say only when or where "it" or "the incident" took place."""

from __future__ import annotations

import pytest

from dateline.model import Place, When
from dateline.reading import Reader
from tests.reading.helpers import read

SHOT = "Two men were shot."

PLACES = [
    (f"{SHOT} The incident occurred in Baghdad.", "Baghdad"),
    (f"{SHOT} It happened in Baghdad.", "Baghdad"),
    (f"{SHOT} This happened near Baghdad.", "Baghdad"),
    (f"{SHOT} The crime took place in Baghdad at noon.", "Baghdad"),
    (f"{SHOT} Nobody was hurt. The incident occurred in Baghdad.", "Baghdad"),
    (f"{SHOT} Police said that the incident occurred in Baghdad.", "Baghdad"),
    (f"{SHOT} The incident occurred in the Tarnwick area.", "Tarnwick"),
    # a street or a building
    (f"{SHOT} It happened in the 300 block of Baghdad.", None),
    (f"{SHOT} It happened near Main and Baghdad.", None),
    (f"{SHOT} It happened at Tarnwick Middle School.", None),
    # another, or none
    (f"{SHOT} Police know of an incident that took place in Baghdad.", None),
    (f"{SHOT} An incident occurred in Baghdad.", None),
    (f"{SHOT} The festival took place in Baghdad.", None),
    (f"{SHOT} The mayor took office in Baghdad.", None),
    (f"{SHOT} It is cold. It is late. It is dark. It happened in Baghdad.", None),
    ("The incident occurred in Baghdad.", None),
    ("Rebels plan to attack the town. It happened in Baghdad.", None),
]

DAYS = [
    (f"{SHOT} The incident occurred on Monday.", "2021-03-08"),
    (f"{SHOT} This happened on 4 March 2021.", "2021-03-04"),
    ("Two men were shot on 2 March 2021. The incident occurred on 4 March 2021.", None),
    (f"{SHOT} The incident occurred at noon.", None),
    (f"{SHOT} The trial took two days.", None),
]


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_where_it_happened(reader: Reader, text: str, place: str | None) -> None:
    found = [c for c in read(reader, text).claims if c.rule == "event.place_happened"]
    assert [c.value.name for c in found if isinstance(c.value, Place)] == ([place] if place else [])
    assert all(c.spans.value and c.span.contains(c.spans.value) for c in found)


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_when_it_happened(reader: Reader, text: str, day: str | None) -> None:
    found = [c.value for c in read(reader, text).claims if c.rule == "event.when_happened"]
    assert [str(w.start) for w in found if isinstance(w, When)] == ([day] if day else [])

"""When and where events were that their own sentences do not date or place."""

from __future__ import annotations

import pytest

from dateline.model import Place, Reading, When
from dateline.reading import Reader
from tests.reading.helpers import read


def inferred(reading: Reading) -> list[tuple[str, str, str]]:
    """Rule, value and modality of each claim that was inferred."""
    found = []
    for c in reading.claims:
        if c.rule in ("event.when_near", "event.place_near", "place.dateline", "place.local"):
            value = c.value.name if isinstance(c.value, Place) else ""
            value = str(c.value.start) if isinstance(c.value, When) else value
            assert c.modality == "hedged"
            assert c.spans.value is not None
            assert c.span.contains(c.spans.value)
            found.append((c.rule, value, c.value.text))
    return found


KILLED = "Two men were killed in a house."
MONDAY = "2021-03-08"

TIMES = [
    (f"{KILLED} Police were called at noon on Monday.", MONDAY),
    (f"It happened on Monday. {KILLED}", MONDAY),
    (f"{KILLED} Officers came to the house on Monday evening.", MONDAY),
    (f"{KILLED} Neighbours heard a noise on Monday and Tuesday.", MONDAY),
    # dated itself
    ("Two men were killed in a house on Tuesday. Police were called on Monday.", None),
    # of another
    (f"{KILLED} A court convened on Monday, a judge said on Monday.", MONDAY),
    (f"{KILLED} The mayor said on Monday that all is well.", None),
    (f"{KILLED} The mayor announced on Monday a day of rest.", None),
    (f"{KILLED} A man was charged on Monday.", None),
    (f"{KILLED} A man will appear in court on Monday.", None),
    (f"{KILLED} The mayor visited the house on Monday.", None),
    # to come
    (f"{KILLED} A service will be held on Friday.", None),
    (f"{KILLED} The shop opens tomorrow.", None),
    # too coarse
    (f"{KILLED} The house was built in May 2019.", None),
    (f"{KILLED} The house was built last year.", None),
    # too far
    (f"{KILLED} The house is old. It is small. It is brown. It was sold on Monday.", None),
    # no sentence
    (f"{KILLED}\nMonday", None),
]

PLACES = [
    # beside it
    (
        "KIRKUK, Iraq — Two men were killed in a house. Officers closed a street in Baghdad.",
        [("event.place_near", "Baghdad")],
    ),
    (
        "KIRKUK, Iraq — Smoke rose in Baghdad. Two men were killed in a house.",
        [("event.place_near", "Baghdad")],
    ),
    # of another country, or nobody knows of which
    (
        "KIRKUK, Iraq — Two men were killed in a house. The envoy spoke in Geneva.",
        [("place.dateline", "KIRKUK")],
    ),
    ("Two men were killed in a house. The envoy spoke in Geneva.", []),
    # two places, where someone is from, and one too far away
    (
        "KIRKUK, Iraq — Two men were killed. Officers closed a street in Baghdad and one in Basra.",
        [("place.dateline", "KIRKUK")],
    ),
    (
        "KIRKUK, Iraq — Two men were killed in a house. One was born in Baghdad.",
        [],
    ),
    (
        "KIRKUK, Iraq — Two men were killed. It rained. The shops shut. Streets were closed in Baghdad.",
        [("place.dateline", "KIRKUK")],
    ),
    ("BAGHDAD - Two men were killed on Monday.", [("place.dateline", "BAGHDAD")]),
    ("BAGHDAD (AP) — Two men were killed on Monday.", [("place.dateline", "BAGHDAD")]),
    ("KIRKUK, Iraq — Two men were killed on Monday.", [("place.dateline", "KIRKUK")]),
    ("Two men were killed on Monday, Baghdad police said.", [("place.local", "Baghdad")]),
    ("Mosul police said that two men were killed on Monday.", [("place.local", "Mosul")]),
    ("Two men were killed on Monday. Mosul firefighters came.", [("place.local", "Mosul")]),
    ("BAGHDAD - Two men were killed on Monday, Mosul police said.", [("place.dateline", "BAGHDAD")]),
    (
        "BAGHDAD - Two men were killed on Monday. Iraq sent doctors from Basra.",
        [("place.dateline", "BAGHDAD")],
    ),
    # the writer sits in another country
    ("BEIRUT - Two men were killed on Monday. They had come to Basra from Mosul.", []),
    ("BEIRUT - Two men were killed on Monday. Mosul mourned, and so did Iraq.", []),
    # told where
    ("BAGHDAD - Two men were killed in Mosul on Monday.", []),
    ("BAGHDAD - Two men were killed near Basra on Monday.", []),
    ("BAGHDAD - Two men were killed in Syria on Monday.", []),
    ("Two men were killed in Mosul on Monday, Baghdad police said.", []),
    # no dateline and no town's police
    ("Baghdad was quiet. Two men were killed on Monday.", []),
    ("Two men were killed on Monday, Iraqi police said.", []),
    ("Two men were killed on Monday, police said.", []),
    ("Two men were killed on Monday, a Mosul shopkeeper said.", []),
    # not of old news alone
    ("BAGHDAD - Two men were killed in May 2019.", []),
    # nothing happened
    ("BAGHDAD - The weather was fine.", []),
    # only the event that the report is about
    (
        "BAGHDAD - Two men were killed on Monday. Gunmen attacked a convoy on Thursday.",
        [("place.dateline", "BAGHDAD")],
    ),
]


@pytest.mark.parametrize(("text", "day"), TIMES)
def test_time_told_nearby(reader: Reader, text: str, day: str | None) -> None:
    found = [value for rule, value, _ in inferred(read(reader, text)) if rule == "event.when_near"]
    assert found == ([day] if day else [])


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_place_inferred(reader: Reader, text: str, expected: list[tuple[str, str]]) -> None:
    found = [(rule, value) for rule, value, _ in inferred(read(reader, text)) if rule != "event.when_near"]
    assert found == expected


SINCE = [
    (
        "Five weeks after a shell hit a school in Mosul, nobody has been charged.",
        ("2021-01-30", "2021-02-07"),
    ),
    ("Two months after rebels stormed Kirkuk, families are still waiting.", ("2020-12-26", "2021-01-25")),
    ("The trial comes three weeks after gunmen killed nine people in Basra.", ("2021-02-13", "2021-02-21")),
    # nobody says when the counting stopped
    ("Five weeks after a shell hit a school in Mosul, a bomb killed two people.", None),
    ("Five weeks after a shell hit a school in Mosul, the mayor resigned.", None),
    ("Weeks after a shell hit a school in Mosul, nobody has been charged.", None),
    ("Two days after a shell hit a school in Mosul, nobody has been charged.", None),
    ("A year after a shell hit a school in Mosul, nobody has been charged.", None),
    # dated itself
    ("Five weeks after a shell hit a school in Mosul on 2 February, nobody has been charged.", None),
]


@pytest.mark.parametrize(("text", "days"), SINCE)
def test_time_counted_back_from_today(reader: Reader, text: str, days: tuple[str, str] | None) -> None:
    claims = [c for c in read(reader, text).claims if c.rule == "event.when_since"]
    values = [c.value for c in claims if isinstance(c.value, When)]
    assert [(str(v.start), str(v.end)) for v in values] == ([days] if days else [])

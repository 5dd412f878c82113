"""News that tells no day or place of its own, and what is inferred from the report's."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.model import Claim, Place, Reading, When
from dateline.reading import Reader
from tests.reading.helpers import report

DAYS = ("2021-03-08", "2021-03-10")

NEWS = [
    "Gunmen attacked a convoy.",
    "Two soldiers were killed.",
    "Rebels have blown up a bridge.",
    "A bomb exploded near a market. Nobody was hurt.",
]

NO_NEWS = [
    # dated
    "Gunmen attacked a convoy on Monday.",
    "Gunmen attacked a convoy in May 2019.",
    # told before
    "The attack killed two soldiers.",
    # not what took place
    "Gunmen may attack a convoy.",
    "Gunmen threatened to attack a convoy.",
    "Gunmen attack convoys.",
    # of long ago, perhaps
    "A man was charged after gunmen attacked a convoy.",
    "A court heard the case. Gunmen attacked a convoy.",
    "Relatives mourned the guards who were killed.",
]


def inferred(reading: Reading, rule: str) -> list[Claim]:
    """Claims of a rule, each hedged and without words of its own."""
    found = [c for c in reading.claims if c.rule == rule and c.spans.value is None]
    assert all(c.modality == "hedged" for c in found)
    return found


def read(reader: Reader, text: str, published: date | None, dateline: str | None = None) -> Reading:
    """What is read in a report with a dateline that stands no more in its text."""
    (reading,) = reader.read([report(text, published, dateline)])
    assert isinstance(reading, Reading), reading
    return reading


@pytest.mark.parametrize("text", NEWS)
def test_news_without_a_day_is_of_the_days_before_its_report(reader: Reader, text: str) -> None:
    claims = inferred(read(reader, text, date(2021, 3, 10)), "event.when_published")
    values = [c.value for c in claims if isinstance(c.value, When)]
    assert [(str(w.start), str(w.end), w.precision) for w in values[:1]] == [(*DAYS, "days")]


@pytest.mark.parametrize("text", NO_NEWS)
def test_no_day_is_inferred(reader: Reader, text: str) -> None:
    assert inferred(read(reader, text, date(2021, 3, 10)), "event.when_published") == []


def test_no_day_is_inferred_without_a_publication(reader: Reader) -> None:
    assert inferred(read(reader, NEWS[0], None), "event.when_published") == []


@pytest.mark.parametrize(
    ("text", "dateline", "places"),
    [
        ("Gunmen attacked a convoy.", "BAGHDAD", ["BAGHDAD"]),
        ("Gunmen attacked a convoy.", None, []),
        ("Gunmen attacked a convoy in Mosul.", "BAGHDAD", []),
        ("Gunmen attacked a convoy in Syria.", "BAGHDAD", []),
    ],
)
def test_a_place_is_inferred_where_none_is_told(
    reader: Reader, text: str, dateline: str | None, places: list[str]
) -> None:
    claims = inferred(read(reader, text, date(2021, 3, 10), dateline), "place.dateline")
    assert [c.value.name for c in claims if isinstance(c.value, Place)] == places

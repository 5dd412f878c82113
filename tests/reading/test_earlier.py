"""What is told as so many days before another occurrence is an event of its own, dated from the other."""

from __future__ import annotations

import pytest

from dateline.model import Number, Reading, When
from dateline.reading import Reader
from tests.reading.helpers import read


def counted(reading: Reading) -> list[str]:
    """Days of events that were counted back from another's."""
    return [
        str(c.value.start)
        for c in reading.claims
        if c.rule == "event.when_counted" and isinstance(c.value, When)
    ]


def events(reading: Reading) -> int:
    """Number of events told."""
    return len({c.event for c in reading.claims})


APART = [
    (
        "Warplanes struck a camp on Monday, five days after a bombing killed 40 police in Kirkuk.",
        "2021-03-03",
    ),
    ("Rockets hit Mosul on Monday, two weeks after gunmen killed a judge there.", "2021-02-22"),
    ("A drone hit a car on Monday. The strike came three days after a bombing killed scores.", "2021-03-05"),
]

AHEAD = [
    ("Gunmen killed two guards the day before a bomb exploded in Mosul on Monday.", "2021-03-07"),
    ("Gunmen killed two guards two days before a bomb exploded in Mosul on Monday.", "2021-03-06"),
    ("The strike came the day after rebels killed two guards in Mosul on Monday.", "2021-03-09"),
    ("A bomb exploded in Mosul on Monday, the day after gunmen killed two guards.", "2021-03-07"),
]

TOGETHER = [
    "Two days after the attack on Mosul on 3 March, aid groups spoke of 30 dead.",
    "A month after shells fell on the market of Mosul, relatives have drawn up a list of 61 dead.",
    "A guard died on Monday, two days after he was shot in Mosul.",
    "A guard was killed after gunmen attacked a post on Monday.",
    "Rebels shelled Fallujah on Monday, killing 12 people.",
]

UNDATED = [
    "Gunmen killed two guards the day before a bomb exploded in Mosul.",
    "Gunmen killed two guards in Mosul days before a bomb exploded on Monday.",
    "Warplanes struck a camp, five days after a bombing killed 40 police in Kirkuk.",
    "Warplanes struck a camp on Monday, days after a bombing killed 40 police in Kirkuk.",
    "Warplanes struck a camp in March, five days after a bombing killed 40 police in Kirkuk.",
    "A guard died on Monday, two days after he was shot in Mosul.",
]


@pytest.mark.parametrize(("text", "day"), [*APART, *AHEAD])
def test_an_event_is_dated_from_another(reader: Reader, text: str, day: str) -> None:
    reading = read(reader, text)
    assert (events(reading), counted(reading)) == (2, [day])


@pytest.mark.parametrize("text", TOGETHER)
def test_harm_follows_on_what_did_it(reader: Reader, text: str) -> None:
    assert events(read(reader, text)) == 1


@pytest.mark.parametrize("text", UNDATED)
def test_no_day_without_a_count_and_a_day_to_count_from(reader: Reader, text: str) -> None:
    assert counted(read(reader, text)) == []


FOLLOWED = [
    # whether the day of the news, what is hurt in it, and in what it follows
    "A bomb wounded five guards on Monday. {} a bombing last week that left two clerks dead.",
    "A bomb wounded five guards on Monday. {} a bombing last week that left two dead and nine people hurt.",
    "A bomb wounded five guards on Monday. {} a bombing that killed two clerks.",
]


@pytest.mark.parametrize(
    "subject", ["The incident follows", "It follows", "The attack followed", "This came after"]
)
@pytest.mark.parametrize("text", FOLLOWED)
def test_what_an_incident_follows_is_another(reader: Reader, text: str, subject: str) -> None:
    claims = read(reader, text.format(subject)).claims
    (news,) = {c.event for c in claims if c.field == "injured" and "five" in c.quote}
    dead = {c.event for c in claims if c.field == "killed"}
    assert len(dead) == 1
    assert news not in dead
    assert {c.event for c in claims if c.field == "injured" and "nine" in c.quote} <= dead


def test_what_is_told_beside_what_it_follows_is_news(reader: Reader) -> None:
    claims = read(
        reader, "A bomb wounded five guards on Monday. It followed a raid, and two clerks were killed."
    ).claims
    assert len({c.event for c in claims if c.field in ("killed", "injured")}) == 1


@pytest.mark.parametrize("total", ["the city's homicide total to 106 for the year", "the year's toll to 106"])
def test_the_sum_of_a_year_is_not_of_the_news(reader: Reader, total: str) -> None:
    claims = read(reader, f"Two men were shot dead on Monday. The deaths bring {total}.").claims
    owners = {c.value.low: c.event for c in claims if c.field == "killed" and isinstance(c.value, Number)}
    assert owners.keys() == {2, 106}
    assert owners[2] != owners[106]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Two days after the assault on the port of Mosul, the mayor still says nothing.", ["2021-03-08"]),
        ("Three days after gunmen stormed the port of Mosul, families are waiting.", ["2021-03-07"]),
        ("Three days after gunmen stormed the port of Mosul, the army took it back.", []),
        ("Three days after gunmen stormed the port of Mosul, little has changed.", []),
        ("Three weeks after gunmen stormed the port of Mosul, families are waiting.", []),
    ],
)
def test_what_is_told_of_the_present_counts_from_publication(
    reader: Reader, text: str, day: list[str]
) -> None:
    assert counted(read(reader, text)) == day

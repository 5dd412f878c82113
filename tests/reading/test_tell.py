"""Which words of a sentence tell of the event that a word belongs to."""

from __future__ import annotations

import pytest

from dateline.model import Number
from dateline.reading import Reader
from tests.reading.helpers import read

COUNTED_WITH = [
    # the word that counts is the trigger
    ("Gunmen killed 12 people.", "killed", "12", "killed"),
    ("Twelve people were killed in a bombing.", "killed", "Twelve", "killed"),
    ("A bomb killed 12 people and wounded 30.", "injured", "30", "wounded"),
    ("A bomb exploded, killing 12 people.", "killed", "12", "killing"),
    ("Bandits killed two drivers.", "killed", "two", "killed"),
    ("A bombing killed nine guards.", "killed", "nine", "killed"),
    ("An air strike killed seven people and wounded four.", "killed", "seven", "killed"),
    ("An air strike killed seven people and wounded four.", "injured", "four", "wounded"),
    ("Gunmen shot dead three teachers.", "killed", "three", "shot dead"),
    ("Rebels kidnapped five engineers.", "captured", "five", "kidnapped"),
]

SAME_EVENT = [
    # a count and the event word that it belongs to
    ("Twelve people were killed in a bombing in Mosul.", "Twelve", "bombing"),
    ("A bombing killed 12 people.", "12", "bombing"),
    ("A bomb exploded in Mosul, killing 12 people.", "12", "exploded"),
    ("Gunmen attacked a convoy. Nine guards were killed.", "Nine", "attacked"),
    ("Gunmen attacked a convoy and killed nine guards.", "nine", "attacked"),
    ("Rebels shelled the town on Monday. Four people were wounded on Monday.", "Four", "shelled"),
    ("Rebels shelled the town. Four people were wounded in the shelling.", "Four", "shelling"),
    ("Three soldiers were killed when rebels ambushed a patrol.", "Three", "ambushed"),
    ("Two people were shot during a robbery.", "Two", "robbery"),
    ("An explosion killed six men.", "six", "explosion"),
]

OTHER_EVENT = [
    ("A bomb killed 12 people on Monday. Gunmen killed nine guards on Thursday.", "nine", "bomb"),
    ("A bomb exploded in Mosul. In Basra gunmen killed nine guards.", "nine", "exploded"),
    ("A bomb exploded in Mosul. Last year a bombing killed nine guards.", "nine", "exploded"),
    ("A bomb exploded in Mosul. Another bombing killed nine guards.", "nine", "exploded"),
    ("Police arrested two men after a bombing on Thursday killed nine guards.", "nine", "arrested"),
]

APART = [
    "The war has killed 40,000 people since 2011.",
    "Attacks have killed 900 people this year.",
    "More than 130,000 people have been killed since the war broke out in 2011.",
]

PLACED = [
    ("Twelve people were killed in Mosul.", "Twelve", "Mosul"),
    ("Twelve people were killed in clashes in Mosul.", "Twelve", "Mosul"),
    ("A bomb exploded in Mosul, killing 12 people.", "12", "Mosul"),
    ("A bomb exploded in Mosul. The explosion killed 12 people.", "12", "Mosul"),
    ("Gunmen killed nine guards in Mosul and four in Basra.", "nine", "Mosul"),
    ("A bomb killed 12 people.", "12", None),
    ("A bomb killed 12 people, the ministry said in Baghdad.", "12", None),
    ("The mayor of Mosul said that a bomb killed 12 people.", "12", None),
]

DATED = [
    ("Twelve people were killed on Monday.", "Twelve", "2021-03-08"),
    ("A bomb exploded on Monday, killing 12 people.", "12", "2021-03-08"),
    ("A bomb exploded on Monday. The explosion killed 12 people.", "12", "2021-03-08"),
    ("Twelve people were killed in Monday's bombing.", "Twelve", "2021-03-08"),
    ("A bomb killed 12 people.", "12", None),
    ("A bomb killed 12 people, the ministry said on Monday.", "12", None),
]


@pytest.mark.parametrize(("text", "field", "number", "word"), COUNTED_WITH)
def test_count_names_its_trigger(reader: Reader, text: str, field: str, number: str, word: str) -> None:
    reading = read(reader, text)
    triggers = [
        c.spans.trigger.of(text)
        for c in reading.claims
        if c.field == field and isinstance(c.value, Number) and c.value.text == number and c.spans.trigger
    ]
    assert triggers == [word]


def event_of(reader: Reader, text: str, words: str) -> set[str]:
    """Events of the claims whose value or trigger has these words."""
    claims = read(reader, text).claims
    found = {c.event for c in claims if isinstance(c.value, Number) and c.value.text == words}
    return found or {c.event for c in claims if c.spans.trigger and c.spans.trigger.of(text) == words}


@pytest.mark.parametrize(("text", "number", "word"), SAME_EVENT)
def test_count_is_of_the_event(reader: Reader, text: str, number: str, word: str) -> None:
    assert event_of(reader, text, number) & event_of(reader, text, word)


@pytest.mark.parametrize(("text", "number", "word"), OTHER_EVENT)
def test_count_is_of_another_event(reader: Reader, text: str, number: str, word: str) -> None:
    assert event_of(reader, text, number)
    assert not event_of(reader, text, number) & event_of(reader, text, word)


@pytest.mark.parametrize("text", APART)
def test_a_sum_is_apart(reader: Reader, text: str) -> None:
    told = read(reader, "A bomb exploded in Mosul on Monday. " + text)
    sums = {c.event for c in told.claims if isinstance(c.value, Number)}
    blast = {
        c.event for c in told.claims if c.spans.trigger and c.spans.trigger.of(told.report.text) == "exploded"
    }
    assert sums
    assert blast
    assert not sums & blast


@pytest.mark.parametrize(("text", "number", "place"), PLACED)
def test_place_of_a_count(reader: Reader, text: str, number: str, place: str | None) -> None:
    counts = [c for c in read(reader, text).claims if isinstance(c.value, Number) and c.value.text == number]
    assert {c.place.name if c.place else None for c in counts} == {place}


@pytest.mark.parametrize(("text", "number", "day"), DATED)
def test_day_of_a_count(reader: Reader, text: str, number: str, day: str | None) -> None:
    counts = [c for c in read(reader, text).claims if isinstance(c.value, Number) and c.value.text == number]
    assert {str(c.when.start) if c.when else None for c in counts} == {day}

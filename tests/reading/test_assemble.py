"""Which claims are made of what a report tells."""

from __future__ import annotations

import pytest

from dateline.model import Claim, Entity, Motive, Number, Place, Responsibility, Term, When
from dateline.reading import Reader
from tests.reading.helpers import read


def shown(claim: Claim) -> str:
    """A claim as field and value."""
    match claim.value:
        case Number(low=low, high=high):
            words = str(low) if low == high else f"{low}..{high}"
        case Place(name=name) | Entity(name=name) | Term(name=name):
            words = name
        case When(start=start):
            words = str(start)
        case Responsibility(name=name, how=how):
            words = f"{name} {how}"
        case Motive(text=text):
            words = text
    return f"{claim.field} {words}"


HELD = [
    ("A bomb exploded in Mosul.", "type bombing"),
    ("A bomb exploded in Mosul.", "place Mosul"),
    ("A bomb exploded on Monday.", "when 2021-03-08"),
    ("A bomb killed 12 people.", "killed 12"),
    ("A bomb killed 12 people and wounded 30.", "injured 30"),
    ("A bomb killed at least 12 people.", "killed 12..None"),
    ("Gunmen kidnapped five engineers.", "captured 5"),
    ("Gunmen kidnapped five engineers.", "type kidnapping"),
    ("Aircraft bombed Fallujah.", "place Fallujah"),
    ("An air strike hit a house in Fallujah.", "type air strike"),
    ("No one was killed in the bombing.", "killed 0"),
    ("Rebels bombed a bridge in response to the raid.", "motive the raid"),
    ("The Taliban claimed responsibility for the bombing in Kabul.", "responsibility Taliban claimed"),
    ("Rebels fired 22 rockets at the base.", "launched 22"),
    ("Police arrested two men in Basra.", "type arrest"),
]

NOT_HELD = [
    ("The army said in Baghdad that a bomb exploded.", "place Baghdad"),
    ("The army said on Sunday that a bomb exploded.", "when 2021-03-07"),
    ("The mayor of Mosul said that a bomb exploded.", "place Mosul"),
    ("The bomb was found in Mosul by a clerk from Basra. It exploded.", "place Basra"),
    ("Iraq attacked the rebels.", "place Iraq"),
    ("A bomb exploded in Mosul.", "killed 1"),
    ("A film about a bombing opened in Mosul.", "place Mosul"),
    ("The weather was fine in Mosul on Monday.", "place Mosul"),
]

SILENT = [
    "",
    "The weather was fine.",
    "The minister met the mayor in Baghdad on Monday.",
    "Prices rose by 12 per cent in Basra.",
]

ONE_NAMED = [
    # a report that counts them: the name is one of those
    ("A bomb killed 12 people. Adam Orlow was killed.", ["12"]),
    ("Adam Orlow was killed in Mosul.", ["1"]),
]

QUOTES = [
    "A bomb exploded in Mosul. The explosion killed 12 people.",
    "BAGHDAD - Two men were killed on Monday.",
    "Two men were killed in a house. Police were called at noon on Monday.",
    "Gunmen attacked a convoy. The police of the town said nine guards were killed.",
    "Gunmen killed two men in Mosul on Monday, police said. It was the third attack.",
    "A bomb exploded in Mosul and another exploded in Basra, killing four.",
    "Two men were killed on Monday. Baghdad police came.",
]


PLACED = [
    ("In Iraq, gunmen killed 12 people in Mosul.", "Mosul"),
    ("In Iraq, 12 people were killed on Monday when a bomb exploded in Mosul.", "Mosul"),
    ("Gunmen killed 12 people in Iraq.", "Iraq"),
    ("In Iraq, gunmen killed 12 people on the road to Damascus.", "Iraq"),
    ("In Iraq 12 people were killed on Monday. A bomb exploded in Mosul on 2 May 2009.", "Iraq"),
]


@pytest.mark.parametrize(("text", "place"), PLACED)
def test_a_count_has_the_finest_place(reader: Reader, text: str, place: str) -> None:
    counts = [c for c in read(reader, text).claims if c.field == "killed"]
    assert [c.place.name for c in counts if c.place] == [place]


@pytest.mark.parametrize(("text", "claim"), HELD)
def test_claim_is_made(reader: Reader, text: str, claim: str) -> None:
    assert claim in [shown(c) for c in read(reader, text).claims]


@pytest.mark.parametrize(("text", "claim"), NOT_HELD)
def test_claim_is_not_made(reader: Reader, text: str, claim: str) -> None:
    assert claim not in [shown(c) for c in read(reader, text).claims]


@pytest.mark.parametrize("text", SILENT)
def test_nothing_told_nothing_claimed(reader: Reader, text: str) -> None:
    assert read(reader, text).claims == ()


@pytest.mark.parametrize(("text", "killed"), ONE_NAMED)
def test_a_named_person_is_counted_once(reader: Reader, text: str, killed: list[str]) -> None:
    counts = [c.value for c in read(reader, text).claims if c.field == "killed"]
    assert [str(v.low) for v in counts if isinstance(v, Number)] == killed


@pytest.mark.parametrize("text", QUOTES)
def test_claims_quote_the_report_in_order(reader: Reader, text: str) -> None:
    claims = read(reader, text).claims
    assert claims
    assert [c.span for c in claims] == sorted(c.span for c in claims)
    for c in claims:
        assert c.span.of(text) == c.quote
        if c.rule == "event.when_published":
            assert c.spans.value is None  # no words say it
        else:
            assert c.spans.value is not None
            assert c.span.contains(c.spans.value)


def test_a_motive_names_the_event_that_it_answers(reader: Reader) -> None:
    text = "Rebels shelled Fallujah on Monday in response to the killing of their leader."
    claims = read(reader, text).claims
    killing = next(c.event for c in claims if c.spans.trigger and c.spans.trigger.of(text) == "killing")
    (motive,) = [c for c in claims if isinstance(c.value, Motive)]
    assert isinstance(motive.value, Motive)
    assert motive.value.event == killing != motive.event


def test_an_inferred_place_quotes_the_dateline(reader: Reader) -> None:
    text = "BAGHDAD - The day was quiet.\nThe week was long.\nTwo men were killed."
    (place,) = [c for c in read(reader, text).claims if c.field == "place"]
    assert place.quote.startswith("BAGHDAD -")
    assert place.modality == "hedged"


def test_ids_do_not_depend_on_the_run(reader: Reader) -> None:
    text = "A bomb exploded in Mosul. Gunmen attacked a convoy in Basra."
    assert read(reader, text).claims == read(reader, text).claims

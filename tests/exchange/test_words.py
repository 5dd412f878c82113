"""One line of words: nothing that only the report explains, no part taken for the whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dateline.exchange.words import claim_words, figure_words, voice_words
from dateline.model import Entity, Field, FieldSummary, Number, Responsibility, Source, Term, Value, When
from tests.builders import REPORTS, claims_of

KILLED = next(each for each in claims_of(REPORTS[0]) if each.field == "killed")
BLAMED = Responsibility("Front", "armed group", None, "denied", "it")
MAY = When(date(2031, 5, 1), date(2031, 5, 31), "month", None, "this month")


@pytest.mark.parametrize(
    ("field", "value", "group", "words"),
    [
        ("killed", Number(12, None, "At least 12"), None, "killed: At least 12"),
        ("killed", Number(3, 3, "three"), "children", "killed: three, children"),
        ("damaged", Number(4, 4, "four", None, "houses"), None, "damaged: four houses"),
        ("type", Term("car bombing", "exploded"), None, "type: car bombing"),
        ("actor", Entity("Front", "armed group", None, None, "the group"), None, "actor: Front"),
        ("responsibility", BLAMED, None, "responsibility: Front (denied)"),
        ("when", When(date(2031, 5, 6), date(2031, 5, 6), "day", None, "Tuesday"), None, "when: 2031-05-06"),
        ("when", MAY, None, "when: 2031-05-01 to 2031-05-31"),
        ("when", When(None, None, None, None, "lately"), None, "when: lately"),
    ],
)
def test_a_claim_is_understood_without_its_report(
    field: Field, value: Value, group: str | None, words: str
) -> None:
    assert claim_words(replace(KILLED, field=field, value=value, group=group)) == words


def test_who_says_it_and_through_whom() -> None:
    television = replace(KILLED.source, name="state television")
    doctor: Source = replace(KILLED.source, name="doctor", via=(television,))
    assert voice_words(doctor) == "doctor, via state television"
    assert voice_words(replace(television, publisher=True)) == "state television, the publisher"


def test_what_an_incident_has_of_a_field() -> None:
    told = FieldSummary(0, 12, 1200, "disputed", (), (), "one says none")
    assert figure_words(told) == "0 to 1,200, best 12; disputed: one says none"
    assert figure_words(replace(told, low=12, high=12)) == "12; disputed: one says none"
    assert figure_words(replace(told, high=None)) == "0 to unknown, best 12; disputed: one says none"
    assert figure_words(replace(told, low=None, best=None, high=None)) == "disputed: one says none"

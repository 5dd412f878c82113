"""Which claims are what was marked, value by value and part by part."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.evaluate.gold import Days, GoldClaim, GoldValue
from dateline.evaluate.same import same_group, same_place, same_source, same_value, same_when
from dateline.model import Claim, Motive, Number, Responsibility, Span, Term, Value
from tests.builders import CIVILIANS, FRONT, MARKET, POLICE, REPORTS, TUESDAY, claims_of

CLAIM = claims_of(REPORTS[0])[0]
GOLD = GoldClaim("a", None, ("weapon",), GoldValue(), None, (), None, ("asserted",), None, None)
BLAMED = Responsibility("Free Coast Front", "armed group", None, "claimed", "it")
STALLS = Number(4, 4, "four", what="market stalls")


def said(value: Value) -> Claim:
    return replace(CLAIM, value=value)


@pytest.mark.parametrize(
    ("value", "marked", "same"),
    [
        (Term("bomb", "car bombs"), GoldValue(), True),
        (Term("bomb", "car bombs"), GoldValue(names=("car bomb",)), True),
        (Term("bomb", "car bombs"), GoldValue(names=("the", "truck bomb")), False),
        (Number(4, 4, "four"), GoldValue((4,), (4,)), True),
        (Number(4, None, "at least four"), GoldValue((4,)), True),
        (Number(4, None, "at least four"), GoldValue((4,), (4,)), False),
        (Term("four", "four"), GoldValue((4,), (4,)), False),
        (STALLS, GoldValue((4,), (4,), what="stalls"), True),
        (STALLS, GoldValue((4,), (4,), what="houses"), False),
        (STALLS, GoldValue(names=("stalls",)), False),
        (BLAMED, GoldValue(names=("Coast Front",), how="claimed"), True),
        (BLAMED, GoldValue(names=("Coast Front",), how="denied"), False),
        (BLAMED, GoldValue(names=("Hill Front",), how="claimed"), False),
        (CIVILIANS, GoldValue(names=("people",)), True),
        (CIVILIANS, GoldValue((None,), (None,), what="people"), True),
        (CIVILIANS, GoldValue((None,), (None,), ("people",), "cars"), False),
        (Motive("a raid on Monday", None), GoldValue(names=("raid",)), True),
        (Motive("a raid on Monday", None), GoldValue(names=("siege",)), False),
        (MARKET, GoldValue(names=("Velmar",)), True),
        (TUESDAY, GoldValue(names=("Tuesday",)), True),
        (TUESDAY, GoldValue(names=("Monday",)), False),
    ],
)
def test_a_value(value: Value, marked: GoldValue, same: bool) -> None:
    assert same_value(said(value), replace(GOLD, value=marked)) is same


def test_another_field_is_another_claim() -> None:
    assert not same_value(CLAIM, replace(GOLD, fields=("actor", "target")))
    assert same_value(CLAIM, replace(GOLD, fields=("actor", "weapon")))


def test_marked_words_are_the_value_or_else_what_it_hangs_on() -> None:
    value = CLAIM.spans.value
    assert value is not None
    behind = Span(value.end, value.end + 3)
    assert same_value(CLAIM, replace(GOLD, span=value))
    assert not same_value(CLAIM, replace(GOLD, span=behind))
    hung = replace(CLAIM, spans=replace(CLAIM.spans, value=None, trigger=behind))
    assert same_value(hung, replace(GOLD, span=behind))
    assert not same_value(replace(hung, spans=replace(hung.spans, trigger=None)), replace(GOLD, span=behind))


@pytest.mark.parametrize(
    ("value", "group", "marked", "same"),
    [
        (STALLS, None, None, True),
        (STALLS, "children", "two children", True),
        (STALLS, "children", "women", False),
        (STALLS, "children", None, False),
        (MARKET, "children", None, True),
    ],
)
def test_a_group(value: Value, group: str | None, marked: str | None, same: bool) -> None:
    assert same_group(replace(said(value), group=group), replace(GOLD, group=marked)) is same


def test_a_source_is_reached_through_the_marked_chain() -> None:
    cited = replace(CLAIM, source=replace(FRONT, via=(POLICE,)))
    marked = replace(GOLD, sources=("Free Coast Front",))
    assert same_source(cited, marked)
    assert same_source(cited, replace(marked, via="police"))
    assert not same_source(cited, replace(marked, via="mayor"))
    assert not same_source(CLAIM, replace(marked, via="police"))


def test_a_place_and_a_time_that_are_not_told_are_no_others() -> None:
    assert same_place(MARKET, "Velmar")
    assert not same_place(MARKET, "Orlow")
    assert not same_place(None, "Velmar")
    assert same_when(TUESDAY, Days("2031-05-06", "2031-05-06"))
    assert not same_when(TUESDAY, Days("2031-05-06", "2031-05-07"))
    assert not same_when(None, Days("2031-05-06", "2031-05-06"))

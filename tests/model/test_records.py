"""The records: frozen, slotted, and what each refuses; spans, numbers, times, places."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields, is_dataclass
from datetime import UTC, date, datetime
from typing import Any, get_args

import pytest

from dateline import model
from dateline.model import (
    ACTUAL,
    COUNTS,
    PEOPLE,
    THINGS,
    WEAPONS,
    Field,
    FieldSummary,
    Ledger,
    Number,
    Place,
    Span,
    Term,
    When,
    content_id,
    publisher_source,
    raw_hash,
)
from dateline.model.place import KM_PER_DEGREE
from tests.builders import market_bombing

RECORDS = [each for each in vars(model).values() if isinstance(each, type) and is_dataclass(each)]


def made(record: type[Any]) -> Any:
    """A record of that type with every field empty, past what it refuses."""
    empty: Any = object.__new__(record)
    for field in fields(record):
        object.__setattr__(empty, field.name, None)
    return empty


@pytest.mark.parametrize("record", RECORDS, ids=lambda each: each.__name__)
def test_a_record_cannot_change_and_holds_nothing_else(record: type[Any]) -> None:
    name = fields(record)[0].name
    one = made(record)
    with pytest.raises(FrozenInstanceError):
        setattr(one, name, 1)
    assert not hasattr(one, "__dict__")
    assert one == made(record)
    assert hash(one) == hash(made(record))
    assert f"{record.__name__}(" in repr(one)


def test_there_are_records() -> None:
    assert len(RECORDS) > 40


def test_fields_are_sorted_by_what_they_count() -> None:
    assert COUNTS == PEOPLE | WEAPONS | THINGS
    assert not PEOPLE & WEAPONS
    assert not PEOPLE & THINGS
    assert not WEAPONS & THINGS
    assert set(get_args(Field)) >= COUNTS
    assert len(COUNTS) == 13
    assert {"asserted", "hedged"} == ACTUAL


# Spans


@pytest.mark.parametrize(("start", "end"), [(1, 1), (2, 1), (-1, 3), (-2, -1), (0, 0)])
def test_a_span_that_holds_nothing_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="0 <= start < end"):
        Span(start, end)


def test_a_span_may_begin_at_the_start() -> None:
    assert Span(0, 1).of("abc") == "a"
    assert Span(1, 3).of("abcd") == "bc"


@pytest.mark.parametrize(
    ("other", "overlaps", "contains", "cover"),
    [
        (Span(3, 6), True, True, Span(3, 6)),
        (Span(4, 5), True, True, Span(3, 6)),
        (Span(3, 4), True, True, Span(3, 6)),
        (Span(5, 6), True, True, Span(3, 6)),
        (Span(2, 3), False, False, Span(2, 6)),
        (Span(6, 7), False, False, Span(3, 7)),
        (Span(2, 4), True, False, Span(2, 6)),
        (Span(5, 8), True, False, Span(3, 8)),
        (Span(0, 9), True, False, Span(0, 9)),
        (Span(0, 1), False, False, Span(0, 6)),
        (Span(8, 9), False, False, Span(3, 9)),
    ],
)
def test_how_spans_lie(other: Span, overlaps: bool, contains: bool, cover: Span) -> None:
    span = Span(3, 6)
    assert span.overlaps(other) is overlaps
    assert other.overlaps(span) is overlaps
    assert span.contains(other) is contains
    assert span.cover(other) == cover
    assert other.cover(span) == cover


def test_spans_are_in_text_order() -> None:
    assert sorted([Span(4, 5), Span(1, 9), Span(1, 2)]) == [Span(1, 2), Span(1, 9), Span(4, 5)]


# Numbers


def test_a_number_needs_an_end_and_the_right_order() -> None:
    with pytest.raises(ValueError, match="without either end: 'some'"):
        Number(None, None, "some")
    with pytest.raises(ValueError, match="low 5 above high 4"):
        Number(5, 4, "5 to 4")
    for low, high in ((5, 5), (4, 5), (None, 5), (5, None), (0, 0), (0, None)):
        number = Number(low, high, "x")
        assert (number.low, number.high, number.qualifier, number.what) == (low, high, None, None)
    with pytest.raises(ValueError, match="low 1 above high 0"):
        Number(1, 0, "x")


# Times


MAY, JUNE = date(2031, 5, 6), date(2031, 6, 7)


def when(start: date | None, end: date | None) -> When:
    return When(start, end, None, None, "then")


def test_a_time_has_both_ends_or_none_and_runs_forward() -> None:
    for start, end in ((MAY, None), (None, MAY)):
        with pytest.raises(ValueError, match="half a time"):
            when(start, end)
    with pytest.raises(ValueError, match="time runs backwards"):
        when(JUNE, MAY)
    assert not when(None, None).resolved
    assert when(MAY, MAY).resolved


def test_days_of_a_time_are_counted_with_both_ends() -> None:
    assert when(MAY, MAY).days() == 1
    assert when(MAY, JUNE).days() == 33
    assert when(None, None).days() is None


@pytest.mark.parametrize(
    ("start", "end", "shared"),
    [
        (date(2031, 5, 10), date(2031, 5, 12), True),
        (date(2031, 5, 12), date(2031, 5, 12), True),
        (date(2031, 5, 13), date(2031, 5, 14), False),
        (date(2031, 5, 8), date(2031, 5, 10), True),
        (date(2031, 5, 8), date(2031, 5, 9), False),
        (date(2031, 5, 1), date(2031, 5, 30), True),
        (None, None, False),
    ],
)
def test_times_that_share_a_day(start: date | None, end: date | None, shared: bool) -> None:
    one = when(date(2031, 5, 10), date(2031, 5, 12))
    assert one.overlaps(when(start, end)) is shared
    assert when(start, end).overlaps(one) is shared


# Places


def place(lat: float | None, lon: float | None, radius: float | None = None) -> Place:
    return Place("Hit", lat, lon, None, "IQ", None, None, radius, "Hit")


def test_a_place_without_a_point_is_unresolved_and_has_no_distance() -> None:
    nowhere, somewhere = place(None, None), place(33.6, 42.8)
    assert somewhere.resolved
    assert place(0.0, 0.0).resolved
    assert not nowhere.resolved
    assert nowhere.km_from(somewhere) is None
    assert somewhere.km_from(nowhere) is None
    assert place(1.0, None).km_from(somewhere) is None
    assert somewhere.km_from(place(1.0, None)) is None
    assert place(None, 1.0).km_from(somewhere) is None
    assert somewhere.km_from(place(None, 1.0)) is None


def test_kilometres_by_latitude_and_longitude() -> None:
    assert KM_PER_DEGREE == 111.2
    assert place(10.0, 5.0).km_from(place(12.0, 5.0)) == pytest.approx(222.4)
    assert place(12.0, 5.0).km_from(place(10.0, 5.0)) == pytest.approx(222.4)
    assert place(0.0, 5.0).km_from(place(0.0, 2.0)) == pytest.approx(333.6)
    # At sixty degrees a degree of longitude is half as long, and it is the middle that counts.
    assert place(60.0, 8.0).km_from(place(60.0, 12.0)) == pytest.approx(222.4)
    assert place(58.0, 8.0).km_from(place(62.0, 8.0)) == pytest.approx(444.8)
    assert place(50.0, 8.0).km_from(place(70.0, 12.0)) == pytest.approx(2235.0, abs=0.5)


def test_radii_are_taken_off_and_never_below_nothing() -> None:
    assert place(10.0, 5.0, 20.0).km_from(place(12.0, 5.0)) == pytest.approx(202.4)
    assert place(10.0, 5.0).km_from(place(12.0, 5.0, 30.0)) == pytest.approx(192.4)
    assert place(10.0, 5.0, 20.0).km_from(place(12.0, 5.0, 30.0)) == pytest.approx(172.4)
    assert place(10.0, 5.0, 200.0).km_from(place(12.0, 5.0, 30.0)) == 0.0
    assert place(10.0, 5.0).km_from(place(10.0, 5.0)) == 0.0


# Sources, ids, incidents, judgements, ledgers


def test_the_reports_own_voice() -> None:
    named, unnamed = publisher_source("Hill Courier"), publisher_source(None)
    assert (named.name, named.kind, named.named, named.publisher) == ("Hill Courier", "publisher", True, True)
    assert (unnamed.name, unnamed.named, unnamed.publisher) == ("publisher", False, True)
    assert (named.country, named.role, named.via, named.text) == (None, None, (), "")


def test_ids_are_of_all_their_parts() -> None:
    told = content_id("claim", "a", "bc")
    assert told == "claim-" + raw_hash(b"claim\x1fa\x1fbc")[:16]
    assert told != content_id("claim", "ab", "c")
    assert raw_hash(b"abc").startswith("ba7816bf")
    assert len(raw_hash(b"")) == 64


def test_the_summary_of_a_field() -> None:
    incident = max(market_bombing().incidents, key=lambda each: len(each.claims))
    summary = incident.field("killed")
    assert isinstance(summary, FieldSummary)
    assert summary == dict(incident.fields)["killed"]
    assert incident.field("rescued") is None


def test_a_correction_has_a_value_and_nothing_else_does() -> None:
    (claim, *_) = market_bombing().readings[0].claims
    anchor = model.ClaimAnchor(
        claim.id, claim.report, "killed", None, "", claim.value, Span(0, 1), Span(0, 1), "q"
    )
    at = datetime(2031, 5, 6, tzinfo=UTC)
    verdicts: tuple[model.ValueVerdict, ...] = ("accept", "reject")
    for verdict in verdicts:
        kept = model.ValueJudgement("j", 1, verdict, anchor, None, "Ana", "", at, None)
        assert kept.value is None
        with pytest.raises(ValueError, match=f"not {verdict}"):
            model.ValueJudgement("j", 1, verdict, anchor, Term("x", "x"), "Ana", "", at, None)
    assert model.ValueJudgement("j", 1, "correct", anchor, Term("x", "x"), "Ana", "", at, None).value
    with pytest.raises(ValueError, match="not correct"):
        model.ValueJudgement("j", 1, "correct", anchor, None, "Ana", "", at, None)


def test_what_may_be_left_out() -> None:
    assert Ledger((), (), ()).judgements == ()
    assert Ledger((), (), ()).value_judgements == ()
    assert model.Bookmark("f", "i", 1, None, "r").finished is False
    assert model.IMPORTED == "import"
    assert {When, Place, Number} <= set(get_args(model.Value))

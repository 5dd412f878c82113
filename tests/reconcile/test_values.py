"""Low, best, high and status of a field over many voices."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.codebook import load_codebook
from dateline.model import Field, FieldSummary, Number, Reading, Source, Span, Term, Value
from tests.reconcile.telling import BRINDLE, MINISTRY, POLICE, Teller, a_report, actor, on, reading, together

CODEBOOK = load_codebook()


def told(key: str, published: int, group: str | None = None) -> Teller:
    return Teller(a_report(key, published, group)).at(BRINDLE).say("when", on(6))


def killed(*readings: Reading, field: Field = "killed") -> FieldSummary:
    incident = together(*readings)
    found = incident.field(field)
    assert found is not None
    return found


def test_one_voice_is_single() -> None:
    field = killed(reading(told("a", 6).count("killed", 12, 12)))
    assert (field.low, field.best, field.high, field.status) == (12, 12, 12, "single")


def test_equal_voices_agree() -> None:
    field = killed(
        reading(told("a", 6).count("killed", 12, 12)), reading(told("b", 6).count("killed", 12, 12, POLICE))
    )
    assert (field.low, field.high, field.status) == (12, 12, "agreed")


def test_an_open_range_agrees_with_what_lies_in_it() -> None:
    field = killed(
        reading(told("a", 6).count("killed", 10, None)), reading(told("b", 6).count("killed", 12, 12, POLICE))
    )
    assert field.status == "agreed"


def test_the_same_source_later_is_a_revision() -> None:
    field = killed(
        reading(told("a", 6).count("killed", 12, 12, MINISTRY)),
        reading(told("b", 8).count("killed", 15, 15, MINISTRY)),
    )
    assert (field.best, field.status) == (15, "revised")
    assert [p.low for p in field.series] == [12, 15]


def test_a_toll_that_rises_over_days_is_revised() -> None:
    field = killed(
        reading(told("a", 6).count("killed", 12, 12)), reading(told("b", 9).count("killed", 20, 20, MINISTRY))
    )
    assert field.status == "revised"


def test_zero_against_eighty_is_disputed() -> None:
    field = killed(
        reading(told("a", 6).count("killed", 0, 0, MINISTRY)),
        reading(told("b", 6).count("killed", 80, 80, POLICE)),
    )
    assert (field.low, field.high, field.status) == (0, 80, "disputed")


def test_copies_are_one_voice() -> None:
    field = killed(
        reading(told("a", 6, "copies-1").count("killed", 12, 12)),
        reading(told("b", 6, "copies-1").count("killed", 12, 12)),
    )
    assert field.status == "single"


def test_a_part_is_not_the_whole() -> None:
    teller = told("a", 6).count("killed", 12, 12).say("killed", Number(4, 4, "four"), group="children")
    field = killed(reading(teller))
    assert (field.low, field.high) == (12, 12)
    assert len(field.claims) == 2


def test_denial_marks_the_field() -> None:
    teller = told("a", 6).count("killed", 12, 12)
    field = killed(reading(teller.say("killed", Number(12, 12, "12"), MINISTRY, modality="denied")))
    assert field.status == "denied"


@pytest.mark.parametrize(
    ("field", "put", "denied", "status"),
    [
        ("place", BRINDLE, BRINDLE, "agreed"),
        ("when", on(6), on(6), "agreed"),
        ("type", Term("bombing", "bombing"), Term("bombing", "bombing"), "denied"),
        ("weapon", Term("drone", "drone"), Term("drone", "drone"), "denied"),
        ("weapon", Term("drone", "drone"), Term("missile", "missile"), "agreed"),
        ("target", actor("Mill"), actor("mill"), "denied"),
        ("target", actor("Mill"), actor("Port"), "agreed"),
    ],
)
def test_a_denial_touches_what_it_names(field: Field, put: Value, denied: Value, status: str) -> None:
    teller = Teller(a_report("a", 6)).say(field, put).say(field, denied, MINISTRY, modality="denied")
    found = together(reading(teller)).field(field)
    assert found is not None
    assert found.status == status


@pytest.mark.parametrize(
    ("none", "status", "low"),
    [
        (Number(0, 0, "no casualties"), "disputed", 0),
        (Number(90, 90, "90 casualties"), "single", 80),
    ],
)
def test_no_casualties_are_no_dead(none: Number, status: str, low: int) -> None:
    field = killed(reading(told("a", 6).count("killed", 80, 80, POLICE).say("casualties", none, MINISTRY)))
    assert (field.low, field.high, field.status) == (low, 80, status)


def test_no_casualties_among_some_are_not_no_dead() -> None:
    none = Number(0, 0, "no casualties")
    field = killed(reading(told("a", 6).count("killed", 80, 80).say("casualties", none, POLICE, "fighters")))
    assert (field.low, field.status) == (80, "single")


@pytest.mark.parametrize(
    ("first", "then", "status"),
    [
        ("fighters", "civilians", "disputed"),
        ("fighters", "fighters", "revised"),
        (None, "civilians", "revised"),
    ],
)
def test_fighters_do_not_become_civilians_by_time(first: str | None, then: str, status: str) -> None:
    field = killed(
        reading(told("a", 6).say("killed", Number(4, 4, "4"), POLICE, first)),
        reading(told("b", 8).say("killed", Number(9, 9, "9"), MINISTRY, then)),
    )
    assert field.status == status


def test_two_names_of_one_army_are_one_voice_for_the_best_number() -> None:
    sources = [Source(n, "military", None, None, False, False, (), n) for n in ("army", "military")]
    field = killed(
        reading(told("a", 6).count("killed", 4, 4, sources[0])),
        reading(told("b", 7).count("killed", 4, 4, sources[1])),
        reading(told("c", 7).count("killed", 9, 9, MINISTRY).count("killed", 4, 4, sources[1])),
    )
    assert field.best == 9


def test_a_threat_counts_nobody() -> None:
    field = killed(reading(told("a", 6).say("killed", Number(5, 5, "5"), modality="threatened")))
    assert (field.low, field.best, field.high) == (None, None, None)


FIRST = Source("initial police count", "police", None, None, False, False, (), "an initial police count")


@pytest.mark.parametrize(("first", "status"), [(0, "disputed"), (4, "revised")])
def test_a_first_count_is_no_last_word_but_an_early_zero_contradicts(first: int, status: str) -> None:
    said = told("a", 6).count("killed", first, first, FIRST).count("killed", 80, 80, MINISTRY)
    assert killed(reading(said)).status == status


def test_a_lower_number_stands_against_a_higher_one_that_was_known() -> None:
    """An estimate made after the toll of 471 was told is no early count of it."""
    estimate = Source("intelligence agency", "intelligence", None, None, True, False, (), "the agency")
    rights = Source("rights group", "monitor", None, None, True, False, (), "the group")
    field = killed(
        reading(told("a", 7).count("killed", 471, 471, MINISTRY)),
        reading(told("b", 8).count("killed", 100, 300, estimate)),
        reading(told("c", 20).count("killed", 471, 471, rights)),
    )
    assert (field.low, field.high, field.status) == (100, 471, "disputed")


@pytest.mark.parametrize(("last", "low"), [(5, 5), (0, 0)])
def test_the_missing_are_those_of_the_latest_day(last: int, low: int) -> None:
    field = killed(
        reading(told("a", 6).count("missing", 16, 16, POLICE)),
        reading(told("b", 9).count("missing", last, last, MINISTRY)),
        field="missing",
    )
    assert (field.low, field.high, field.status) == (low, last, "revised")


def test_a_correction_lowers_what_others_counted() -> None:
    quote = "The ministry corrected its count to 43-43."
    later = told("b", 9).count("injured", 43, 43, MINISTRY)
    number = Span(quote.index("43"), len(quote) - 1)
    last = later.claims[-1]
    later.claims[-1] = replace(
        last, quote=quote, span=Span(0, len(quote)), spans=replace(last.spans, value=number)
    )
    field = killed(reading(told("a", 6).count("injured", 48, 48, POLICE)), reading(later), field="injured")
    assert (field.low, field.high, field.status) == (43, 43, "revised")


def test_more_than_a_number_and_the_number_agree() -> None:
    field = killed(
        reading(told("a", 7).count("injured", 343, None, POLICE)),
        reading(told("b", 7).count("injured", 342, 342, MINISTRY)),
        field="injured",
    )
    assert field.status == "agreed"

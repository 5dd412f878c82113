"""Low, best, high and status of a field over many voices."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.codebook import load_codebook
from dateline.model import (
    Difference,
    Field,
    FieldSummary,
    Modality,
    Motive,
    Number,
    Reading,
    Responsibility,
    Source,
    Span,
    Term,
    Value,
    When,
)
from dateline.reconcile.values import value_words
from tests.reconcile.telling import BRINDLE, MINISTRY, POLICE, Teller, a_report, actor, on, reading, together

CODEBOOK = load_codebook()
FIRST = Source("initial police count", "police", None, None, False, False, (), "an initial police count")


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
    assert "only parts" not in field.why


def test_parts_are_counted_where_no_whole_is_told() -> None:
    field = killed(reading(told("a", 6).count("killed", 3, 3).by_rule("count.part")))
    assert (field.low, field.high) == (3, 3)
    assert field.why.endswith("; only parts are counted")


def test_the_count_before_is_no_word_against_a_part() -> None:
    teller = told("a", 6).count("killed", 3, 3, MINISTRY).by_rule("count.part")
    field = killed(reading(teller.count("killed", 20, 20, POLICE).by_rule("count.toll_before")))
    assert (field.low, field.high) == (3, 3)


def test_the_count_before_is_no_word_against_the_present_one() -> None:
    teller = told("a", 6).count("killed", 20, 20, MINISTRY).count("killed", 3, 3, POLICE)
    field = killed(reading(teller.by_rule("count.toll_before")))
    assert (field.low, field.high, field.status) == (20, 20, "revised")


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


def test_a_denial_says_whose_it_is_and_what_others_tell() -> None:
    drone, missile = Term("drone", "drone"), Term("missile", "missile")
    teller = Teller(a_report("a", 6)).say("weapon", drone).say("weapon", missile)
    found = together(reading(teller.say("weapon", drone, MINISTRY, modality="denied")))
    weapon = found.field("weapon")
    assert weapon is not None
    assert weapon.why == "Health Ministry denies drone; others tell: drone; missile"
    assert found.differences == (Difference("weapon", "denial", weapon.claims, weapon.why),)


def test_a_denial_of_what_nobody_tells() -> None:
    teller = Teller(a_report("a", 6)).say("weapon", Term("drone", "drone"), MINISTRY, modality="denied")
    weapon = together(reading(teller)).field("weapon")
    assert weapon is not None
    assert (weapon.status, weapon.why) == ("denied", "Health Ministry denies drone")


@pytest.mark.parametrize("others", [(POLICE,), (POLICE, FIRST)])
def test_what_several_tell_and_another_denies_is_disputed(others: tuple[Source, ...]) -> None:
    drone = Term("drone", "drone")
    teller = Teller(a_report("a", 6)).say("weapon", drone)
    for source in others:
        teller.say("weapon", drone, source)
    found = together(reading(teller.say("weapon", drone, MINISTRY, modality="denied")))
    weapon = found.field("weapon")
    assert weapon is not None
    assert weapon.status == "disputed"
    assert [d.kind for d in found.differences] == ["true conflict"]


LATELY = When(None, None, None, None, "lately")


@pytest.mark.parametrize(
    ("one", "other", "status", "why"),
    [
        (on(6), on(6), "agreed", "2031-05-06"),
        (on(6), on(7), "agreed", "2031-05-06; 2031-05-07"),
        (on(6), on(8), "disputed", "told of different days: 2031-05-06; 2031-05-08"),
        (on(8), on(6), "disputed", "told of different days: 2031-05-06; 2031-05-08"),
        (on(6), LATELY, "agreed", "2031-05-06; lately"),
        (LATELY, on(8), "agreed", "2031-05-08; lately"),
    ],
)
def test_a_night_has_two_dates_and_no_three(one: When, other: When, status: str, why: str) -> None:
    for first, second in ((POLICE, MINISTRY), (MINISTRY, POLICE)):
        teller = Teller(a_report("a", 9)).say("when", one, first).say("when", other, second)
        found = together(reading(teller))
        when = found.field("when")
        assert when is not None
        assert (when.low, when.best, when.high, when.status, when.why) == (None, None, None, status, why)
        conflict = Difference("when", "true conflict", when.claims, why)
        assert found.differences == ((conflict,) if status == "disputed" else ())


def test_two_days_of_one_voice_are_no_dispute() -> None:
    teller = Teller(a_report("a", 9)).say("when", on(2), POLICE).say("when", on(6), POLICE)
    alone = together(reading(teller)).field("when")
    days = replace(on(2), end=on(6).end, precision="days")
    both = together(reading(teller.say("when", days, MINISTRY))).field("when")
    assert alone is not None
    assert both is not None
    assert (alone.status, both.status) == ("single", "agreed")


def test_a_day_that_is_only_feared_disputes_nothing() -> None:
    teller = Teller(a_report("a", 9)).say("when", on(2), POLICE)
    when = together(reading(teller.say("when", on(6), MINISTRY, modality="planned"))).field("when")
    assert when is not None
    assert when.status == "agreed"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Term("drone", "drones"), "drone"),
        (actor("Reed Column"), "Reed Column"),
        (BRINDLE, "Brindle"),
        (on(6), "2031-05-06"),
        (LATELY, "lately"),
        (Number(4, 4, "four"), "four"),
        (Motive("a raid on Monday", None), "a raid on Monday"),
        (Responsibility("Reed Column", "armed group", None, "claimed", "it"), "Reed Column (claimed)"),
    ],
)
def test_a_value_in_words(value: Value, words: str) -> None:
    claim = Teller(a_report("a", 6)).say("assessment", value).claims[-1]
    assert value_words(claim) == words


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


@pytest.mark.parametrize("field", ["injured", "captured"])
def test_nobody_injured_is_not_nobody_killed(field: Field) -> None:
    found = killed(reading(told("a", 6).count("killed", 80, 80, POLICE).count(field, 0, 0, MINISTRY)))
    assert (found.low, found.high, found.status, len(found.claims)) == (80, 80, "single", 1)


@pytest.mark.parametrize("field", ["injured", "missing"])
def test_no_casualties_are_no_word_on_the_missing_nor_on_later_injuries(field: Field) -> None:
    teller = told("a", 6).count(field, 16, 16, POLICE).count("casualties", 0, 0, MINISTRY)
    found = killed(reading(teller), field=field)
    assert (found.low, found.high, found.status, len(found.claims)) == (16, 16, "single", 1)


@pytest.mark.parametrize(("modality", "status"), [("hedged", "agreed"), ("threatened", "single")])
def test_who_is_unsure_or_threatens_denies_nothing(modality: Modality, status: str) -> None:
    teller = told("a", 6).count("killed", 12, 12, POLICE)
    found = together(reading(teller.say("killed", Number(12, 12, "12"), MINISTRY, modality=modality)))
    field = found.field("killed")
    assert field is not None
    assert (field.low, field.high, field.status) == (12, 12, status)
    assert found.differences == ()


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
    assert (field.status, field.why) == ("single", "no number is given")


def test_a_number_that_is_only_denied() -> None:
    found = together(reading(told("a", 6).say("killed", Number(5, 5, "5"), POLICE, modality="denied")))
    field = found.field("killed")
    assert field is not None
    assert (field.status, field.why) == ("denied", "denied, and nobody gives a number")
    assert [(d.kind, d.text) for d in found.differences] == [("denial", "police denies 5")]


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


def test_an_armed_groups_boast_outgrows_nobody() -> None:
    column = Source("Reed Column", "armed group", None, None, True, False, (), "the Reed Column")
    field = killed(
        reading(told("a", 7).count("killed", 35, 35)),
        reading(told("b", 9).count("killed", 80, 80, column)),
    )
    assert (field.low, field.high, field.status) == (35, 80, "disputed")


def test_what_no_side_tells_later_outgrows_an_armed_groups_count() -> None:
    column = Source("Reed Column", "armed group", None, None, True, False, (), "the Reed Column")
    field = killed(
        reading(told("a", 7).count("killed", 35, 35, column)),
        reading(told("b", 9).count("killed", 44, 44)),
    )
    assert (field.low, field.high, field.status) == (44, 44, "revised")

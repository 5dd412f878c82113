"""Low, best, high and status of a field over many voices."""

from __future__ import annotations

from dateline.codebook import load_codebook
from dateline.model import Field, FieldSummary, Number, Reading
from tests.reconcile.telling import BRINDLE, MINISTRY, POLICE, Teller, a_report, on, reading, together

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


def test_a_threat_counts_nobody() -> None:
    field = killed(reading(told("a", 6).say("killed", Number(5, 5, "5"), modality="threatened")))
    assert (field.low, field.best, field.high) == (None, None, None)

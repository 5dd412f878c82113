"""Judgements on values: found again after a re-reading, and what then counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dateline.model import Claim, Number, Reading, Span, Value, ValueJudgement, ValueVerdict, content_id
from dateline.reconcile import changes_of, claim_anchor, judged, judged_readings, value_standings
from dateline.reconcile.judged import find_claim
from tests.builders import FIRST, market_bombing

READING = next(each for each in market_bombing().readings if each.report.text == FIRST)
KILLED = next(claim for claim in READING.claims if claim.field == "killed")
RAID = content_id("event", READING.report.id, "raid")
THIRTEEN = Number(13, 13, "12")


def judgement(
    number: int,
    verdict: ValueVerdict = "reject",
    claim: Claim = KILLED,
    value: Value | None = None,
    undoes: str | None = None,
) -> ValueJudgement:
    at = datetime(2031, 5, 8, tzinfo=UTC)
    return ValueJudgement(
        f"j{number}", number, verdict, claim_anchor(claim), value, "Ana", "seen", at, undoes
    )


def moved(reading: Reading, by: int, **changed: object) -> Reading:
    """The reading as another codebook may have made it: other ids, the text shifted."""

    def shift(span: Span | None) -> Span | None:
        return Span(span.start + by, span.end + by) if span else None

    claims = tuple(
        replace(
            each,
            id=f"{each.id}-again",
            span=Span(each.span.start + by, each.span.end + by),
            spans=replace(each.spans, value=shift(each.spans.value), trigger=shift(each.spans.trigger)),
            **(changed if each.field == "killed" else {}),  # type: ignore[arg-type]
        )
        for each in reading.claims
    )
    return replace(reading, claims=claims)


def states(reading: Reading, *judgements: ValueJudgement) -> list[str]:
    return [each.state for each in value_standings(judgements, {reading.report.id: reading})]


def test_a_claim_is_found_by_its_id() -> None:
    assert find_claim(claim_anchor(KILLED), READING) == KILLED.id


def test_a_claim_is_found_by_its_field_and_words_where_the_text_has_moved() -> None:
    assert find_claim(claim_anchor(KILLED), moved(READING, 40)) == f"{KILLED.id}-again"


def test_another_field_on_the_same_words_is_another_claim() -> None:
    assert find_claim(claim_anchor(KILLED), moved(READING, 0, field="injured")) is None


def test_a_claim_that_is_read_no_more_is_not_found() -> None:
    without = replace(READING, claims=tuple(each for each in READING.claims if each != KILLED))
    assert find_claim(claim_anchor(KILLED), without) is None
    assert find_claim(claim_anchor(KILLED), None) is None
    assert states(without, judgement(1)) == ["unresolved"]


def test_of_several_on_the_same_words_the_one_of_the_same_group_and_source() -> None:
    twin = replace(KILLED, id="twin", group="children")
    both = replace(READING, claims=(twin, replace(KILLED, id="same")))
    assert find_claim(claim_anchor(KILLED), both) == "same"
    assert find_claim(claim_anchor(twin), replace(both, claims=both.claims[::-1])) == "twin"


def test_the_latest_judgement_on_a_claim_holds_and_undoing_restores_the_one_before() -> None:
    one, two = judgement(1, "correct", value=THIRTEEN), judgement(2)
    assert states(READING, one, two) == ["overruled", "in force"]
    assert states(READING, one, two, judgement(3, undoes="j2")) == ["in force", "undone"]


def test_a_rejected_claim_does_not_count() -> None:
    counted = judged_readings([READING], [judgement(1)])[READING.report.id]
    assert KILLED.id not in {claim.id for claim in counted.claims}
    assert all(KILLED.id not in each.claims for each in counted.statements)
    assert len(counted.claims) == len(READING.claims) - 1


def test_a_corrected_value_counts_as_said() -> None:
    counted = judged_readings([READING], [judgement(1, "correct", value=THIRTEEN)])[READING.report.id]
    told = replace(THIRTEEN, text="13")  # reasons give the figure that counts, not the report's words
    assert [claim.value for claim in counted.claims if claim.id == KILLED.id] == [told]
    assert KILLED in READING.claims


def test_accepting_changes_nothing() -> None:
    assert changes_of(value_standings([judgement(1, "accept")], {READING.report.id: READING})) == {}


def test_an_event_whose_type_is_rejected_tells_nothing() -> None:
    kind = next(claim for claim in READING.claims if claim.event == RAID and claim.field == "type")
    counted = judged_readings([READING], [judgement(1, claim=kind)])[READING.report.id]
    assert RAID not in {claim.event for claim in counted.claims}
    bomb = next(claim for claim in READING.claims if claim.event != RAID and claim.field == "type")
    none = judged_readings([READING], [judgement(1, claim=kind), judgement(2, claim=bomb)])
    assert none[READING.report.id].claims == ()


def test_without_judgements_a_reading_is_as_it_was() -> None:
    assert judged(READING, ()) is READING


def test_only_a_correction_has_a_value() -> None:
    with pytest.raises(ValueError, match="a correction has a value"):
        judgement(1, "reject", value=THIRTEEN)
    with pytest.raises(ValueError, match="a correction has a value"):
        judgement(1, "correct")

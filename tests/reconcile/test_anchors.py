"""A judged event is found again by its id, or else by the words that told it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.model import Claim, ClaimSpans, Reading, Span, Term
from dateline.reconcile.anchors import anchor_of, find_event
from tests.builders import REPORTS, market_bombing

READING = next(each for each in market_bombing().readings if each.report == REPORTS[0])
BOMBING, RAID = READING.claims[0].event, READING.claims[-1].event
ANCHOR = anchor_of(BOMBING, READING)


def changed(*claims: Claim) -> Reading:
    return replace(READING, claims=claims)


def renamed(claim: Claim, event: str = "event-new") -> Claim:
    return replace(claim, event=event if claim.event == BOMBING else f"{event}-raid")


def moved(span: Span | None, by: int) -> Span | None:
    return span and Span(span.start + by, span.end + by)


def test_an_anchor_holds_the_events_words() -> None:
    text = READING.report.text
    assert (ANCHOR.event, ANCHOR.report) == (BOMBING, READING.report.id)
    assert [span.of(text) for span in ANCHOR.triggers] == ["tore through"]
    assert "12" in [span.of(text) for span in ANCHOR.words]
    assert ANCHOR.span.of(text) == ANCHOR.quote


def test_an_event_that_is_not_told_has_no_anchor() -> None:
    with pytest.raises(ValueError, match="tells no event-x"):
        anchor_of("event-x", READING)


def test_the_very_id_is_found_first() -> None:
    assert find_event(ANCHOR, READING) == BOMBING
    assert find_event(anchor_of(RAID, READING), READING) == RAID


def test_an_event_with_another_id_is_found_by_its_words() -> None:
    read_again = changed(*map(renamed, READING.claims))
    assert find_event(ANCHOR, read_again) == "event-new"
    assert find_event(anchor_of(RAID, READING), read_again) == "event-new-raid"


def test_an_event_whose_trigger_is_read_no_more_is_found_by_its_other_words() -> None:
    rest = [renamed(claim) for claim in READING.claims if claim.field != "type" or claim.event == RAID]
    assert find_event(ANCHOR, changed(*rest)) == "event-new"


def test_a_few_shared_words_are_not_the_event() -> None:
    weapon = next(claim for claim in READING.claims if claim.event == BOMBING and claim.field == "weapon")
    assert find_event(ANCHOR, changed(renamed(weapon))) is None


def test_an_event_read_as_two_is_the_one_that_holds_more() -> None:
    first, *rest = [claim for claim in READING.claims if claim.event == BOMBING]
    alone = replace(first, event="event-small", field="type", value=Term("bombing", "x"))
    assert find_event(ANCHOR, changed(alone, *map(renamed, rest))) == "event-new"


def test_a_text_that_begins_elsewhere_is_followed() -> None:
    def later(claim: Claim) -> Claim:
        spans = [moved(getattr(claim.spans, name), 40) for name in ("value", "trigger", "cue", "source")]
        span = moved(claim.span, 40)
        assert span
        return replace(renamed(claim), span=span, spans=ClaimSpans(*spans))

    assert find_event(ANCHOR, changed(*map(later, READING.claims))) == "event-new"
    assert find_event(anchor_of(RAID, READING), changed(*map(later, READING.claims))) == "event-new-raid"


@pytest.mark.parametrize("reading", [None, changed(), changed(renamed(READING.claims[-1]))])
def test_an_event_that_nobody_tells_is_not_found(reading: Reading | None) -> None:
    assert find_event(ANCHOR, reading) is None

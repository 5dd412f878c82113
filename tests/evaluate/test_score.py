"""A hand-built ledger against marks that are right, wrong, missing and beyond."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.evaluate.gold import PUBLISHER, Days, Gold, GoldClaim, GoldFigure, GoldIncident, GoldValue
from dateline.evaluate.score import FieldScore, Rate, evaluate
from dateline.model import Span
from tests.builders import FIRST, SECOND, find, market_bombing

TWELVE = GoldClaim(
    "harbour-1",
    "market",
    ("killed",),
    GoldValue((12,), (12,)),
    None,
    ("police",),
    None,
    ("asserted",),
    None,
    None,
)
FIFTEEN = replace(TWELVE, report="wire-2", value=GoldValue((15,), (15,)), sources=("health ministry",))
FOUR = replace(FIFTEEN, value=GoldValue((4,), (4,)), group="children")
NONE = replace(FOUR, value=GoldValue((0,), (0,)), sources=("Free Coast Front",))
ALL = (TWELVE, FIFTEEN, FOUR, NONE)


def killed(*claims: GoldClaim, **more: object) -> FieldScore:
    scores = evaluate(replace(Gold(claims), **more), market_bombing())  # type: ignore[arg-type]
    return next(each for each in scores.fields if each.field == "killed")


def test_everything_right() -> None:
    score = killed(*ALL)
    assert (score.recall, score.precision) == (Rate(4, 4), Rate(4, 4))
    assert (score.source, score.modality) == (Rate(4, 4), Rate(4, 4))
    assert score.place.share is None


def test_what_was_not_marked_is_beyond_and_what_was_allowed_is_not() -> None:
    assert killed(TWELVE, FIFTEEN).precision == Rate(2, 4)
    assert killed(TWELVE, FIFTEEN, allowed=(FOUR, NONE)).precision == Rate(2, 2)


def test_a_report_without_marks_does_not_count() -> None:
    assert killed(TWELVE).precision == Rate(1, 1)


def test_a_wrong_value_is_missed() -> None:
    assert killed(replace(TWELVE, value=GoldValue((13,), (13,)))).recall == Rate(0, 1)
    assert killed(replace(TWELVE, value=GoldValue((13, 12), (12,)))).recall == Rate(1, 1)
    assert killed(replace(FOUR, group=None)).recall == Rate(0, 1)


@pytest.mark.parametrize(
    ("part", "claim"),
    [
        ("source", replace(TWELVE, sources=(PUBLISHER,))),
        ("source", replace(TWELVE, via="radio")),
        ("modality", replace(TWELVE, modalities=("denied",))),
        ("place", replace(TWELVE, place="Otherville")),
        ("time", replace(TWELVE, when=Days("2031-05-05", "2031-05-06"))),
    ],
)
def test_a_wrong_part_is_counted_against_that_part_alone(part: str, claim: GoldClaim) -> None:
    score = killed(claim)
    assert score.recall == Rate(1, 1)
    assert getattr(score, part) == Rate(0, 1)


def test_right_places_and_times() -> None:
    score = killed(replace(TWELVE, place="Velmar", when=Days("2031-05-06", "2031-05-06")))
    assert (score.place, score.time) == (Rate(1, 1), Rate(1, 1))


def test_a_claim_answers_one_mark_only() -> None:
    assert killed(TWELVE, replace(TWELVE, sources=("nobody",))).recall == Rate(1, 2)


def test_marked_words_are_found_by_where_they_stand() -> None:
    spot = replace(TWELVE, value=GoldValue(), span=find(FIRST, "12 people"))
    assert killed(spot).recall == Rate(1, 1)
    assert killed(replace(spot, span=Span(0, 1))).recall == Rate(0, 1)


def test_a_report_is_found_by_its_text() -> None:
    other = replace(FIFTEEN, report="another key")
    assert killed(other).recall == Rate(0, 1)
    assert killed(other, texts=(("another key", f"{SECOND}\n"),)).recall == Rate(1, 1)


def test_absent_reports_are_named() -> None:
    scores = evaluate(Gold((replace(TWELVE, report="lost"),)), market_bombing())
    assert scores.matched.absent == ("lost",)
    assert scores.all.recall == Rate(0, 1)


def test_linking_counts_pairs() -> None:
    together = evaluate(Gold(ALL), market_bombing()).linking
    assert (together.recall, together.precision) == (Rate(6, 6), Rate(6, 6))
    apart = evaluate(Gold((*ALL[:3], replace(NONE, incident="another"))), market_bombing()).linking
    assert (apart.recall, apart.precision) == (Rate(3, 3), Rate(3, 6))


def test_incidents_are_scored_part_by_part() -> None:
    want = GoldIncident(
        "market",
        "bombing",
        "2031-05-06",
        None,
        "IQ",
        ("Velmar", "Elsewhere"),
        ("Coast Front",),
        ("bomb", "knife"),
        (GoldFigure("killed", "best", (15,)), GoldFigure("killed", "status", ("agreed",))),
    )
    lost = GoldIncident("another")
    score = evaluate(Gold(ALL, incidents=(want, lost)), market_bombing()).incidents
    assert score.found == Rate(1, 2)
    assert (score.type, score.days, score.country) == (Rate(1, 1), Rate(1, 1), Rate(0, 1))
    assert (score.places, score.actors, score.weapons) == (Rate(1, 2), Rate(1, 1), Rate(1, 2))
    assert score.figures == Rate(1, 2)

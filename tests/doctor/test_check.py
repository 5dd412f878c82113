"""Every invariant: a sound ledger passes, and each way to break one is found and named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from dateline.doctor import INVARIANTS, check_ledger, require_sound
from dateline.errors import InvariantError
from dateline.model import (
    ActorRelation,
    Check,
    Claim,
    ClaimSpans,
    Field,
    FieldSummary,
    Incident,
    IncidentRelation,
    Ledger,
    Number,
    Quarantined,
    Reading,
    SeriesPoint,
    Source,
    Span,
    Statement,
    StatementSpans,
    Term,
)
from tests.builders import REPORTS, market_bombing

SOUND = market_bombing()
NOBODY = Source("", "unknown", None, None, False, False, (), "")
HALF_PUBLISHER = Source("Harbour Post", "publisher", None, None, True, False, (), "")
FAR = Span(9_000, 9_001)


def reading(change: Callable[[Reading], Reading]) -> Ledger:
    """The ledger with the first report's reading changed."""
    return replace(
        SOUND,
        readings=tuple(change(each) if each.report.id == REPORTS[0].id else each for each in SOUND.readings),
    )


def claim(field: Field, /, **parts: Any) -> Ledger:
    """The ledger with the first report's claim about ``field`` changed."""

    def change(each: Claim) -> Claim:
        return replace(each, **parts) if each.field == field else each

    return reading(lambda one: replace(one, claims=tuple(map(change, one.claims))))


def statement(kind: str, **parts: Any) -> Ledger:
    """The ledger with the first report's statements of ``kind`` changed."""

    def change(each: Statement) -> Statement:
        return replace(each, **parts) if each.kind == kind else each

    return reading(lambda one: replace(one, statements=tuple(map(change, one.statements))))


def actor(**parts: Any) -> Ledger:
    """The ledger with the mayor changed."""
    return reading(lambda one: replace(one, actors=(replace(one.actors[0], **parts), *one.actors[1:])))


def bombing(**parts: Any) -> Ledger:
    """The ledger with the incident of two reports changed."""

    def change(each: Incident) -> Incident:
        return replace(each, **parts) if len(each.reports) == 2 else each

    return replace(SOUND, incidents=tuple(map(change, SOUND.incidents)))


def summary(field: Field, **parts: Any) -> Ledger:
    """The ledger with one field of the bombing changed."""
    whole = next(each for each in SOUND.incidents if len(each.reports) == 2)

    def change(named: tuple[Field, FieldSummary]) -> tuple[Field, FieldSummary]:
        return (named[0], replace(named[1], **parts)) if named[0] == field else named

    return bombing(fields=tuple(map(change, whole.fields)))


RAID_TYPE = next(each for each in SOUND.incidents if len(each.reports) == 1).claims[0]
KILLED = next(each for each in SOUND.readings if each.report == REPORTS[0]).claims[3]
TYPE_CLAIM = next(each for each in SOUND.readings if each.report == REPORTS[0]).claims[2]

BROKEN: list[tuple[str, Ledger, str]] = [
    ("ids", replace(SOUND, incidents=(*SOUND.incidents, SOUND.incidents[-1])), "share this id"),
    ("references", claim("killed", report="report-x"), "names report report-x"),
    ("references", bombing(claims=(*SOUND.incidents[0].claims, "claim-x")), "which no report makes"),
    ("references", bombing(claims=(*bombing().incidents[0].claims, RAID_TYPE)), "is held by"),
    ("references", bombing(reports=(REPORTS[0].id,)), "not those of its claims"),
    (
        "references",
        bombing(relations=(IncidentRelation("follows", "incident-x", None),)),
        "which is not there",
    ),
    (
        "references",
        bombing(relations=(IncidentRelation("follows", SOUND.incidents[0].id, "claim-x"),)),
        "rests on claim-x",
    ),
    ("references", statement("direct", claims=("claim-x",)), "which its report does not make"),
    ("order", replace(SOUND, readings=SOUND.readings[::-1]), "stands after"),
    ("order", replace(SOUND, incidents=SOUND.incidents[::-1]), "stands after"),
    ("order", replace(SOUND, quarantined=(Quarantined("b", "r"), Quarantined("a", "r"))), "stands after"),
    ("spans", claim("killed", quote="A bomb"), "quotes 'A bomb'"),
    ("spans", claim("killed", span=FAR, quote="x"), "ends outside"),
    ("spans", claim("killed", value=Number(12, 12, "twelve")), "its value reads 'twelve'"),
    ("spans", claim("killed", spans=ClaimSpans(None, FAR, None, None)), "ends outside"),
    ("spans", statement("direct", text="We will find them"), "its text lacks"),
    ("spans", statement("direct", spans=StatementSpans((FAR,), (), ())), "ends outside"),
    ("spans", actor(spans=(FAR,)), "ends outside"),
    (
        "spans",
        reading(lambda one: replace(one, mentions=(replace(one.mentions[0], span=Span(0, 1)),))),
        "a place reads 'Velmar', the report 'A'",
    ),
    (
        "spans",
        reading(
            lambda one: replace(
                one,
                report=replace(one.report, repairs=(replace(one.report.repairs[0], span=FAR),)),
            )
        ),
        "ends outside",
    ),
    ("attributed", claim("killed", source=NOBODY), "no name"),
    ("attributed", claim("killed", source=HALF_PUBLISHER), "half the publisher's own voice"),
    ("attributed", claim("killed", source=replace(KILLED.source, via=(NOBODY,))), "no name"),
    ("attributed", claim("killed", modality="likely"), "no modality"),
    ("attributed", claim("killed", rule=""), "no rule"),
    ("attributed", statement("direct", speaker=NOBODY), "no name"),
    ("attributed", statement("direct", spans=StatementSpans((), (), ())), "speech without words"),
    ("values", claim("killed", value=Term("twelve", "12")), "a Term cannot be the value of 'killed'"),
    ("values", claim("killed", value=Number(-1, 12, "12")), "fewer than none"),
    (
        "values",
        claim("weapon", field="assessment", value=Term("bomb", "bomb")),
        "open or closed, not 'bomb'",
    ),
    ("ranges", summary("killed", best=20), "killed is out of order"),
    ("ranges", summary("weapon", low=1), "weapon is no count"),
    (
        "ranges",
        summary("killed", series=(SeriesPoint(None, "police", 3, 2, "3", (KILLED.id,)),)),
        "out of order on None",
    ),
    ("cited", summary("weapon", claims=()), "weapon cites no claim"),
    ("cited", summary("weapon", claims=(RAID_TYPE,)), "which the incident does not hold"),
    ("cited", summary("weapon", claims=(KILLED.id,)), "which is about killed"),
    (
        "cited",
        summary("killed", series=(SeriesPoint(None, "police", 2, 2, "2", (TYPE_CLAIM.id,)),)),
        "does not rest on claims of that field",
    ),
    ("cited", bombing(checks=(Check("sum", True, (), "1 = 1"),)), "cites no claim"),
    ("cited", bombing(checks=(Check("sum", True, ("claim-x",), "1 = 1"),)), "cites claim-x"),
    ("cited", bombing(claims=(KILLED.id,), fields=()), "rest on no claim"),
    ("copies", summary("weapon", status="agreed"), "agreed by one voice alone"),
    ("copies", summary("motive", status="disputed"), "disputed by one voice alone"),
    ("actors", actor(spans=()), "named nowhere"),
    ("actors", actor(relations=(ActorRelation("ally of", "actor-x"),)), "not in its report"),
]


def test_a_sound_ledger_passes() -> None:
    assert check_ledger(SOUND) == ()
    require_sound(SOUND)


@pytest.mark.parametrize(("invariant", "broken", "problem"), BROKEN)
def test_what_breaks_an_invariant_is_named(invariant: str, broken: Ledger, problem: str) -> None:
    (check,) = [each for each in INVARIANTS if each.__module__ == f"dateline.doctor.{invariant}"]
    problems = [finding.problem for finding in check(broken)]
    assert any(problem in each for each in problems), problems


def test_every_invariant_is_broken_once_above() -> None:
    assert {f"dateline.doctor.{name}" for name, _, _ in BROKEN} == {each.__module__ for each in INVARIANTS}


def test_the_injured_may_be_worked_out_from_others() -> None:
    worked_out = (
        "injured",
        FieldSummary(0, 0, 0, "single", (), (KILLED.id,), "12 casualties less 12 killed"),
    )
    whole = next(each for each in SOUND.incidents if len(each.reports) == 2)
    assert check_ledger(bombing(fields=(*whole.fields, worked_out))) == ()


def test_a_place_and_a_time_rest_on_claims() -> None:
    bare = replace(SOUND, readings=tuple(map(_bare, SOUND.readings)))
    problems = {finding.problem for finding in check_ledger(bare)}
    assert {"its place rests on no claim", "its time rests on no claim"} <= problems


def _bare(one: Reading) -> Reading:
    return replace(one, claims=tuple(replace(each, place=None, when=None) for each in one.claims))


def test_an_actor_is_not_related_to_itself() -> None:
    mayor = next(each for each in SOUND.readings if each.actors).actors[0].id
    broken = actor(relations=(ActorRelation("ally of", mayor),))
    assert [finding.problem for finding in check_ledger(broken)] == ["is ally of itself"]


def test_the_error_names_the_first_findings_and_counts_the_rest() -> None:
    broken = reading(lambda one: replace(one, claims=tuple(replace(each, rule="") for each in one.claims)))
    with pytest.raises(InvariantError, match=r"no rule made it; and 2 more"):
        require_sound(broken)

"""What one voice says of the whole, and which voices are passed over."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.codebook import load_codebook
from dateline.model import FieldSummary, Number, Source, Span
from dateline.reconcile import reconcile
from tests.reconcile.telling import MINISTRY, POLICE, Teller, a_report, reading, together

CODEBOOK = load_codebook()
AGENCY = Source("Harbour Press", "media", None, None, True, False, (), "Harbour Press")
ARMY = Source("Army", "military", "XA", None, True, False, (), "the army")
COLUMN = Source("Reed Column", "armed group", None, None, True, False, (), "the Reed Column")
HOME = Source("army", "military", None, None, False, False, (), "the army")
EARLY = Source("initial reports", "media", None, None, False, False, (), "initial reports")


def killed(*told: tuple[Source | None, int | None, int | None]) -> FieldSummary:
    """Counts of killed, each under a trigger of its own, told in this order by these sources."""
    teller = Teller(a_report("a", 6))
    for n, (source, low, high) in enumerate(told):
        teller.count("killed", low, high, source).under(50 + n)
    (incident,) = reconcile([reading(teller)], CODEBOOK)
    found = incident.field("killed")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("told", "low", "high"),
    [
        (("nine", "a woman"), 9, 9),
        (("nine", "one person"), 1, 9),
        (("a woman", "nine"), 9, 9),
        (("nine", "nobody"), 0, 9),
    ],
)
def test_one_person_told_later_is_one_of_those_counted(told: tuple[str, str], low: int, high: int) -> None:
    numbers = {"nine": 9, "a woman": 1, "one person": 1, "nobody": 0}
    readings = []
    for day, words in enumerate(told, start=6):
        number = Number(numbers[words], numbers[words], words)
        readings.append(reading(Teller(a_report(f"r{day}", day)).say("killed", number).under(50)))
    found = together(*readings).field("killed")
    assert found is not None
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize(("group", "low"), [("else", 9), ("the rest", 9), ("guards", 0), (None, 0)])
def test_a_zero_about_others_is_no_whole_beside_more(group: str | None, low: int) -> None:
    first = Teller(a_report("a", 6)).count("killed", 9, 9)
    later = Teller(a_report("b", 7)).say("killed", Number(0, 0, "nobody"), group=group)
    found = together(reading(first), reading(later)).field("killed")
    assert found is not None
    assert (found.low, found.high) == (low, 9)


@pytest.mark.parametrize(
    ("told", "low", "high"),
    [
        ([(None, 9, 9)], 9, 9),
        ([(None, 9, 9), (AGENCY, 4, 4)], 9, 9),
        ([(None, 9, 9), (AGENCY, 12, 12)], 9, 12),
        ([(None, 9, None), (AGENCY, 4, 4), (MINISTRY, 12, 12)], 9, 12),
        ([(None, 9, 9), (ARMY, 4, 4)], 4, 9),
        ([(None, 9, 9), (POLICE, 4, 4)], 4, 9),
        ([(None, 9, 9), (AGENCY, 0, 0)], 0, 9),
        ([(AGENCY, 4, 4), (None, 9, 9)], 4, 9),
        ([(AGENCY, 4, 4), (MINISTRY, 9, 9)], 4, 9),
        ([(EARLY, 4, 4), (MINISTRY, 9, 9)], 9, 9),
        ([(EARLY, 9, 9), (MINISTRY, 4, 4)], 4, 9),
        ([(EARLY, 9, 9)], 9, 9),
        ([(None, None, 20), (EARLY, 14, 14)], 14, 20),
        ([(None, 9, 9), (None, 14, 14)], 9, 9),
        ([(None, 1, 1), (None, 14, 14)], 14, 14),
        ([(AGENCY, 9, 9), (AGENCY, 14, 14)], 14, 14),
    ],
)
def test_range(
    told: list[tuple[Source | None, int | None, int | None]], low: int | None, high: int | None
) -> None:
    found = killed(*told)
    assert (found.low, found.high) == (low, high)
    assert len(found.claims) == len(told)


@pytest.mark.parametrize(
    ("told", "status", "why"),
    [
        ([(None, 9, 9)], "single", "one voice: a (2031-05-06): 9-9"),
        ([(EARLY, 4, 4), (MINISTRY, 9, 9)], "revised", "changed over time: initial reports"),
        ([(None, 9, 9), (AGENCY, 4, 4)], "single", "the report puts its own number over: Harbour Press"),
        ([(None, 9, 9), (ARMY, 0, 0)], "disputed", "one says none, another some:"),
        ([(AGENCY, 4, 4), (MINISTRY, 9, 9)], "disputed", "voices differ:"),
    ],
)
def test_difference_is_typed(
    told: list[tuple[Source | None, int | None, int | None]], status: str, why: str
) -> None:
    found = killed(*told)
    assert found.status == status
    assert why in found.why


@pytest.mark.parametrize(
    ("least", "other", "status"),
    [(5, 100, "disputed"), (35, 95, "disputed"), (60, 82, "agreed"), (1, 4, "agreed"), (5, 3, "disputed")],
)
def test_at_least_a_few_is_not_a_hundred(least: int, other: int, status: str) -> None:
    found = killed((MINISTRY, least, None), (ARMY, other, other))
    assert (found.low, found.high, found.status) == (min(least, other), max(least, other), status)


@pytest.mark.parametrize(
    ("most", "other", "status"), [(120, 2, "disputed"), (8, 6, "agreed"), (8, 9, "disputed")]
)
def test_up_to_many_is_not_two(most: int, other: int, status: str) -> None:
    assert killed((ARMY, None, most), (MINISTRY, other, other)).status == status


@pytest.mark.parametrize(
    ("told", "best"),
    [
        ([("a", 8, "soldiers", HOME), ("a", 14, "soldiers", COLUMN)], 8),
        ([("a", 8, "rebels", HOME), ("a", 14, "rebels", COLUMN)], 14),
    ],
)
def test_an_army_knows_its_own_dead(
    told: list[tuple[str, int, str | None, Source | None]], best: int
) -> None:
    assert grouped(*told).best == best


@pytest.mark.parametrize(
    ("told", "best"),
    [
        ([(None, 2, 2), (AGENCY, 0, 0)], 2),
        ([(None, 5, None), (ARMY, 100, 100)], 5),
        ([(MINISTRY, 5, 5), (ARMY, 100, 100)], 5),
        ([(AGENCY, 100, 100), (MINISTRY, 100, 100), (ARMY, 5, 5)], 100),
        ([(COLUMN, 5, 5), (ARMY, 100, 100)], 100),
    ],
)
def test_a_side_is_not_put_over_those_who_are_none(
    told: list[tuple[Source | None, int | None, int | None]], best: int
) -> None:
    assert killed(*told).best == best


def grouped(*told: tuple[str, int, str | None, Source | None]) -> FieldSummary:
    """Counts of killed: report, number, group and source of each, each under a trigger of its own."""
    tellers: dict[str, Teller] = {}
    for n, (key, number, group, source) in enumerate(told):
        teller = tellers.setdefault(key, Teller(a_report(key, 6)))
        teller.say("killed", Number(number, number, str(number)), source, group).under(50 + n)
    found = together(*(reading(t) for t in tellers.values())).field("killed")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("told", "low", "high", "status"),
    [
        ([("a", 2, "fighters", ARMY), ("a", 10, "civilians", MINISTRY)], 2, 10, "disputed"),
        ([("a", 2, "fighters", ARMY), ("a", 10, "civilians", ARMY)], 12, 12, "single"),
        ([("a", 2, "fighters", ARMY), ("b", 10, "civilians", MINISTRY)], 2, 10, "disputed"),
        ([("a", 6, "soldiers", ARMY), ("a", 2, "rebels", MINISTRY)], 8, 8, "single"),
        ([("a", 6, "soldiers", ARMY), ("a", 2, "rebels", ARMY)], 8, 8, "single"),
        ([("a", 20, "Indian soldiers", ARMY), ("a", 4, "Chinese soldiers", MINISTRY)], 24, 24, "single"),
    ],
)
def test_only_those_whom_nobody_takes_for_each_other_are_added(
    told: list[tuple[str, int, str | None, Source | None]], low: int, high: int, status: str
) -> None:
    found = grouped(*told)
    assert (found.low, found.high, found.status) == (low, high, status)


@pytest.mark.parametrize(
    ("told", "low", "high"),
    [
        ([("a", 5, "teenagers", None)], 5, 5),
        ([("a", 5, "teenagers", None), ("a", 6, None, None)], 6, 6),
        ([("a", 5, "teenagers", None), ("b", 6, None, None)], 6, 6),
        ([("a", 5, "teenagers", None), ("a", 1, None, None)], 5, 5),
        ([("a", 5, "teenagers", None), ("b", 3, None, None)], 3, 5),
        ([("a", 5, "teenagers", None), ("b", 5, None, None)], 5, 5),
    ],
)
def test_teenagers_are_all_where_no_more_are_told(
    told: list[tuple[str, int, str | None, Source | None]], low: int, high: int
) -> None:
    found = grouped(*told)
    assert (found.low, found.high) == (low, high)
    assert "only parts" not in found.why


@pytest.mark.parametrize(
    ("rule", "low", "why"), [("test", 5, "one voice"), ("count.part", 5, "only parts are counted")]
)
def test_a_part_by_rule_is_never_all(rule: str, low: int, why: str) -> None:
    teller = Teller(a_report("a", 6)).say("killed", Number(5, 5, "5"), None, "teenagers").by_rule(rule)
    found = together(reading(teller)).field("killed")
    assert found is not None
    assert found.low == low
    assert why in found.why


@pytest.mark.parametrize(("about", "exact", "status"), [(40, 38, "agreed"), (40, 30, "disputed")])
def test_rounding(about: int, exact: int, status: str) -> None:
    teller = Teller(a_report("a", 6)).count("killed", exact, exact, AGENCY).under(50)
    teller.say("killed", Number(about, about, f"about {about}", f"about {about}"), MINISTRY).under(60)
    (incident,) = reconcile([reading(teller)], CODEBOOK)
    found = incident.field("killed")
    assert found is not None
    assert found.status == status
    assert found.why.startswith("the same number, rounded by some: ") == (status == "agreed")


@pytest.mark.parametrize(
    ("quote", "whole"),
    [
        ("It killed two men and three boys there", 5),
        ("It killed two men, the wire said, three boys", 3),
        ("It killed two men among whom three boys", 3),
    ],
)
def test_counts_joined_by_and_are_added(quote: str, whole: int) -> None:
    teller = Teller(a_report("a", 6)).count("killed", 2, 2).under(50).count("killed", 3, 3).under(50)
    spans = [
        Span(quote.index("two"), quote.index("two") + 3),
        Span(quote.index("three"), quote.index("three") + 5),
    ]
    told = [
        replace(c, quote=quote, span=Span(0, len(quote)), spans=replace(c.spans, value=s))
        for c, s in zip(teller.claims[1:], spans, strict=True)
    ]
    teller.claims = [teller.claims[0], *told]
    (incident,) = reconcile([reading(teller)], CODEBOOK)
    found = incident.field("killed")
    assert found is not None
    assert found.high == whole


def over_days(*told: tuple[Source, int, str | None, str]) -> FieldSummary:
    """A number a day: by whom, how many, of which people, and the words before it."""
    readings = []
    for n, (source, number, group, words) in enumerate(told):
        teller = Teller(a_report(f"r{n}", 6 + n)).say("killed", Number(number, number, "x"), source, group)
        claim = teller.claims[-1]
        start = Span(claim.span.start, claim.span.start + len(words) + 1)
        spans = replace(claim.spans, value=Span(start.end - 1, start.end))
        teller.claims[-1] = replace(claim, quote=f"{words}x", span=start, spans=spans)
        readings.append(reading(teller))
    found = together(*readings).field("killed")
    assert found is not None
    return found


@pytest.mark.parametrize(("boast", "high"), [(COLUMN, 60), (POLICE, 28)])
def test_who_lowers_a_toll_does_not_correct_what_an_armed_group_boasts_of(boast: Source, high: int) -> None:
    found = over_days((boast, 60, None, ""), (MINISTRY, 28, None, "lowered the toll to "))
    assert (found.low, found.high) == (28, high)


@pytest.mark.parametrize(("said", "status"), [(3, "disputed"), (5, "revised")])
def test_a_side_that_tells_half_of_what_was_known_holds_against_it(said: int, status: str) -> None:
    found = over_days((AGENCY, 9, None, ""), (ARMY, said, None, ""), (MINISTRY, 11, None, ""))
    assert found.status == status


@pytest.mark.parametrize(("later", "revised"), [("civilians", False), ("fighters", True)])
def test_one_side_counts_its_foes_and_civilians_apart(later: str, revised: bool) -> None:
    incident = together(
        reading(Teller(a_report("a", 6)).say("killed", Number(12, 12, "12"), ARMY, "fighters")),
        reading(Teller(a_report("b", 7)).say("killed", Number(0, 0, "no"), ARMY, later)),
    )
    assert any(d.kind == "revision" for d in incident.differences) == revised

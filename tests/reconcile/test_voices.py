"""What one voice says of the whole, and which voices are passed over."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.codebook import load_codebook
from dateline.model import FieldSummary, Number, Source, Span
from dateline.reconcile import reconcile
from tests.reconcile.telling import MINISTRY, POLICE, Teller, a_report, reading

CODEBOOK = load_codebook()
AGENCY = Source("Harbour Press", "media", None, None, True, False, (), "Harbour Press")
ARMY = Source("Army", "military", "XA", None, True, False, (), "the army")
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

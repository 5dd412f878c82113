"""The table of fields: every figure with its day, other values capped, sites and parts named."""

from __future__ import annotations

from dataclasses import replace

from rich.console import Console

from dateline.cli.view.fields import fields_table
from dateline.model import Claim, Field, FieldSummary, Incident, Ledger, Number, Place, Term, Value
from dateline.wording.lookup import look_up
from tests.builders import MARKET, REPORTS, claims_of, market_bombing

MILL = Place("the mill", 41.6, 19.3, None, "XK", "Coast", "exact", 1.0, "the mill")
ONE = claims_of(REPORTS[0])[3]


def shown(field: Field, claims: list[Claim], why: str = "") -> str:
    """The table of an incident that has only these claims."""
    whole = next(each for each in market_bombing().incidents if len(each.reports) == 2)
    summary = FieldSummary(None, None, None, "disputed", (), tuple(claim.id for claim in claims), why)
    incident: Incident = replace(whole, fields=((field, summary),))
    readings = market_bombing().readings
    ledger = Ledger((replace(readings[0], claims=tuple(claims)), *readings[1:]), (incident,), ())
    console = Console(width=100)
    with console.capture() as printed:
        for part in fields_table(incident, look_up(ledger, {})):
            console.print(part)
    return printed.get()


def claims(field: Field, values: list[Value]) -> list[Claim]:
    return [replace(ONE, id=f"claim-{n}", field=field, value=value) for n, value in enumerate(values)]


def test_every_figure_is_shown_and_says_why_they_differ() -> None:
    table = shown(
        "killed", claims("killed", [Number(n, n, str(n)) for n in range(10, 20)]), "voices differ: many"
    )
    assert all(f"- {n} " in table for n in range(10, 20))
    assert table.count("6 May 2031") == 10
    assert "voices differ" in table
    assert "many" not in table


def test_other_values_are_capped_the_most_claimed_first() -> None:
    table = shown("weapon", claims("weapon", [Term(name, name) for name in "abcdefgg"]))
    rows = [line.split()[0] for line in table.splitlines()[2:] if line.strip()]
    assert table.splitlines()[1].split()[:2] == ["weapon", "g"]
    assert rows == ["a", "b", "c", "and"]
    assert "and 3 more" in table


def test_what_is_worked_out_from_other_fields_says_how() -> None:
    table = shown("injured", [ONE], "15 casualties less 12 killed: a sum")
    assert "15 casualties less 12 killed: a sum" in table
    assert "police" not in table


def test_a_site_of_its_own_is_named_and_the_whole_place_is_not() -> None:
    there, here = claims("killed", [Number(3, 3, "3"), Number(4, 4, "4")])
    table = shown("killed", [replace(there, place=MILL), replace(here, place=MARKET)])
    assert "- 3, at the mill" in table
    assert "at Velmar" not in table


def test_a_coarse_place_is_no_site() -> None:
    province = replace(MILL, precision="province")
    there, here = claims("killed", [Number(3, 3, "3"), Number(4, 4, "4")])
    assert "at the mill" not in shown("killed", [replace(there, place=province), here])


def test_how_firmly_stands_beside_who() -> None:
    hedged, denied = claims("killed", [Number(3, 3, "3"), Number(3, 3, "3")])
    table = shown("killed", [replace(hedged, modality="hedged"), replace(denied, modality="denied")])
    assert "police (hedged); police (denies it)" in table

"""The dead by policies, a figure a row: each names the claims that it rests on."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from dateline.codebook import load_codebook
from dateline.exchange.figures_csv import ALL, COLUMNS
from dateline.exchange.formats import Wanted
from dateline.keeping.exporting import figures_of
from dateline.model import Policy, Term
from tests.builders import market_bombing
from tests.exchange.exported import bombing, exported, rows


def told(policy: Wanted | None = None) -> list[dict[str, str]]:
    text, left = exported("figures", policy=policy)
    assert left == ()
    return rows(text)


def test_every_incident_has_a_row_of_all_its_dead_under_each_policy() -> None:
    found = told()
    assert list(found[0]) == list(COLUMNS)
    wanted = [(each.id, policy) for each in market_bombing().incidents for policy in get_args(Policy)]
    assert [(row["incident"], row["policy"]) for row in found if row["whose"] == ALL] == wanted


@pytest.mark.parametrize("policy", get_args(Policy))
def test_of_one_policy_its_figures_and_their_claims_and_no_others(policy: Policy) -> None:
    ledger = market_bombing()
    figures = figures_of(ledger, policy, load_codebook())[bombing(ledger).id]
    mine = [row for row in told(policy) if row["incident"] == bombing(ledger).id]
    assert {row["policy"] for row in mine} == {policy}
    assert [row["claims"].split("; ") for row in mine] == [
        list(each) for each in (figures.claims, *(share.claims for share in figures.shares))
    ]
    assert mine[0]["claims"]
    numbers = [mine[0][name] for name in ("low", "best", "high")]
    assert numbers == ["" if n is None else str(n) for n in (figures.low, figures.best, figures.high)]
    assert [row["whose"] for row in mine[1:]] == [share.whose for share in figures.shares]


def test_every_claim_named_is_one_of_the_incident() -> None:
    held = {each.id: set(each.claims) for each in market_bombing().incidents}
    for row in told():
        assert set(filter(None, row["claims"].split("; "))) <= held[row["incident"]]


def test_where_a_policy_has_no_figure_the_row_says_why() -> None:
    raid = next(row for row in told("ucdp") if row["type"] == "raid")
    assert (raid["low"], raid["best"], raid["high"], raid["claims"]) == ("", "", "", "")
    assert raid["why"].startswith("UCDP needs a death")


def test_words_of_a_report_run_in_no_spreadsheet() -> None:
    ledger = market_bombing()
    named = replace(bombing(ledger), type=Term("=1+1", ""))
    text, _ = exported("figures", replace(ledger, incidents=(named,)))
    assert {row["type"] for row in rows(text)} == {"'=1+1"}

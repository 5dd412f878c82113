"""`dateline explain`: the sentence, its marks and the rule."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.model import Claim, ClaimSpans
from tests.builders import FIRST, REPORTS, find, market_bombing
from tests.cli.conftest import Pipeline, Run

KILLED = next(
    claim
    for reading in market_bombing().readings
    for claim in reading.claims
    if reading.report == REPORTS[0] and claim.field == "killed"
)


def test_the_sentence_is_marked_and_the_rule_told(pipeline: Pipeline, run: Run) -> None:
    done = run("explain", KILLED.id, "a.txt")
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert lines[0] == "killed 12: police, asserted"
    assert lines[1] == "Harbour Post, 6 May 2031 (harbour-1.txt)"
    sentence = next(n for n, line in enumerate(lines) if "A bomb" in line)
    signs = lines[sentence + 1]
    for words, sign in (("12", "="), ("police", "-"), ("said", "~")):
        at = lines[sentence].index(words)
        assert signs[at : at + len(words)] == sign * len(words)
    told = {line.split()[0]: line for line in lines[sentence + 2 :] if line.strip()}
    assert told["value"].split()[1:] == ["===", "12"]
    assert "no words of its own" in told["trigger"]
    assert "A killing verb with a number counts the dead." in told["reason"]
    assert "A raid killed 3." in told["example"]
    assert "killed 3" in told["reads"]


def test_words_outside_the_sentence_are_named(pipeline: Pipeline, run: Run) -> None:
    elsewhere = find(FIRST, "Ana Dorn")

    def change(claim: Claim) -> Claim:
        moved = ClaimSpans(claim.spans.value, None, None, elsewhere)
        return replace(claim, spans=moved) if claim.id == KILLED.id else claim

    pipeline.ledger = replace(
        pipeline.ledger,
        readings=tuple(
            replace(each, claims=tuple(map(change, each.claims))) for each in pipeline.ledger.readings
        ),
    )
    assert "Ana Dorn (elsewhere in the report)" in run("explain", KILLED.id, "a.txt").stdout


def test_an_unknown_claim_is_1_and_says_where_ids_are(pipeline: Pipeline, run: Run) -> None:
    done = run("explain", "claim-0", "a.txt")
    assert done.exit_code == 1
    assert "claim-0 is none of the 11 claims read here" in done.stderr
    assert "`dateline read --claims`" in done.stderr


@pytest.mark.parametrize("columns", [40, 80])
def test_it_fits_the_screen(pipeline: Pipeline, run: Run, columns: int) -> None:
    shown = run("explain", KILLED.id, "a.txt", columns=columns).stdout
    assert max(map(len, shown.splitlines())) <= columns

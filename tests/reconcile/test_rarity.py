"""How much shared words say."""

from __future__ import annotations

import pytest

from dateline.codebook import load_codebook
from dateline.reconcile.rarity import Rarity, Words, words_of
from tests.reconcile.telling import Teller, a_report

LINKING = load_codebook().linking


def words(text: str) -> Words:
    return words_of(Teller(a_report("a", 6)).quoting(text).claims)


def rarity(*texts: str) -> Rarity:
    return Rarity({str(n): words(t) for n, t in enumerate(texts)}, LINKING)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The mill at Brindle burned.", {"brindle"}),
        ("Brindle burned.", set()),
        ("Nobody saw Idris Vorne's boat.", {"idris", "vorne"}),
        ("in the 4th mill", set()),
    ],
)
def test_names_have_capitals_inside_a_sentence(text: str, names: set[str]) -> None:
    assert words(text).names == names


@pytest.mark.parametrize(
    ("a", "b", "low", "high"),
    [
        ("Fire took the Halloway mill of Idris Vorne and Ottoline Pask.",) * 2 + (0.8, 1.01),
        ("The police said two people were killed.", "The police said two people were killed.", 0.0, 0.15),
        ("Fire took the Halloway mill.", "Sailors sang of Tanner Bay.", 0.0, 0.01),
        ("The police said two people were killed.", "The police said that the man was shot.", 0.0, 0.05),
        ("", "", 0.0, 0.0),
    ],
)
def test_words_alike(a: str, b: str, low: float, high: float) -> None:
    assert low <= rarity(a, b).likeness("0", "1").words <= high


def test_common_words_weigh_less_than_rare_ones_even_among_two_reports() -> None:
    common = rarity("police killed people", "police killed people").likeness("0", "1")
    rare = rarity("gulls mobbed Vorne", "gulls mobbed Vorne").likeness("0", "1")
    assert common.words < 0.1
    assert rare.words > 0.3


def test_few_names_have_no_share() -> None:
    assert rarity("in Brindle", "in Brindle").likeness("0", "1").share == 0.0
    assert rarity("in Brindle Halloway", "in Brindle Halloway").likeness("0", "1").share == 1.0


def test_rare_names_are_those_that_a_few_events_use() -> None:
    found = rarity("at Halloway by Vorne", "at Halloway", "at Halloway", "by Vorne")
    assert found.rare_names("0", 2) == ["vorne"]
    assert found.rare_names("0", 3) == ["halloway", "vorne"]

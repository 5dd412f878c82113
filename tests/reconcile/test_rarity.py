"""How much shared words say."""

from __future__ import annotations

import pytest

from dateline.codebook import load_codebook
from dateline.reconcile.rarity import Rarity, words_of
from tests.reconcile.telling import Teller, a_report

RARITY = Rarity(load_codebook().linking)


def names(text: str) -> set[str]:
    return words_of(Teller(a_report("a", 6)).quoting(text).claims)[1]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The mill at Brindle burned.", {"brindle"}),
        ("Brindle burned.", set()),
        ("Nobody saw Idris Vorne's boat.", {"idris", "vorne"}),
        ("in the 4th mill", set()),
    ],
)
def test_names_have_capitals_inside_a_sentence(text: str, found: set[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("rare", "common"), [("vorne", "police"), ("gulls", "killed"), ("halloway", "tuesday"), ("quay", "the")]
)
def test_a_listed_word_weighs_less_than_an_unlisted_one(rare: str, common: str) -> None:
    assert RARITY.weight(rare) > RARITY.weight(common) > 0


def test_the_rarest_words_are_kept() -> None:
    kept = RARITY.words({"the", "police", "gulls", "vorne"}, (), 2)
    assert kept.all == ("gulls", "vorne")


@pytest.mark.parametrize("word", ["tuesday", "police", "march", "ministry", "general", "south"])
def test_a_common_word_with_a_capital_is_no_name(word: str) -> None:
    assert RARITY.words((), {word, "vorne"}, 9).names == ("vorne",)

"""How incidents stand to each other, by what reports tell."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.codebook import load_codebook
from dateline.model import Motive, Span, Term, When
from dateline.reconcile import reconcile
from tests.reconcile.telling import BRINDLE, ORLOW, Teller, a_report, on, reading

CODEBOOK = load_codebook()


def related(first: Teller, second: Teller) -> list[tuple[str, str, str]]:
    """Each relation: the type of the incident that has it, the kind, the type of the other."""
    found = {i.id: i for i in reconcile([reading(first, second)], CODEBOOK)}
    claims = {c.id for c in (*first.claims, *second.claims)}
    told = [(i, r) for i in found.values() for r in i.relations]
    assert all(r.claim in claims for _, r in told)
    return [(i.type.name, r.kind, found[r.incident].type.name) for i, r in told]


def pair(kind: str, words: str, other: str, other_words: str) -> tuple[Teller, Teller]:
    """Two events of one report with the words that tell of them."""
    first = Teller(a_report("a", 9), kind, "first").at(BRINDLE)
    second = Teller(first.report, other, "second").at(ORLOW)
    for teller, name, told in ((first, kind, words), (second, other, other_words)):
        teller.claims[0] = replace(teller.claims[0], value=Term(name, told))
    return first, second


@pytest.mark.parametrize(
    ("words", "relations"),
    [
        ("two hours after the strike", [("bombing", "follows", "air strike")]),
        ("hours following the strike", [("bombing", "follows", "air strike")]),
        ("two hours later", []),
        ("before the strike", []),
        ("the day after the funeral", []),
        ("after noon", []),
    ],
)
def test_a_time_told_from_another_event_follows_it(words: str, relations: list[tuple[str, str, str]]) -> None:
    bombing, strike = pair("bombing", "exploded", "air strike", "strike")
    bombing.say("when", When(None, None, None, None, words))
    assert related(bombing, strike) == relations


def test_after_one_of_two_strikes_is_after_neither() -> None:
    bombing, strike = pair("bombing", "exploded", "air strike", "strike")
    other = Teller(bombing.report, "drone strike", "third").say("when", on(2))
    other.claims[0] = replace(other.claims[0], value=Term("drone strike", "strike"))
    bombing.say("when", When(None, None, None, None, "hours after the strike"))
    incidents = reconcile([reading(bombing, strike, other)], CODEBOOK)
    assert [r for i in incidents for r in i.relations] == []


@pytest.mark.parametrize(
    ("quote", "relations"),
    [
        ("The blast was part of a wave of attacks that day.", [("bombing", "part of", "attack")]),
        ("The blast was one of four attacks that day.", [("bombing", "part of", "attack")]),
        ("The blast came before four attacks that day.", []),
        ("The blast killed one and the attacks killed two.", []),
    ],
)
def test_part_of_a_wider_one_where_one_sentence_says_so(
    quote: str, relations: list[tuple[str, str, str]]
) -> None:
    bombing, attacks = pair("bombing", "blast", "attack", "attacks")
    for teller, word in ((bombing, "blast"), (attacks, "attacks")):
        start = quote.index(word)
        claim = teller.claims[0]
        spans = replace(claim.spans, trigger=Span(start, start + len(word)))
        teller.claims[0] = replace(claim, quote=quote, span=Span(0, len(quote)), spans=spans)
    assert related(bombing, attacks) == relations


@pytest.mark.parametrize("told", [True, False])
def test_in_response_to_an_event_that_the_report_tells(told: bool) -> None:
    bombing, strike = pair("bombing", "exploded", "air strike", "strike")
    bombing.say("motive", Motive("the strike", strike.event if told else None))
    expected = [("bombing", "in response to", "air strike")] if told else []
    assert related(bombing, strike) == expected


def test_an_event_is_not_related_to_itself() -> None:
    bombing, strike = pair("bombing", "exploded", "air strike", "strike")
    bombing.say("motive", Motive("it", bombing.event))
    assert related(bombing, strike) == []

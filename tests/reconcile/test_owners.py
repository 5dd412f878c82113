"""Whose people a count is of, and which counts are told apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.codebook import load_codebook
from dateline.model import Claim, Field, Number, Source, Span
from dateline.reconcile.owners import apart, owner, some_of_all
from dateline.reconcile.speakers import speakers
from tests.reconcile.telling import MINISTRY, Teller, a_report, reading

CODEBOOK = load_codebook()
ARMY = Source("Indian Army", "military", "IN", None, True, False, (), "the Indian Army")


def owned(group: str | None, source: Source | None = None, field: Field = "killed") -> str | None:
    return owner(Teller(a_report("a", 6)).say(field, Number(3, 3, "3"), source, group).claims[-1], CODEBOOK)


@pytest.mark.parametrize(
    ("group", "source", "whose"),
    [
        ("Indian soldiers", None, "IN"),
        ("American terrorists", None, "US"),
        ("Iraqis", None, "IQ"),
        ("soldiers", ARMY, "IN"),
        ("soldiers", MINISTRY, "forces"),
        ("civilians", ARMY, "civilians"),
        ("policemen", None, "forces"),
        ("rebels", None, "fighters"),
        ("gunmen", ARMY, "fighters"),
        ("people", None, None),
        ("children", None, None),
        (None, ARMY, None),
    ],
)
def test_owner(group: str | None, source: Source | None, whose: str | None) -> None:
    assert owned(group, source) == whose


def test_weapons_are_nobodys_people() -> None:
    assert owned("Indian missiles", None, "launched") is None


@pytest.mark.parametrize(
    ("told", "parties", "whole"),
    [
        ([("Indian soldiers", 20), ("Chinese soldiers", 4)], {"CN": [4], "IN": [20]}, []),
        ([("Indian soldiers", 20), ("Chinese soldiers", 4), (None, 20)], {"CN": [4], "IN": [20, 20]}, []),
        ([("Indian soldiers", 20), ("Chinese soldiers", 4), (None, 24)], {}, [24]),
        ([("Indian soldiers", 20), ("Chinese soldiers", 4), (None, 30)], {}, [30]),
        ([("Indian soldiers", 20), ("Chinese soldiers", 4), (None, 7)], {"CN": [4], "IN": [20]}, []),
        ([("Indian soldiers", 20), ("civilians", 4)], {"civilians or fighters": [4], "forces": [20]}, []),
        ([("Indians", 20), ("civilians", 4)], {}, [20, 4]),
        ([("soldiers", 20), ("civilians", 4)], {"civilians or fighters": [4], "forces": [20]}, []),
        (
            [("soldiers", 20), ("rebels", 4), ("civilians", 2)],
            {"civilians or fighters": [4, 2], "forces": [20]},
            [],
        ),
        ([("rebels", 4), ("civilians", 10)], {}, [4, 10]),
        ([("Indian soldiers", 20)], {}, [20]),
        ([("Americans", 0), ("Iraqis", 0)], {}, [0, 0]),
        ([(None, 20), (None, 4)], {}, [20, 4]),
    ],
)
def test_apart(told: list[tuple[str | None, int]], parties: dict[str, list[int]], whole: list[int]) -> None:
    teller = Teller(a_report("a", 6))
    for group, n in told:
        teller.say("killed", Number(n, n, str(n)), None, group)
    numbers = {c.id: n for c, (_, n) in zip(teller.claims[1:], told, strict=True)}
    found, of_all = apart(teller.claims[1:], CODEBOOK)
    assert {whose: [numbers[c.id] for c in claims] for whose, claims in found.items()} == parties
    assert [numbers[c.id] for c in of_all] == whole


def test_one_sentence_adds_parties_up() -> None:
    teller = Teller(a_report("a", 6))
    for group, n in (("Indian soldiers", 20), ("Chinese soldiers", 4)):
        teller.say("killed", Number(n, n, str(n)), None, group).under(50)
    teller.say("killed", Number(40, 40, "40")).under(60)
    told = teller.claims[1:]
    assert apart(told, CODEBOOK) == ({}, told)


def parts_in(*tellers: Teller) -> list[Claim]:
    claims = [c for t in tellers for c in t.claims[1:]]
    who = speakers(claims, {t.report.id: reading(t) for t in tellers}, CODEBOOK)
    return some_of_all(claims, who, CODEBOOK)


@pytest.mark.parametrize(
    ("told", "parts"),
    [
        ([("American troops", 15), (None, 140)], [15]),
        ([("policemen", 3), (None, 5)], [3]),
        ([("policemen", 5), (None, 5)], []),
        ([("policemen", 9), (None, 5)], []),
        ([("soldiers", 2), ("nationalists", 120)], []),
        ([("policemen", 3)], []),
        ([("civilians", 3), (None, 7)], []),
        ([("Indian soldiers", 20), ("Chinese soldiers", 4), (None, 30)], []),
    ],
)
def test_some_of_all(told: list[tuple[str | None, int]], parts: list[int]) -> None:
    teller = Teller(a_report("a", 6))
    for group, n in told:
        teller.say("killed", Number(n, n, str(n)), None, group)
    assert [c.value.low for c in parts_in(teller) if isinstance(c.value, Number)] == parts


def test_what_a_group_says_of_its_foe_is_no_part() -> None:
    column = Source("Reed Column", "armed group", None, None, True, False, (), "the Reed Column")
    teller = Teller(a_report("a", 6)).say("killed", Number(100, 100, "100"), column, "soldiers")
    teller.say("killed", Number(101, 101, "101"))
    assert parts_in(teller) == []


@pytest.mark.parametrize(("country", "parts"), [("CN", 0), ("IN", 1), (None, 1)])
def test_what_a_side_says_of_its_own_is_no_part_of_what_its_foe_says(country: str | None, parts: int) -> None:
    army = Source("the army", "military", country, None, False, False, (), "the army")
    teller = Teller(a_report("a", 6)).say("killed", Number(63, 63, "63"), ARMY, "Indian soldiers")
    teller.say("killed", Number(400, 400, "400"), army)
    assert len(parts_in(teller)) == parts


def test_another_report_tells_no_whole_of_it() -> None:
    one = Teller(a_report("a", 6)).say("killed", Number(3, 3, "3"), None, "policemen")
    other = Teller(a_report("b", 6)).say("killed", Number(5, 5, "5"))
    assert parts_in(one, other) == []


def test_a_toll_told_beside_some_of_a_party_is_its_toll() -> None:
    """ "Two soldiers died, raising the toll to 17": the 17 are soldiers, too, and 80 fighters fell."""
    teller = Teller(a_report("a", 6)).say("killed", Number(80, 80, "80"), MINISTRY, "fighters")
    for n, group in ((2, "soldiers"), (17, None)):
        teller.say("killed", Number(n, n, f"{n}"), MINISTRY, group)
        teller.claims[-1] = replace(teller.claims[-1], span=Span(50, 90))
    found, of_all = apart([c for c in teller.claims if c.field == "killed"], CODEBOOK)
    assert not of_all
    assert {o: [c.value.text for c in mine] for o, mine in found.items()} == {
        "civilians or fighters": ["80"],
        "forces": ["2", "17"],
    }


def test_a_toll_told_beside_a_class_is_nobodys_where_countries_are_apart() -> None:
    teller = Teller(a_report("a", 6)).say("killed", Number(20, 20, "20"), None, "Indian soldiers")
    teller.say("killed", Number(4, 4, "4"), None, "Chinese soldiers")
    for n, group in ((2, "policemen"), (6, None)):
        teller.say("killed", Number(n, n, f"{n}"), None, group)
        teller.claims[-1] = replace(teller.claims[-1], span=Span(50, 90))
    found, of_all = apart([c for c in teller.claims if c.field == "killed"], CODEBOOK)
    assert not of_all
    assert {o: [c.value.text for c in mine] for o, mine in found.items()} == {"IN": ["20"], "CN": ["4"]}

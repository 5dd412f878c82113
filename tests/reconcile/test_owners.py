"""Whose people a count is of, and which counts are told apart."""

from __future__ import annotations

import pytest

from dateline.codebook import load_codebook
from dateline.model import Field, Number, Source
from dateline.reconcile.owners import apart, owner
from tests.reconcile.telling import MINISTRY, Teller, a_report

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
        ([("Indian soldiers", 20), ("civilians", 4)], {}, [20, 4]),
        ([("soldiers", 20), ("civilians", 4)], {"civilians": [4], "forces": [20]}, []),
        (
            [("soldiers", 20), ("rebels", 4), ("civilians", 2)],
            {"civilians": [2], "fighters": [4], "forces": [20]},
            [],
        ),
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

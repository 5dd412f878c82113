"""Parties named by several voices stand at the head; where none is, all do."""

from __future__ import annotations

import pytest

from dateline.model import Entity
from dateline.reconcile.parties import at_head, named_first

CASES: list[tuple[str, str]] = [
    # name@copy group ... -> names at the head
    ("army@a", "army"),
    ("army@a militia@a", "army militia"),
    ("army@a militia@b", "army militia"),
    ("army@a Army@b militia@b", "army"),
    ("army@a army@a militia@b", "army militia"),
    ("militia@b army@a militia@a army@c police@d", "militia army"),
    ("", ""),
]


@pytest.mark.parametrize(("told", "head"), CASES)
def test_parties(told: str, head: str) -> None:
    pairs = [item.split("@") for item in told.split()]
    found = at_head((Entity(name, "unknown", None, None, name), group) for name, group in pairs)
    assert [e.name for e in found] == head.split()


def test_a_state_and_its_forces_are_one_party() -> None:
    state = Entity("Norland", "state", "XN", None, "Norland")
    troops = Entity("Norland troops", "military", "XN", None, "Norland troops")
    rebels = Entity("rebels", "armed group", None, None, "rebels")
    assert at_head([(state, "a"), (rebels, "a"), (troops, "b")]) == (state, troops)


def test_few_of_many_voices_stay_with_their_claims() -> None:
    rebels = Entity("Marland Front", "armed group", "MD", None, "the Front")
    army = Entity("Army", "military", None, None, "the army")
    told = [(rebels, group) for group in "abcdefg"] + [(army, group) for group in "ab"]
    assert at_head(told) == (rebels,)


def test_men_are_the_party_that_is_known() -> None:
    rebels = Entity("Marland Front", "armed group", "MD", None, "the Front")
    men = Entity("armed men", "person", None, None, "armed men")
    soldiers = Entity("soldiers", "military", None, None, "soldiers")
    assert named_first((men, rebels, soldiers)) == (rebels, soldiers)
    assert named_first((men,)) == (men,)

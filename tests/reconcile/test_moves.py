"""What became of incidents is told by the claims that they share."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.model import Incident
from dateline.reconcile.moves import moves
from tests.builders import market_bombing

SOME = market_bombing().incidents[0]


def incidents(told: str) -> list[Incident]:
    """As "x:ab y:c": incident x with claims a and b, y with c."""
    made = [each.split(":") for each in told.split()]
    return [replace(SOME, id=name, claims=tuple(claims)) for name, claims in made]


@pytest.mark.parametrize(
    ("before", "now", "moved"),
    [
        ("x:ab y:c", "x:ab y:c", []),
        ("x:ab y:c", "z:abc", ["xy z"]),
        ("x:abc", "y:ab z:c", ["x yz"]),
        ("x:ab y:c", "x:ab", ["y "]),
        ("x:ab", "x:ab y:c", [" y"]),
        ("x:ab", "y:a", ["x y"]),
        ("x:ab", "x:a", ["x x"]),
        ("x:ab y:cd", "z:ac w:bd", ["xy wz"]),
        ("x:ab y:cd v:e", "z:abc w:d v:e", ["xy wz"]),
        ("x:a y:b v:c w:d", "p:ab q:cd", ["vw q", "xy p"]),
        ("", "", []),
    ],
)
def test_moves(before: str, now: str, moved: list[str]) -> None:
    found = moves(incidents(before), incidents(now))
    told = [
        f"{''.join(sorted(i.id for i in move.before))} {''.join(sorted(i.id for i in move.now))}"
        for move in found
    ]
    assert sorted(told) == moved

"""Parties named by several voices stand at the head; where none is, all do."""

from __future__ import annotations

import pytest

from dateline.model import Entity
from dateline.reconcile.parties import at_head

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

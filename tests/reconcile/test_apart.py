"""Linking in parts makes the groups that linking in one go makes, whatever the parts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from random import Random
from typing import TypeVar

import pytest

from benchmarks.events import synthetic_events
from dateline.codebook import load_codebook
from dateline.codebook.linking import Linking
from dateline.reconcile.apart import cluster_apart, part_of
from dateline.reconcile.cluster import cluster
from dateline.reconcile.rulings import Rulings
from dateline.reconcile.views import EventView

CODEBOOK = load_codebook()
MANY = 400
T = TypeVar("T")
R = TypeVar("R")


def here(function: Callable[[T, Linking], R], items: Sequence[T], /) -> Iterable[R]:
    """Every part in this process, the last one first."""
    done = [function(item, CODEBOOK.linking) for item in reversed(items)]
    return reversed(done)


def ledger(seed: int) -> list[EventView]:
    return list(synthetic_events(MANY, CODEBOOK, seed))


@pytest.mark.parametrize(("seed", "many"), [(1, 1), (2, 2), (3, 7)])
def test_parts_make_what_one_go_makes(seed: int, many: int) -> None:
    views = ledger(seed)
    whole = cluster(views, CODEBOOK.linking)
    assert max(map(len, whole)) > 5
    shuffled = Random(seed).sample(views, len(views))
    assert cluster_apart(shuffled, many, here) == whole


def test_judgements_bind_across_parts() -> None:
    views, random = ledger(4), Random(4)
    groups = cluster(views, CODEBOOK.linking)
    apart = [
        sorted((random.choice(a).id, random.choice(b).id))
        for a, b in zip(groups[:9], groups[9:18], strict=True)
    ]
    together = [sorted(member.id for member in group)[:2] for group in groups if len(group) > 2][:9]
    rulings = Rulings(frozenset((a, b) for a, b in apart), frozenset((a, b) for a, b in together))
    judged = cluster(views, CODEBOOK.linking, rulings)
    assert judged != groups
    assert cluster_apart(views, 5, here, rulings) == judged


def test_nothing_is_nothing() -> None:
    assert cluster_apart([], 3, here) == ()


def test_a_place_and_month_are_in_one_part() -> None:
    days = {part_of(f"2031-01-{day:02} cell 33 44", 1000) for day in range(1, 32)}
    assert len(days) == 1
    assert len({part_of(f"2031-{month:02}-01 cell 33 44", 1000) for month in range(1, 13)}) > 6
    assert part_of("name idris vorne", 1000) != part_of("name else", 1000)

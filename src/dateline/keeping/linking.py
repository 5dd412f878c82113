"""Where events are brought together: on this machine, or in parts on those of a cluster."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, islice
from typing import NoReturn, TypeVar

from dateline.codebook import Codebook, load_codebook
from dateline.codebook.linking import Linking
from dateline.engine import Work, map_on_cluster
from dateline.errors import DatelineError
from dateline.limits import BATCH_BYTES, LINK_APART, LINK_PARTS
from dateline.reconcile.apart import cluster_apart
from dateline.reconcile.cluster import Group, cluster
from dateline.reconcile.rulings import Rulings
from dateline.reconcile.views import EventView
from dateline.settings import Settings

T = TypeVar("T")
R = TypeVar("R")

Link = Callable[[Iterable[EventView], Linking, Rulings], tuple[Group, ...]]
"""Brings events together; the groups are the same wherever that is done."""


def linker(settings: Settings) -> Link | None:
    """What links a ledger on a cluster: of many events, its machines; null without a cluster."""
    return partial(_on_cluster, settings) if settings.cluster else None


def _on_cluster(
    settings: Settings, views: Iterable[EventView], linking: Linking, rulings: Rulings
) -> tuple[Group, ...]:
    drawn = iter(views)
    first = list(islice(drawn, LINK_APART))
    if len(first) < LINK_APART:
        return cluster(first, linking, rulings)
    many = LINK_PARTS * max(1, settings.workers)
    return cluster_apart(chain(first, drawn), many, partial(_run, settings), rulings)


def _run(settings: Settings, function: Callable[[T, Linking], R], items: Sequence[T], /) -> Iterator[R]:
    """Every item to a worker of the cluster by itself."""
    assert settings.cluster is not None
    make = partial(load_codebook, settings.codebook)
    work: Work[Codebook, T, R] = Work(make, partial(_each, function), _whole, _lost)
    return map_on_cluster(work, items, settings.cluster, settings.workers)


def _each(function: Callable[[T, Linking], R], codebook: Codebook, batch: list[T]) -> list[R]:
    return [function(item, codebook.linking) for item in batch]


def _whole(_: object) -> int:
    """As large as a batch may be, so that each is one."""
    return BATCH_BYTES


def _lost(_: object, reason: str) -> NoReturn:
    raise DatelineError(f"linking on the cluster: {reason.replace('read', 'link')}; give the command again")

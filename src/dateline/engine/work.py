"""What an engine is given to do, whichever engine it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from dateline.limits import BATCH_BYTES, BATCH_ITEMS

S = TypeVar("S")
T = TypeVar("T")
R = TypeVar("R")

TOO_LONG = "takes longer to read than any report may"
TOO_MUCH = "takes more memory to read than any report may"
DIED = "the process that read it died"


@dataclass(frozen=True, slots=True)
class Work(Generic[S, T, R]):
    """A pure function over many items, with what it needs.

    All four must be importable by name, or partials of such: they are sent to fresh processes.

    Attributes:
        make_state: makes what ``function`` needs, such as a loaded model; called once a worker.
        function: one list of results, of any length, for a batch of items.
        size: about how many bytes an item is, so that batches take alike long.
        lost: what stands in for the results of an item that could not be worked on, and why.
    """

    make_state: Callable[[], S]
    function: Callable[[S, list[T]], list[R]]
    size: Callable[[T], int]
    lost: Callable[[T, str], R]


def batches(work: Work[S, T, R], items: Iterable[T]) -> Iterator[list[T]]:
    """The items in order, few enough at a time and of bounded size."""
    batch: list[T] = []
    held = 0
    for item in items:
        size = work.size(item)
        if batch and (len(batch) >= BATCH_ITEMS or held + size > BATCH_BYTES):
            yield batch
            batch, held = [], 0
        batch.append(item)
        held += size
    if batch:
        yield batch

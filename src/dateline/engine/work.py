"""What an engine is given to do, and the order in which it is done, whichever engine it is."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from dateline.limits import BATCH_BYTES, BATCH_ITEMS, BATCH_SECONDS, REPORT_SECONDS

S = TypeVar("S")
T = TypeVar("T")
R = TypeVar("R")

TOO_LONG = "takes longer to read than any report may"
TOO_MUCH = "takes more memory to read than any report may"
DIED = "the process that read it died"

AHEAD = 2
"""Batches in flight for each worker: one at work, one waiting."""


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


class WorkerError(Exception):
    """A worker died, took too long or too much memory: not the function on its own terms."""


class Workers(Protocol[T, R]):
    """Workers that take batches of one work at the same time."""

    @property
    def count(self) -> int:
        """How many there are."""

    def submit(self, batch: list[T], seconds: float, /) -> Callable[[], list[R]]:
        """Hand over a batch that may take this long; calling what comes back waits for its results.

        Raises:
            WorkerError: from the call that comes back; later batches go to other workers.
        """


def results(work: Work[S, T, R], items: Iterable[T], workers: Workers[T, R]) -> Iterator[R]:
    """The results of all items in their order, a few batches ahead of what is drawn.

    The items of a batch whose worker fails are tried one by one, and those that fail it again are lost.
    """
    waiting: deque[tuple[list[T], Callable[[], list[R]]]] = deque()
    for batch in batches(work, items):
        waiting.append((batch, workers.submit(batch, BATCH_SECONDS)))
        if len(waiting) >= workers.count * AHEAD:
            yield from _of_batch(work, workers, *waiting.popleft())
    while waiting:
        yield from _of_batch(work, workers, *waiting.popleft())


def _of_batch(
    work: Work[S, T, R], workers: Workers[T, R], batch: list[T], wait: Callable[[], list[R]]
) -> Iterator[R]:
    try:
        yield from wait()
        return
    except WorkerError:
        pass  # told of below, of the item that it failed on
    for item in batch:
        try:
            yield from workers.submit([item], REPORT_SECONDS)()
        except WorkerError as failed:
            yield work.lost(item, str(failed))


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

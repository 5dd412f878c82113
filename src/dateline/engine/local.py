"""Map a pure function over many items with the processes of this machine."""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing import get_context
from typing import Generic, TypeVar

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from dateline.engine.work import DIED, TOO_LONG, TOO_MUCH, Work, batches
from dateline.errors import DatelineError
from dateline.limits import BATCH_SECONDS, PARALLEL_FROM, REPORT_SECONDS, WORKER_BYTES

S = TypeVar("S")
T = TypeVar("T")
R = TypeVar("R")

AHEAD = 2
"""Batches in flight for each worker: one at work, one waiting."""

FAILED = (TimeoutError, ProcessExpired, MemoryError, BrokenProcessPool)
"""Ways in which a worker fails on an item, not the function on its own terms."""

_state: list[object] = []
"""A worker process's own state, made once with its first batch; always empty in the parent."""


def map_batches(work: Work[S, T, R], items: Iterable[T], workers: int) -> Iterator[R]:
    """The results of ``work`` over ``items``, in the order of the items.

    ``workers`` 0 is one per core. One worker or few items are mapped in this process. At most a few
    batches are held at a time, so ``items`` may be endless.

    In processes of their own, the items of a batch whose worker dies, takes too long or too much memory
    are tried one by one, and those that do so again are lost; the rest goes on.

    Raises:
        DatelineError: if no worker process can be started.
    """
    count = workers or cores()
    rest = iter(items)
    first = list(islice(rest, PARALLEL_FROM)) if count > 1 else []
    every = batches(work, chain(first, rest))
    if count == 1 or len(first) < PARALLEL_FROM:
        state = work.make_state()
        for batch in every:
            yield from work.function(state, batch)
        return
    yield from _in_processes(work, every, count)


def cores() -> int:
    """The number of cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _in_processes(work: Work[S, T, R], every: Iterator[list[T]], count: int) -> Iterator[R]:
    workers = _Workers(work, count)
    waiting: deque[tuple[list[T], ProcessFuture[list[R]]]] = deque()
    try:
        for batch in every:
            waiting.append((batch, workers.submit(batch, BATCH_SECONDS)))
            if len(waiting) >= count * AHEAD:
                yield from workers.results(*waiting.popleft())
        while waiting:
            yield from workers.results(*waiting.popleft())
    finally:
        workers.stop()  # also on an interrupt: what waits and what is at work is dropped


class _Workers(Generic[S, T, R]):
    """The worker processes of one run; new ones stand in for those that die."""

    def __init__(self, work: Work[S, T, R], count: int) -> None:
        self._work = work
        self._count = count
        self._pool = self._started()

    def submit(self, batch: list[T], seconds: float) -> ProcessFuture[list[R]]:
        """Hand over a batch that may take this long."""
        return self._pool.submit(_work, seconds, self._work, batch)

    def results(self, batch: list[T], future: ProcessFuture[list[R]]) -> Iterator[R]:
        """A batch's results; item by item where its worker failed, to tell the one that it failed on."""
        try:
            yield from future.result()
        except FAILED:
            for item in batch:
                yield from self._alone(item)

    def stop(self) -> None:
        """End all workers at once."""
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()

    def _alone(self, item: T) -> list[R]:
        if not self._pool.active:
            self.stop()
            self._pool = self._started()
        try:
            return self.submit([item], REPORT_SECONDS).result()
        except FAILED as error:
            return [self._work.lost(item, _reason(error))]

    def _started(self) -> ProcessPool:
        pool = ProcessPool(self._count, initializer=_start, context=get_context("spawn"))
        try:
            pool.submit(_ready, REPORT_SECONDS).result()
        except FAILED as error:
            pool.stop()  # type: ignore[no-untyped-call]
            raise DatelineError(
                "worker processes cannot be started: read with --workers 1; a script that reads many reports "
                'must begin its work under `if __name__ == "__main__":`'
            ) from error
        return pool


def _reason(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return TOO_LONG
    return TOO_MUCH if isinstance(error, MemoryError) else DIED


def _start() -> None:
    """Cap a worker's memory, so that one report cannot take all of the machine's."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (WORKER_BYTES, WORKER_BYTES))


def _ready() -> None:
    """Nothing; that it was done shows that workers start."""


def _work(work: Work[S, T, R], batch: list[T]) -> list[R]:
    if not _state:
        _state.append(work.make_state())
    state: S = _state[0]  # type: ignore[assignment]
    return work.function(state, batch)

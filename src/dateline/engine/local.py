"""Map a pure function over many items with the processes of this machine."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing import get_context
from typing import Generic, TypeVar

from pebble import ProcessExpired, ProcessPool

from dateline.engine.work import DIED, TOO_LONG, TOO_MUCH, Work, WorkerError, batches, results
from dateline.errors import DatelineError
from dateline.limits import PARALLEL_FROM, REPORT_SECONDS, WORKER_BYTES

S = TypeVar("S")
T = TypeVar("T")
R = TypeVar("R")

_state: list[object] = []
"""A worker process's own state, made once with its first batch; always empty in the parent."""


def map_batches(work: Work[S, T, R], items: Iterable[T], workers: int) -> Iterator[R]:
    """The results of ``work`` over ``items``, in the order of the items.

    ``workers`` 0 is one per core. One worker or few items are mapped in this process. At most a few
    batches are held at a time, so ``items`` may be endless. In processes of their own, an item whose
    worker dies, takes too long or too much memory is lost, and the rest goes on.

    Raises:
        DatelineError: if no worker process can be started.
    """
    count = workers or cores()
    rest = iter(items)
    first = list(islice(rest, PARALLEL_FROM)) if count > 1 else []
    every = chain(first, rest)
    if count == 1 or len(first) < PARALLEL_FROM:
        state = work.make_state()
        for batch in batches(work, every):
            yield from work.function(state, batch)
        return
    processes = Processes(work, count)
    try:
        yield from results(work, every, processes)
    finally:
        processes.stop()  # also on an interrupt: what waits and what is at work is dropped


def cores() -> int:
    """The number of cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Processes(Generic[S, T, R]):
    """The worker processes of one run; new ones stand in for those that die."""

    def __init__(self, work: Work[S, T, R], count: int) -> None:
        self._work = work
        self.count = count
        self._pool = self._started()

    def submit(self, batch: list[T], seconds: float) -> Callable[[], list[R]]:
        """Hand over a batch that may take this long; calling what comes back waits for its results."""
        if not self._pool.active:
            self.stop()
            self._pool = self._started()
        future = self._pool.submit(_work, seconds, self._work, batch)

        def wait() -> list[R]:
            try:
                return future.result()
            except TimeoutError as error:
                raise WorkerError(TOO_LONG) from error
            except MemoryError as error:
                raise WorkerError(TOO_MUCH) from error
            except (ProcessExpired, BrokenProcessPool) as error:
                raise WorkerError(DIED) from error

        return wait

    def stop(self) -> None:
        """End all workers at once."""
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()

    def _started(self) -> ProcessPool:
        pool = ProcessPool(self.count, initializer=_start, context=get_context("spawn"))
        try:
            pool.submit(_ready, REPORT_SECONDS).result()
        except (TimeoutError, ProcessExpired, BrokenProcessPool) as error:
            pool.stop()  # type: ignore[no-untyped-call]
            raise DatelineError(
                "worker processes cannot be started: read with --workers 1; a script that reads many reports "
                'must begin its work under `if __name__ == "__main__":`'
            ) from error
        return pool


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

"""Map a pure function over many items with the processes of this machine."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing import get_context
from typing import TypeVar

from dateline.errors import DatelineError
from dateline.limits import PARALLEL_FROM, WORKER_BATCH

S = TypeVar("S")
T = TypeVar("T")
R = TypeVar("R")

AHEAD = 2
"""Batches in flight for each worker: one at work, one waiting."""

_state: list[object] = []
"""A worker process's own state, made once with its first batch; always empty in the parent."""


def map_batches(
    function: Callable[[S, list[T]], list[R]],
    items: Iterable[T],
    workers: int,
    make_state: Callable[[], S],
) -> Iterator[R]:
    """The results of ``function(state, batch)`` over ``items`` in batches, in the order of the items.

    ``function`` gives one list of results a batch, of any length; it and ``make_state`` must be
    importable by name, as workers are fresh processes. ``make_state`` is called once a worker.
    ``workers`` 0 is one per core. One worker or few items are mapped in this process. At most a few
    batches are held at a time, so ``items`` may be endless.

    Raises:
        DatelineError: if a worker process dies.
    """
    count = workers or cores()
    rest = iter(items)
    first = list(islice(rest, PARALLEL_FROM)) if count > 1 else []
    batches = _batches(chain(first, rest))
    if count == 1 or len(first) < PARALLEL_FROM:
        state = make_state()
        for batch in batches:
            yield from function(state, batch)
        return
    yield from _in_processes(function, batches, count, make_state)


def cores() -> int:
    """The number of cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _in_processes(
    function: Callable[[S, list[T]], list[R]],
    batches: Iterator[list[T]],
    workers: int,
    make_state: Callable[[], S],
) -> Iterator[R]:
    pool = ProcessPoolExecutor(workers, get_context("spawn"), initializer=_start)
    waiting: deque[Future[list[R]]] = deque()
    try:
        for batch in batches:
            waiting.append(pool.submit(_work, function, make_state, batch))
            if len(waiting) >= workers * AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool as error:
        raise DatelineError(
            "a worker process died, most likely for want of memory: read with fewer workers (--workers 1)"
        ) from error
    finally:
        # Also on an interrupt: what waits is dropped, and what is at work ends with its batch.
        pool.shutdown(cancel_futures=True)


def _batches(items: Iterator[T]) -> Iterator[list[T]]:
    while batch := list(islice(items, WORKER_BATCH)):
        yield batch


def _start() -> None:
    # An interrupt reaches every process of the terminal; the parent alone answers it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _work(function: Callable[[S, list[T]], list[R]], make_state: Callable[[], S], batch: list[T]) -> list[R]:
    if not _state:
        _state.append(make_state())
    state: S = _state[0]  # type: ignore[assignment]
    return function(state, batch)

"""Mapping in processes gives what mapping in one does, and ends when a worker dies."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import count, islice

import pytest

from dateline.engine import cores, map_batches
from dateline.errors import DatelineError
from dateline.limits import PARALLEL_FROM, WORKER_BATCH

MANY = PARALLEL_FROM + WORKER_BATCH + 7


def ten() -> int:
    return 10


def here() -> int:
    return os.getpid()


def fails_to_start() -> int:
    raise ValueError("no model")


def times(state: int, batch: list[int]) -> list[int]:
    return [state * n for n in batch]


def process(state: int, batch: list[int]) -> list[tuple[int, int]]:
    return [(state, os.getpid())] * len(batch)


def twice_each(state: int, batch: list[int]) -> list[int]:
    return [n for n in batch for _ in range(2)]


def dies(state: int, batch: list[int]) -> list[int]:
    if WORKER_BATCH in batch:
        os._exit(1)
    return batch


def fails(state: int, batch: list[int]) -> list[int]:
    raise ValueError(f"bad batch of {len(batch)}")


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("size", [0, 3, MANY])
def test_order_is_kept(workers: int, size: int) -> None:
    assert list(map_batches(times, range(size), workers, ten)) == [10 * n for n in range(size)]


def test_results_may_be_of_any_number() -> None:
    assert list(map_batches(twice_each, range(MANY), 2, ten)) == [n for n in range(MANY) for _ in range(2)]


def test_few_items_stay_in_this_process() -> None:
    assert set(map_batches(process, range(PARALLEL_FROM - 1), 2, here)) == {(os.getpid(), os.getpid())}


def test_state_is_made_once_in_each_worker() -> None:
    seen = set(map_batches(process, range(PARALLEL_FROM + 5 * WORKER_BATCH), 2, here))
    assert all(state == worker != os.getpid() for state, worker in seen)
    assert 1 <= len(seen) <= 2


def test_items_are_drawn_as_needed() -> None:
    drawn = 0

    def endless() -> Iterator[int]:
        nonlocal drawn
        for n in count():
            drawn += 1
            yield n

    results = map_batches(times, endless(), 2, ten)
    assert list(islice(results, 5)) == [0, 10, 20, 30, 40]
    results.close()  # type: ignore[attr-defined]
    assert drawn <= PARALLEL_FROM + 6 * WORKER_BATCH


def test_a_dying_worker_is_an_error_and_no_hang() -> None:
    with pytest.raises(DatelineError, match="a worker process died"):
        list(map_batches(dies, range(MANY), 2, ten))


@pytest.mark.parametrize("size", [3, MANY])
def test_errors_come_through(size: int) -> None:
    with pytest.raises(ValueError, match="bad batch"):
        list(map_batches(fails, range(size), 2, ten))
    with pytest.raises(ValueError, match="no model"):
        list(map_batches(times, range(size), 2, fails_to_start))


def test_cores() -> None:
    assert cores() >= 1

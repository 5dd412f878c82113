"""Mapping in processes gives what mapping in one does; a worker that fails costs one item and no more."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import count, islice
from pathlib import Path

import pytest

from dateline.engine import Work, cores, map_batches
from dateline.engine.work import DIED, TOO_LONG, TOO_MUCH, batches
from dateline.limits import BATCH_BYTES, BATCH_ITEMS, PARALLEL_FROM

MANY = PARALLEL_FROM + BATCH_ITEMS + 7
BAD = BATCH_ITEMS + 3


def ten() -> int:
    return 10


def here() -> int:
    return os.getpid()


def fails_to_start() -> int:
    raise ValueError("no model")


def times(state: int, batch: list[int]) -> list[object]:
    return [state * n for n in batch]


def process(state: int, batch: list[int]) -> list[object]:
    return [(state, os.getpid())] * len(batch)


def twice_each(state: int, batch: list[int]) -> list[object]:
    return [n for n in batch for _ in range(2)]


def dies(state: int, batch: list[int]) -> list[object]:
    if BAD in batch:
        os.kill(os.getpid(), signal.SIGKILL)
    return list(batch)


def hangs(state: int, batch: list[int]) -> list[object]:
    if BAD in batch:
        time.sleep(600)
    return list(batch)


def eats(state: int, batch: list[int]) -> list[object]:
    if BAD in batch:
        return [len(bytearray(1 << 40))]
    return list(batch)


def fails(state: int, batch: list[int]) -> list[object]:
    raise ValueError(f"bad batch of {len(batch)}")


def small(item: int) -> int:
    return 1


def lost(item: int, reason: str) -> object:
    return f"{item}: {reason}"


Function = Callable[[int, list[int]], list[object]]


def work(function: Function, make_state: Callable[[], int] = ten) -> Work[int, int, object]:
    return Work(make_state, function, small, lost)


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("size", [0, 3, MANY])
def test_order_is_kept(workers: int, size: int) -> None:
    assert list(map_batches(work(times), range(size), workers)) == [10 * n for n in range(size)]


def test_results_may_be_of_any_number() -> None:
    assert list(map_batches(work(twice_each), range(MANY), 2)) == [n for n in range(MANY) for _ in range(2)]


def test_few_items_stay_in_this_process() -> None:
    seen = set(map_batches(work(process, here), range(PARALLEL_FROM - 1), 2))
    assert seen == {(os.getpid(), os.getpid())}


def test_state_is_made_once_in_each_worker() -> None:
    seen = set(map_batches(work(process, here), range(PARALLEL_FROM + 5 * BATCH_ITEMS), 2))
    assert 1 <= len(seen) <= 2
    assert all(isinstance(one, tuple) and one[0] == one[1] != os.getpid() for one in seen)


def test_items_are_drawn_as_needed() -> None:
    drawn = 0

    def endless() -> Iterator[int]:
        nonlocal drawn
        for n in count():
            drawn += 1
            yield n

    results = map_batches(work(times), endless(), 2)
    assert list(islice(results, 5)) == [0, 10, 20, 30, 40]
    results.close()  # type: ignore[attr-defined]
    assert drawn <= PARALLEL_FROM + 6 * BATCH_ITEMS


def test_batches_are_of_bounded_number_and_size() -> None:
    huge = Work(ten, times, int, lost)
    assert [len(b) for b in batches(work(times), range(2 * BATCH_ITEMS + 1))] == [BATCH_ITEMS, BATCH_ITEMS, 1]
    sizes = [BATCH_BYTES // 2, BATCH_BYTES // 2, 1, 3 * BATCH_BYTES, 5]
    assert list(batches(huge, sizes)) == [sizes[:2], [1], [sizes[3]], [5]]
    assert list(batches(huge, [])) == []


@pytest.mark.slow
@pytest.mark.parametrize(("function", "reason"), [(dies, DIED), (hangs, TOO_LONG), (eats, TOO_MUCH)])
def test_a_failing_worker_costs_one_item(
    function: Function, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if reason == TOO_LONG:
        monkeypatch.setattr("dateline.engine.work.BATCH_SECONDS", 10)
        monkeypatch.setattr("dateline.engine.work.REPORT_SECONDS", 5)
    results = list(map_batches(work(function), range(MANY), 2))
    assert results == [f"{n}: {reason}" if n == BAD else n for n in range(MANY)]


def test_a_worker_killed_while_it_waits_costs_nothing() -> None:
    killed = list[int]()

    def numbers() -> Iterator[int]:
        for n in range(MANY + 20 * BATCH_ITEMS):
            if n == MANY:
                killed.extend(_children())
                for child in killed:
                    os.kill(child, signal.SIGKILL)
            yield n

    size = MANY + 20 * BATCH_ITEMS
    assert list(map_batches(work(times), numbers(), 2)) == [10 * n for n in range(size)]
    assert killed


def _children() -> list[int]:
    """Process ids of the workers, by Linux's own list of them."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            words = status.read_text().rsplit(")", 1)[1].split()
            command = (status.parent / "cmdline").read_bytes()
        except OSError:
            continue  # it has just ended
        if int(words[1]) == os.getpid() and b"spawn_main" in command:
            found.append(int(status.parent.name))
    return found


@pytest.mark.parametrize("size", [3, MANY])
def test_errors_come_through(size: int) -> None:
    with pytest.raises(ValueError, match="bad batch"):
        list(map_batches(work(fails), range(size), 2))
    with pytest.raises(ValueError, match="no model"):
        list(map_batches(work(times, fails_to_start), range(size), 2))


def test_a_script_without_a_guard_is_told_so(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "from dateline.engine import Work, map_batches\n"
        "def one(): return 1\n"
        "def same(state, batch): return batch\n"
        "def lost(item, reason): return item\n"
        f"print(len(list(map_batches(Work(one, same, int, lost), range({MANY}), 2))))\n"
    )
    done = subprocess.run(
        [sys.executable, str(script)], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode != 0
    assert '`if __name__ == "__main__":`' in done.stderr


def test_cores() -> None:
    assert cores() >= 1

"""The queue of a large ledger is made beside: nobody waits for it, and what was judged is left out."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from dateline.codebook import Codebook
from dateline.keeping.judging import keep_undoing, keep_value
from dateline.keeping.settling import settle
from dateline.ledger import Store
from dateline.ledger.opening import open_ledger
from dateline.settings import Settings
from dateline.web.queue import Queue
from tests.ledger.stores import MADE, clock, raw_of, tellings


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A ledger of bombings that one unnamed voice each tells."""
    with closing(open_ledger(str(tmp_path / "ledger.db"), clock, create=True)) as opened:
        for reading in tellings(3):
            opened.add(reading, raw_of(reading), MADE)
        settle(opened, Settings(workers=1))
        yield opened


def renewed(queue: Queue) -> tuple[str, ...]:
    """The cases after those that make them have ended."""
    queue.cases()
    for thread in threading.enumerate():
        if thread.name == "queue":
            thread.join()
    return tuple(each.key for each in queue.cases())


def test_a_small_ledger_is_looked_at_anew(store: Store, codebook: Codebook) -> None:
    queue = Queue(store, codebook)
    first, *others = queue.cases()
    keep_value(store, ("accept", None), first.ids[0], ("Ana", "read"))
    assert list(queue.cases()) == others


def test_a_large_one_is_made_beside(
    store: Store, codebook: Codebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    queue = Queue(store, codebook)
    first, *others = queue.cases()
    monkeypatch.setattr("dateline.web.queue.QUICK", -1.0)
    judged = keep_value(store, ("accept", None), first.ids[0], ("Ana", "read"))
    assert list(queue.cases()) == others
    assert renewed(queue) == tuple(each.key for each in others)
    keep_undoing(store, judged.id, ("Ana", "not so"))
    assert first.key in renewed(queue)


def test_a_large_one_rests_between(store: Store, codebook: Codebook, monkeypatch: pytest.MonkeyPatch) -> None:
    queue = Queue(store, codebook)
    first, *others = queue.cases()
    monkeypatch.setattr("dateline.web.queue.QUICK", -1.0)
    monkeypatch.setattr("dateline.web.queue.rest", lambda _: 1e6)
    keep_value(store, ("accept", None), first.ids[0], ("Ana", "read"))
    renewed(queue)
    judged = keep_value(store, ("accept", None), others[0].ids[0], ("Ana", "read"))
    assert list(queue.cases()) == others[1:]
    keep_undoing(store, judged.id, ("Ana", "not so"))
    assert others[0] in queue.cases(), "what is left out is looked up each time"

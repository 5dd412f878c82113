"""Who has a ledger alone: others who write wait, and what was written is kept whole or not at all."""

from __future__ import annotations

import threading
from contextlib import closing

import pytest

from dateline.errors import LedgerError
from dateline.ledger import Store
from dateline.ledger.opening import open_ledger
from dateline.model import Reading
from tests.ledger.stores import MADE, clock, raw_of, synthetic

A_MOMENT = 0.3
"""Seconds in which an addition is done many times over, if nothing holds it back."""


def test_others_who_write_wait_and_those_who_read_do_not(where: str) -> None:
    if where == "sqlite://":
        pytest.skip("a ledger in memory has nobody else")
    mine, theirs = synthetic(2, claims=1)
    with closing(open_ledger(where, clock, create=True)) as store:
        added = threading.Thread(target=_add_by_another_door, args=(where, theirs))
        with store.alone() as alone:
            assert alone.add(mine, raw_of(mine), MADE)
            added.start()
            added.join(A_MOMENT)
            assert added.is_alive()
            assert alone.has(mine.report.id)
            assert not store.has(mine.report.id)
            assert not alone.has(theirs.report.id)
        added.join()
        assert {each.report.id for each in store.readings()} == {mine.report.id, theirs.report.id}
        assert store.verify_chain() == ()


def _add_by_another_door(where: str, reading: Reading) -> None:
    with closing(open_ledger(where, clock, create=False)) as store:
        assert store.add(reading, raw_of(reading), MADE)


def test_an_error_takes_back_all_that_was_written(store: Store) -> None:
    first, second = synthetic(2, claims=1)
    with pytest.raises(LedgerError, match="was not made from"):
        _add_two(store, first, second)
    assert not store.has(first.report.id)
    with store.alone() as alone:
        with pytest.raises(LedgerError, match="was not made from"):
            alone.add(second, b"other bytes", MADE)
        assert alone.add(first, raw_of(first), MADE)
    assert store.has(first.report.id)
    assert store.verify_chain() == ()


def _add_two(store: Store, sound: Reading, broken: Reading) -> None:
    with store.alone() as alone:
        assert alone.add(sound, raw_of(sound), MADE)
        alone.add(broken, b"other bytes", MADE)

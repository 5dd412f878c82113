"""What another ledger had: readings without their raw copies, and judgements as they were made there."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dateline.errors import LedgerError
from dateline.ledger import Store
from dateline.model import IMPORTED, Judgement, Maker, Making
from tests.builders import market_bombing
from tests.ledger.stores import MADE, MAKER, clock, pair_of

BARE = Making("report.txt", IMPORTED, Maker("0.0.9", ""))
THEN = datetime(2030, 1, 2, 3, 4, 5, tzinfo=UTC)


def judgement() -> Judgement:
    events = pair_of(market_bombing().readings)
    return Judgement("judgement-elsewhere", 7, "same", events, "A. Person", "one bomb", THEN, None)


def test_a_reading_without_its_raw_copy_is_kept(store: Store) -> None:
    (first, second) = market_bombing().readings
    assert store.add(first, None, BARE)
    assert not store.add(first, None, BARE)
    assert list(store.readings()) == [first]
    assert store.kept(first.report.id) is not None
    assert list(store.raw_copies()) == [first.report.raw]
    assert store.verify_chain() == ()
    with pytest.raises(LedgerError, match=first.report.raw):
        store.raw(first.report.raw)
    with pytest.raises(LedgerError, match="was not made from the raw copy"):
        store.add(second, None, MADE)


def test_it_cannot_be_read_again_and_is_not_asked_to_be(store: Store) -> None:
    store.add(market_bombing().readings[0], None, BARE)
    assert (store.made_by_others(MAKER), store.outdated(MAKER)) == (0, ())


def test_a_judgement_keeps_its_day_and_gets_the_next_number(store: Store) -> None:
    first = store.take_judgement(judgement())
    second = store.take_judgement(replace(judgement(), verdict="unsure"))
    assert (first.number, second.number) == (1, 2)
    assert first.at == THEN != clock()
    assert store.judgements() == (first, second)
    assert store.verify_chain() == ()


def test_an_undoing_comes_after_what_it_undoes(store: Store) -> None:
    with pytest.raises(LedgerError, match="which is not there or was undone"):
        store.take_judgement(replace(judgement(), undoes="judgement-nowhere"))
    first = store.take_judgement(judgement())
    undoing = replace(judgement(), undoes=first.id, why="a slip")
    taken = store.take_judgement(undoing)
    assert taken.undoes == first.id
    with pytest.raises(LedgerError, match="was undone already"):
        store.undo(first.id, "B. Person", "again", store.head())
    with pytest.raises(LedgerError, match="which is not there or was undone"):
        store.take_judgement(undoing)

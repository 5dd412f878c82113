"""No score falls unseen: each set is read and scored against its pinned floors."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.floors import drops, floors_of
from benchmarks.gold import SETS, Score, data_hash, gold_folder, read_set, score_set
from dateline.settings import Settings

GOLD = gold_folder()


@pytest.mark.gold
@pytest.mark.skipif(GOLD is None, reason="no gold data here: scores cannot be held against their floors")
@pytest.mark.parametrize("name", SETS)
def test_scores_hold(name: str, tmp_path: Path) -> None:
    assert GOLD is not None
    pinned, floors = floors_of(name)
    assert data_hash(GOLD, name) == pinned, "the data changed: measure again and pin the new scores"
    ledger = read_set(GOLD, name, tmp_path, Settings())
    assert not [q for q in ledger.quarantined if q.reason.startswith("a fault of Dateline")]
    fallen = drops(score_set(GOLD, name, tmp_path), floors)
    assert not fallen, "\n".join(f"{d.set} {d.slot}: {d.score}, floor {d.floor}" for d in fallen)


def test_a_drop_is_seen() -> None:
    scores = [Score("invented", "value", 10, 70.0, None, None, None, None)]
    assert [d.slot for d in drops(scores, {"value": 75.0, "gone": 1.0})] == ["value", "gone"]
    assert drops(scores, {"value": 70.2}) == []

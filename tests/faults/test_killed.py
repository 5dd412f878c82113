"""`dateline add` killed at random points, again and again: nothing kept is lost, and the end is the same."""

from __future__ import annotations

import random
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dateline.ledger.opening import open_ledger
from tests.contract.conftest import Where
from tests.faults.runs import add, dateline, export_hash

KILLS = (pytest.param(4, marks=pytest.mark.slow), pytest.param(50, marks=pytest.mark.long))
"""A run takes a few seconds; the long row is run for each database, a hundred kills in all."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, float]:
    """The export of an addition that nobody disturbs, and how long that takes."""
    ledger = str(tmp_path_factory.mktemp("whole") / "ledger.db")
    start = time.monotonic()
    assert add(ledger).wait() == 0
    return export_hash(ledger), time.monotonic() - start


@pytest.mark.parametrize("kills", KILLS)
@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_killed_at_random_points(
    kind: str, kills: int, whole: tuple[str, float], tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    wanted, seconds = whole
    draw = random.Random(kills)
    make: Where | None = request.getfixturevalue("postgres") if kind == "postgresql" else None
    kept, ledger = 0, ""
    for n in range(kills):
        if n % 4 == 0:  # else killed again where it went on
            kept, ledger = 0, make() if make else str(tmp_path / f"ledger-{n}.db")
        process = add(ledger)
        time.sleep(draw.uniform(0.3, 1.0) * seconds)
        process.kill()
        process.wait()
        kept = _kept(ledger, kept)
        if n % 4 == 3 or n == kills - 1:
            assert add(ledger).wait() == 0
            assert export_hash(ledger) == wanted
            checked = dateline("doctor", "--ledger", ledger)
            assert checked.returncode == 0, checked.stdout + checked.stderr


def _kept(ledger: str, before: int) -> int:
    """How many reports are in the ledger, whose chain must hold; never fewer than before."""
    if "://" not in ledger and not Path(ledger).exists():
        return 0
    with closing(open_ledger(ledger, lambda: datetime.now(UTC), create=True)) as store:
        assert store.verify_chain() == ()
        now = sum(1 for _ in store.readings())
    assert now >= before
    return now

"""A process that writes is killed again and again: what it told as kept is kept, and the rest can follow."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from dateline.ledger.opening import open_ledger
from tests.ledger.stores import MADE, clock, raw_of, synthetic

REPORTS = 60
PROGRAM = """
import sys
from dateline.ledger.opening import open_ledger
from tests.ledger.stores import MADE, clock, raw_of, synthetic

store = open_ledger(sys.argv[1], clock, create=True)
for reading in synthetic(int(sys.argv[2]), claims=5):
    if store.add(reading, raw_of(reading), MADE):
        print(reading.report.id, flush=True)
print("done", flush=True)
"""
ROOT = Path(__file__).parent.parent.parent


@pytest.mark.slow
def test_killed_at_many_points(tmp_path: Path) -> None:
    ledger = str(tmp_path / "ledger.db")
    told: set[str] = set()
    for lines in (1, 7, 20):
        told |= killed_after(lines, ledger)
        with closing(open_ledger(ledger, clock, create=False)) as store:
            readings = list(store.readings())
            assert told <= {reading.report.id for reading in readings}
            assert all(store.raw(reading.report.raw) == raw_of(reading) for reading in readings)
            assert store.verify_chain() == ()
    with closing(open_ledger(ledger, clock, create=False)) as store:
        for reading in synthetic(REPORTS, claims=5):
            store.add(reading, raw_of(reading), MADE)
        wanted = sorted(synthetic(REPORTS, claims=5), key=lambda reading: reading.report.id)
        assert list(store.readings()) == wanted
        assert store.verify_chain() == ()


def killed_after(lines: int, ledger: str) -> set[str]:
    """Ids that the process told before it was killed."""
    command = [sys.executable, "-c", PROGRAM, ledger, str(REPORTS)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout
        told = {process.stdout.readline().strip() for _ in range(lines)}
        process.kill()
        told |= {line.strip() for line in process.stdout if line.endswith("\n")}
    assert "done" not in told
    return told

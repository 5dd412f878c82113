"""A ledger that is made once and copied: making its tables takes longer than most tests do."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from shutil import copy, copytree

import pytest

from dateline.ledger.opening import open_ledger
from tests.ledger.stores import clock, fill


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with the market bombing and the raid; it is copied, and looked at, and never changed."""
    file = tmp_path_factory.mktemp("filled") / "ledger.db"
    with closing(open_ledger(str(file), clock, create=True)) as opened:
        fill(opened)
    return file


def copied(ledger: Path, file: Path) -> Path:
    """A copy of a ledger that may be changed, with its raw copies."""
    copy(ledger, file)
    copytree(f"{ledger}.raw", f"{file}.raw")
    return file

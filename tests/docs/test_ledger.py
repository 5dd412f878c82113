"""docs/ledger.md names every table and view that a ledger has, and runs what it shows."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from dateline.ledger.opening import open_ledger
from tests.ledger.stores import clock, fill

PAGE = (Path(__file__).parent.parent.parent / "docs" / "ledger.md").read_text(encoding="utf-8")
OWN = {"alembic_version"}
"""Tables that are the migrations' own."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "ledger.db"
    with closing(open_ledger(str(made), clock, create=True)) as store:
        fill(store)
    return made


def test_every_table_and_view_is_described(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        made = connection.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")
        names = {name for (name,) in made} - OWN
    assert names <= set(re.findall(r"^\| `(\w+)` \|", PAGE, re.M))


def test_the_query_shown_runs(file: Path) -> None:
    (query,) = re.findall(r'^sqlite3 ledger\.db "(.+)"$', PAGE, re.M)
    with closing(sqlite3.connect(file)) as connection:
        rows = connection.execute(query).fetchall()
    assert ("2031-05-06", "Velmar", 12, 15, "revised") in rows

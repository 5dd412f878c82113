"""A full disk, a read-only or locked ledger, a server that goes away: told in words, and nothing is lost."""

from __future__ import annotations

import os
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from dateline.errors import LedgerError
from dateline.ledger.opening import open_ledger
from tests.faults.runs import EXAMPLES, dateline, export_hash
from tests.ledger.postgres import binaries, server
from tests.ledger.stores import MADE, clock, raw_of, synthetic

pytestmark = pytest.mark.slow


@contextmanager
def small_disk(folder: Path, size: str) -> Iterator[Path]:
    """A file system in memory of that size; only root can make one."""
    folder.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], capture_output=True, check=False
    )
    if done.returncode:
        pytest.skip("only root may mount a small disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


@pytest.mark.parametrize("size", ["100k", "700k"])
def test_a_full_disk_is_told_and_the_rest_follows(size: str, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", size) as disk:
        ledger = disk / "ledger.db"
        full = dateline("add", *EXAMPLES, "--ledger", ledger, "--workers", "1")
        assert full.returncode == 1
        assert "Traceback" not in full.stderr
        assert any(word in full.stderr for word in ("disk is full", "No space left", "disk I/O error"))
        subprocess.run(["mount", "-o", "remount,size=200m", disk], check=True)
        again = dateline("add", *EXAMPLES, "--ledger", ledger, "--workers", "1")
        assert again.returncode == 0, again.stderr
        assert dateline("doctor", "--ledger", ledger).returncode == 0
        whole = tmp_path / "whole.db"
        assert dateline("add", *EXAMPLES, "--ledger", whole, "--workers", "1").returncode == 0
        assert export_hash(str(ledger)) == export_hash(str(whole))


@pytest.mark.parametrize("command", ["incidents", "doctor", "export"])
def test_a_read_only_ledger_is_read(command: str, tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.db"
    with closing(open_ledger(str(ledger), clock, create=True)) as store:
        for reading in synthetic(3):
            store.add(reading, raw_of(reading), MADE)
    assert dateline("reread", "--ledger", ledger).returncode == 0
    with _read_only(tmp_path):
        done = dateline(command, "--ledger", ledger)
        assert "Traceback" not in done.stderr
        assert done.returncode == 0, done.stderr


def test_a_read_only_ledger_takes_nothing(tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.db"
    open_ledger(str(ledger), clock, create=True).close()
    with _read_only(tmp_path):
        done = dateline("add", *EXAMPLES, "--ledger", ledger, "--workers", "1")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "read" in done.stderr.casefold()


@contextmanager
def _read_only(folder: Path) -> Iterator[None]:
    """Root may write anywhere but on a read-only mount."""
    if os.geteuid() != 0:
        pytest.skip("only root may mount")
    bound = subprocess.run(["mount", "--bind", folder, folder], capture_output=True, check=False)
    if bound.returncode:
        pytest.skip("mounting is not allowed here")
    subprocess.run(["mount", "-o", "remount,ro,bind", folder], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", folder], check=True)


def test_a_locked_ledger_is_told_after_a_while(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = tmp_path / "ledger.db"
    open_ledger(str(ledger), clock, create=True).close()
    monkeypatch.setattr("dateline.ledger.database.LEDGER_WAIT", 1)
    with closing(sqlite3.connect(ledger, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with closing(open_ledger(str(ledger), clock, create=True)) as store:
            (reading,) = synthetic(1)
            with pytest.raises(LedgerError, match="locked"):
                store.add(reading, raw_of(reading), MADE)
        other.execute("ROLLBACK")
    with closing(open_ledger(str(ledger), clock, create=True)) as store:
        assert all(store.add(reading, raw_of(reading), MADE) for reading in synthetic(1))


def test_a_server_that_goes_away_is_told_and_comes_back() -> None:
    programs = binaries()
    if programs is None:
        pytest.skip("PostgreSQL is not installed (apt-get install postgresql)")
    with server(programs) as address:
        where = f"{address}/postgres"
        told = list(synthetic(6))
        with closing(open_ledger(where, clock, create=True)) as store:
            for reading in told[:3]:
                assert store.add(reading, raw_of(reading), MADE)
            _end_connections(where)
            with pytest.raises(LedgerError, match="database failed"):
                store.add(told[3], raw_of(told[3]), MADE)
            for reading in told[3:]:
                assert store.add(reading, raw_of(reading), MADE)
            assert len(list(store.readings())) == 6
            assert store.verify_chain() == ()


def _end_connections(where: str) -> None:
    """What a restart of the server does to those who are connected."""
    import psycopg

    with psycopg.connect(where, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'"
        )

"""Ledgers, codebooks and judgements made by an enemy: refused or unmasked in words."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from dateline.codebook import load_codebook
from dateline.errors import CodebookError, LedgerError
from dateline.ledger.opening import open_ledger
from tests.ledger.stores import clock, fill

Tamper = Callable[[Path], None]


def sql(*statements: str) -> Tamper:
    def tamper(file: Path) -> None:
        with closing(sqlite3.connect(file)) as connection, connection:
            for statement in statements:
                connection.execute(statement)

    return tamper


def truncated(file: Path) -> None:
    data = file.read_bytes()
    file.write_bytes(data[: len(data) // 2])


def damaged(file: Path) -> None:
    data = bytearray(file.read_bytes())
    for page in range(2, len(data) // 4096, 2):
        data[page * 4096 : (page + 1) * 4096] = b"\xa5" * 4096
    file.write_bytes(bytes(data))


REFUSED: dict[str, tuple[Tamper, str]] = {
    "a trigger": (
        sql("CREATE TRIGGER t AFTER INSERT ON readings BEGIN DELETE FROM audit; END"),
        "was tampered with: a trigger t on readings",
    ),
    "a view in a table's place": (
        sql("ALTER TABLE claims RENAME TO old", "CREATE VIEW claims AS SELECT * FROM old WHERE 0"),
        "was tampered with: its claims are a view",
    ),
    "a version of the future": (
        sql("UPDATE alembic_version SET version_num = '9999'"),
        "made by a newer Dateline",
    ),
    "half a file": (truncated, "cannot open the ledger|database disk image is malformed"),
}
UNMASKED: dict[str, tuple[Tamper, str]] = {
    "a record that was changed": (
        sql("UPDATE readings SET record = replace(record, '12', '80')"),
        "was changed after it was added",
    ),
    "an entry that was taken out": (sql("DELETE FROM audit WHERE n = 2"), "is missing"),
    "an entry that was changed": (
        sql("UPDATE audit SET at = '1999-01-01T00:00:00+00:00' WHERE n = 1"),
        "was changed",
    ),
    "a reading without an entry": (
        sql(
            "CREATE TEMP TABLE t AS SELECT * FROM readings LIMIT 1",
            "UPDATE t SET id = 'x', report = 'y'",
            "INSERT INTO readings SELECT * FROM t",
        ),
        "is not in the audit chain",
    ),
}


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    file = tmp_path / "ledger.db"
    with closing(open_ledger(str(file), clock, create=True)) as store:
        fill(store)
    return file


def looked_through(ledger: Path) -> None:
    with closing(open_ledger(str(ledger), clock, create=False)) as store:
        store.export()
        store.verify_chain()


@pytest.mark.parametrize("name", REFUSED)
def test_a_ledger_that_is_refused(name: str, ledger: Path) -> None:
    tamper, told = REFUSED[name]
    tamper(ledger)
    with pytest.raises(LedgerError, match=told):
        looked_through(ledger)


@pytest.mark.parametrize("name", UNMASKED)
def test_a_ledger_that_is_unmasked(name: str, ledger: Path) -> None:
    tamper, told = UNMASKED[name]
    tamper(ledger)
    with closing(open_ledger(str(ledger), clock, create=False)) as store:
        assert any(told in fault for fault in store.verify_chain())


def test_damage_is_told_in_words(ledger: Path) -> None:
    damaged(ledger)
    with pytest.raises(LedgerError):
        looked_through(ledger)


CODEBOOKS: dict[str, tuple[str, str]] = {
    "nested brackets": ("modality.toml", "a = " + "[" * 100_000),
    "a wrong version": ("modality.toml", 'version = "one"'),
    "an unknown pattern": ("boilerplate.toml", "lines = []\npatterns = ['(']\ninline = []"),
    "half a file": ("event_types.toml", '[[type]]\nname = "bomb'),
    "no text": ("modality.toml", "\x00\x01"),
}


@pytest.mark.parametrize("name", CODEBOOKS)
def test_a_codebook_that_is_refused(name: str, tmp_path: Path) -> None:
    file, text = CODEBOOKS[name]
    (tmp_path / file).write_text(text)
    with pytest.raises(CodebookError) as refused:
        load_codebook(tmp_path)
    assert file in str(refused.value)

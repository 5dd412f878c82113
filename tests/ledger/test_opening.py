"""Opening a ledger: what is made, and what is refused in words."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from dateline.errors import LedgerError
from dateline.ledger import audit
from dateline.ledger.opening import open_ledger
from dateline.ledger.records import READING
from dateline.ledger.schema import METADATA
from dateline.model import Maker, Making, Reading
from tests.builders import market_bombing
from tests.ledger.stores import MADE, MAKER, clock, fill


def test_the_migrations_make_the_tables_of_the_schema(tmp_path: Path) -> None:
    open_ledger(str(tmp_path / "ledger.db"), clock, create=True).close()
    engine = create_engine(f"sqlite:///{tmp_path / 'ledger.db'}")
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []
    engine.dispose()


def test_a_file_has_a_write_ahead_log_and_raw_copies_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "ledger.db"
    with closing(open_ledger(str(file), clock, create=True)) as store:
        fill(store)
    kept = [path.relative_to(f"{file}.raw") for path in Path(f"{file}.raw").rglob("*") if path.is_file()]
    digests = {reading.report.raw for reading in store.readings()}
    assert {f"{path.parent}{path.name}" for path in kept} == digests
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


@pytest.mark.parametrize("absent", ["ledger.db", "sqlite:///ledger.db"])
def test_an_absent_ledger_is_made_only_when_asked(
    absent: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(LedgerError, match=r"there is no ledger .*ledger\.db"):
        open_ledger(absent, clock, create=False)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_ledger_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("These are notes, and rather long ones, about this and that. " * 20)
    before = file.read_bytes()
    with pytest.raises(LedgerError, match=r"cannot open the ledger .*notes\.txt: file is not a database"):
        open_ledger(str(file), clock, create=True)
    assert file.read_bytes() == before


def test_a_folder_that_is_absent_is_named(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match=r"cannot open the ledger .*nowhere/ledger\.db: unable to open"):
        open_ledger(str(tmp_path / "nowhere" / "ledger.db"), clock, create=True)


def test_a_newer_ledger_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "ledger.db"
    open_ledger(str(file), clock, create=True).close()
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(LedgerError, match="made by a newer Dateline"):
        open_ledger(str(file), clock, create=True)


@pytest.mark.parametrize("address", ["mysql://user@host/name", "nonsense://x", "://"])
def test_an_address_of_another_kind_is_refused(address: str) -> None:
    with pytest.raises(LedgerError, match="a ledger is a file, or an address that begins with postgresql"):
        open_ledger(address, clock, create=True)


def test_a_password_is_never_shown() -> None:
    with pytest.raises(LedgerError) as refused:
        open_ledger("postgresql://coder:hunter2@127.0.0.1:1/ledger", clock, create=True)
    assert "hunter2" not in str(refused.value)
    assert "127.0.0.1" in str(refused.value)


@pytest.mark.parametrize(
    ("path", "name", "kind"),
    [
        ("news/a.txt", "a.txt", "text"),
        ("news/a.html.gz", "a.html", "html"),
        ("news/many.jsonl:12", "many.jsonl", "jsonl"),
        ("-", "stdin", "text"),
        ("-:3", "stdin", "jsonl"),
    ],
)
def test_a_ledger_from_before_judgements_is_brought_up_to_date(
    tmp_path: Path, path: str, name: str, kind: str
) -> None:
    file = tmp_path / "ledger.db"
    reading = replace(market_bombing().readings[0], statements=(), actors=(), mentions=())
    reading = replace(reading, report=replace(reading.report, path=path), claims=reading.claims[:1])
    _ledger_of_0002(file, reading)
    with closing(open_ledger(str(file), clock, create=False)) as store:
        kept = store.kept(reading.report.id)
        assert kept
        assert kept.making == Making(name, kind, Maker("", ""))
        assert store.outdated(MAKER) == (reading.report.id,)
        assert store.verify_chain() == ()
        assert store.reread(reading, MADE)
        assert store.outdated(MAKER) == ()
        assert store.verify_chain() == ()


def _ledger_of_0002(file: Path, reading: Reading) -> None:
    """A ledger as the second migration left it, with one reading as it was kept then."""
    config = Config()
    config.set_main_option("script_location", "dateline.ledger:migrations")
    engine = create_engine(f"sqlite:///{file}")
    report, record = reading.report, READING.write(reading)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0002")
        rows = {
            "raw_copies (hash, size)": (report.raw, 1),
            "readings (id, report, raw, record)": ("reading-1", report.id, report.raw, record),
            "reports (id, key, path, raw, language, copy_group, text)": (
                *(report.id, report.key, report.path, report.raw),
                *(report.language, report.copy_group, report.text),
            ),
        }
        for into, values in rows.items():
            marks = ", ".join("?" * len(values))
            connection.exec_driver_sql(f"INSERT INTO {into} VALUES ({marks})", values)
        audit.append(connection, clock(), "read", "reading-1", record)
    engine.dispose()

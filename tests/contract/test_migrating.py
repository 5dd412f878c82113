"""A ledger of every released schema is brought up to date: it verifies, and its incidents stay the same."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from shutil import copytree

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, MetaData, Table, create_engine, insert, select, update

from dateline.keeping.examining import examine
from dateline.keeping.settling import settle
from dateline.keeping.verifying import verify
from dateline.ledger import Store, audit
from dateline.ledger.opening import DRIVERS, MIGRATIONS, open_ledger
from dateline.settings import Settings
from tests.contract.conftest import Where
from tests.ledger.stores import MADE, clock, pair_of, raw_of, tellings

CONFIG = Config()
CONFIG.set_main_option("script_location", MIGRATIONS)
RELEASED = tuple(sorted(each.revision for each in ScriptDirectory.from_config(CONFIG).walk_revisions()))
MAKINGS_SINCE, JUDGEMENTS_SINCE = "0003", "0003"
SETTINGS = Settings(workers=1)


@pytest.fixture
def newest(tmp_path: Path) -> Iterator[Store]:
    """A ledger of the present schema: three reports, of which two were judged to tell of one occurrence."""
    with closing(open_ledger(str(tmp_path / "newest.db"), clock, create=True)) as store:
        readings = list(tellings(3))
        for reading in readings:
            assert store.add(reading, raw_of(reading), MADE)
        left, right = pair_of(readings[:2])
        store.judge("same", (left, right), "Ana", "one bomb", store.head())
        settle(store, SETTINGS)
        yield store


def test_every_schema_is_known() -> None:
    assert RELEASED[0] == "0001"
    assert list(RELEASED) == [f"{n:04}" for n in range(1, len(RELEASED) + 1)]


@pytest.mark.slow
@pytest.mark.parametrize("revision", RELEASED)
@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_a_ledger_of_every_schema_migrates_and_verifies(
    kind: str, revision: str, newest: Store, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    make: Where | None = request.getfixturevalue("postgres") if kind == "postgresql" else None
    where = make() if make else f"sqlite:///{tmp_path / 'older.db'}"
    _as_left_by(revision, tmp_path / "newest.db", where)
    with closing(open_ledger(where, clock, create=False)) as store:
        assert store.verify_chain() == ()
        settle(store, SETTINGS)
        assert list(examine(store)) == []
        assert [each.problem for each in verify(store, SETTINGS)] == [
            each.problem for each in verify(newest, SETTINGS)
        ]
        kept, wanted = store.export(), newest.export()
        assert kept.readings == wanted.readings
        if revision >= JUDGEMENTS_SINCE:
            assert kept.judgements == wanted.judgements
            assert kept.incidents == wanted.incidents
        else:
            assert len(kept.incidents) == len(kept.readings)


def _as_left_by(revision: str, source: Path, where: str) -> None:
    """What ``source`` holds, in the tables of an older schema, as the Dateline of that time kept it."""
    scheme, rest = where.split("://", 1)
    old, new = (
        create_engine(f"{DRIVERS[scheme.split('+')[0]]}://{rest}"),
        create_engine(f"sqlite:///{source}"),
    )
    try:
        with old.begin() as to, new.connect() as held:
            CONFIG.attributes["connection"] = to
            command.upgrade(CONFIG, revision)
            _copy(held, to, revision, source)
    finally:
        _dispose(old, new)


def _copy(held: Connection, to: Connection, revision: str, source: Path) -> None:
    """Copy every row and column that the older schema has; without makings, a reading is sealed by itself."""
    now, then = MetaData(), MetaData()
    now.reflect(held)
    then.reflect(to)
    for table in then.sorted_tables:
        name = table.name
        if name in ("alembic_version", "judgements") or (name == "audit" and revision < MAKINGS_SINCE):
            continue
        _rows(held, to, now.tables[name], table)
    if revision >= JUDGEMENTS_SINCE:
        _rows(held, to, now.tables["judgements"], then.tables["judgements"])
    _raw_copies(Path(f"{source}.raw"), to, then.tables["raw_copies"])
    if revision < MAKINGS_SINCE:
        for row in held.execute(select(now.tables["readings"])).mappings():
            audit.append(to, clock(), "read", row["id"], row["record"])


def _rows(held: Connection, to: Connection, source: Table, table: Table) -> None:
    shared = [column.name for column in table.columns if column.name in source.columns]
    for row in held.execute(select(*(source.c[name] for name in shared))).mappings():
        to.execute(insert(table), dict(row))


def _raw_copies(folder: Path, to: Connection, table: Table) -> None:
    """A ledger in a file has its raw copies in a folder beside it, one in PostgreSQL in its table."""
    if to.engine.url.database and to.dialect.name == "sqlite":
        copytree(folder, f"{to.engine.url.database}.raw")
        return
    for file in folder.rglob("*/*"):
        digest = f"{file.parent.name}{file.name}"
        to.execute(update(table).where(table.c.hash == digest).values(data=file.read_bytes()))


def _dispose(*engines: Engine) -> None:
    for engine in engines:
        engine.dispose()

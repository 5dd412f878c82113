"""The tables of what is kept: raw copies, readings, quarantined, judgements, removals, their audit chain.

A kept row is never deleted, only superseded.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    text,
)

from dateline.ledger.columns import decided_columns, int_column, made_columns, superseded_columns, text_column

METADATA = MetaData()
CURRENT = text("superseded_why IS NULL")

raw_copies = Table(
    "raw_copies",
    METADATA,
    Column("hash", Text, primary_key=True),
    int_column("size"),
    Column("data", LargeBinary),  # null where the bytes are in the folder beside the file
)

readings = Table(
    "readings",
    METADATA,
    Column("id", Text, primary_key=True),
    text_column("report"),
    Column("raw", ForeignKey("raw_copies.hash"), nullable=False),
    *made_columns("name", "kind", "version", "codebook"),
    text_column("record"),
    *superseded_columns(),
)
Index("readings_current", readings.c.report, unique=True, sqlite_where=CURRENT, postgresql_where=CURRENT)
Index(
    "readings_makers",
    readings.c.version,
    readings.c.codebook,
    readings.c.report,
    sqlite_where=CURRENT,
    postgresql_where=CURRENT,
)

quarantined = Table(
    "quarantined",
    METADATA,
    Column("id", Text, primary_key=True),
    text_column("path"),
    text_column("reason"),
    Column("raw", Text),
    text_column("record"),
    *superseded_columns(),
)

judgements = Table(
    "judgements",
    METADATA,
    Column("id", Text, primary_key=True),
    text_column("verdict"),
    text_column("event"),
    text_column("other_event"),
    *decided_columns(),
    text_column("record"),
    *superseded_columns(),
)

value_judgements = Table(
    "value_judgements",
    METADATA,
    Column("id", Text, primary_key=True),
    text_column("verdict"),
    text_column("claim"),
    Column("report", Text, nullable=False, index=True),
    text_column("field"),
    *decided_columns(),
    text_column("record"),
    *superseded_columns(),
)

removals = Table(
    "removals",
    METADATA,
    Column("id", Text, primary_key=True),
    text_column("report"),
    *decided_columns(),
    text_column("record"),
    *superseded_columns(),
)

audit = Table(
    "audit",
    METADATA,
    Column("n", Integer, primary_key=True, autoincrement=False),
    text_column("at"),
    text_column("action"),
    Column("record", Text, nullable=False, index=True),
    text_column("payload"),
    text_column("previous"),
    Column("hash", Text, nullable=False, unique=True),
)

settled = Table(
    "settled", METADATA, Column("head", Text, primary_key=True), *made_columns("version", "codebook")
)

bookmarks = Table(
    "bookmarks",
    METADATA,
    Column("file", Text, primary_key=True),
    *made_columns("run"),
    text_column("identity"),
    int_column("number"),
    Column("offset", BigInteger),
    text_column("raw"),
    Column("finished", Boolean, nullable=False),
)
"""How far an adding that was interrupted went through its files; empty while none is."""

"""Judgements with their events, removals, and how every reading came about.

Revision ID: 0003
"""

from __future__ import annotations

import re
from pathlib import PurePath

from alembic import op
from sqlalchemy import Column, Integer, PrimaryKeyConstraint, Text, UniqueConstraint, text

revision = "0003"
down_revision = "0002"

LINE = re.compile(r":\d+$")
"""What follows the file's name where the input was a line of JSON Lines."""

PAGE = re.compile(r"\.x?html?$", re.IGNORECASE)


def upgrade() -> None:
    """Make the tables and columns; nothing had written judgements before."""
    op.drop_table("judgements")
    op.create_table(
        "judgements",
        Column("id", Text, nullable=False),
        Column("number", Integer, nullable=False),
        Column("verdict", Text, nullable=False),
        Column("event", Text, nullable=False),
        Column("other_event", Text, nullable=False),
        Column("judge", Text, nullable=False),
        Column("why", Text, nullable=False),
        Column("at", Text, nullable=False),
        Column("undoes", Text),
        Column("record", Text, nullable=False),
        Column("superseded_by", Text),
        Column("superseded_why", Text),
        PrimaryKeyConstraint("id"),
        UniqueConstraint("number"),
    )
    op.create_table(
        "removals",
        Column("id", Text, nullable=False),
        Column("number", Integer, nullable=False),
        Column("report", Text, nullable=False),
        Column("judge", Text, nullable=False),
        Column("why", Text, nullable=False),
        Column("at", Text, nullable=False),
        Column("undoes", Text),
        Column("record", Text, nullable=False),
        Column("superseded_by", Text),
        Column("superseded_why", Text),
        PrimaryKeyConstraint("id"),
        UniqueConstraint("number"),
    )
    for name in ("name", "kind", "version", "codebook"):
        op.add_column("readings", Column(name, Text, nullable=False, server_default=""))
    for name in ("version", "codebook"):
        op.add_column("settled", Column(name, Text, nullable=False, server_default=""))
    current = text("superseded_why IS NULL")
    makers = ["version", "codebook", "report"]
    op.create_index("readings_makers", "readings", makers, sqlite_where=current, postgresql_where=current)
    op.create_index(op.f("ix_audit_record"), "audit", ["record"])
    op.create_index(op.f("ix_claims_event"), "claims", ["event"])
    _name_inputs()


def _name_inputs() -> None:
    """Work out the inputs of readings made before they were kept; who made those stays unknown."""
    connection = op.get_bind()
    rows = connection.execute(text("SELECT id, path FROM reports"))
    for report, path in rows.all():
        file = PurePath(LINE.sub("", path)).name.removesuffix(".gz")
        values = {
            "report": report,
            "name": "stdin" if file == "-" else file,
            "kind": "jsonl" if LINE.search(path) else "html" if PAGE.search(file) else "text",
        }
        connection.execute(
            text("UPDATE readings SET name = :name, kind = :kind WHERE report = :report"), values
        )

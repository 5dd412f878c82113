"""Judgements on the values of claims.

Revision ID: 0006
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, Integer, PrimaryKeyConstraint, Text, UniqueConstraint

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the table; it is kept for good."""
    op.create_table(
        "value_judgements",
        Column("id", Text, nullable=False),
        Column("verdict", Text, nullable=False),
        Column("claim", Text, nullable=False),
        Column("report", Text, nullable=False),
        Column("field", Text, nullable=False),
        Column("number", Integer, nullable=False),
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
    op.create_index(op.f("ix_value_judgements_report"), "value_judgements", ["report"])

"""How far an adding that was interrupted went through its files.

Revision ID: 0005
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import BigInteger, Boolean, Column, Integer, PrimaryKeyConstraint, Text

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Nothing was interrupted yet."""
    op.create_table(
        "bookmarks",
        Column("file", Text, nullable=False),
        Column("run", Text, nullable=False, server_default=""),
        Column("identity", Text, nullable=False),
        Column("number", Integer, nullable=False),
        Column("offset", BigInteger, nullable=True),
        Column("raw", Text, nullable=False),
        Column("finished", Boolean, nullable=False),
        PrimaryKeyConstraint("file"),
    )

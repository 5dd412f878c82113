"""What linking keeps: the views of events, and what each incident was made from.

Revision ID: 0004
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, ForeignKeyConstraint, PrimaryKeyConstraint, Text

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Both are drawn: the next command that links fills them."""
    op.create_table(
        "linkable",
        Column("report", Text, nullable=False),
        Column("origin", Text, nullable=False),
        Column("record", Text, nullable=False),
        ForeignKeyConstraint(["report"], ["reports.id"]),
        PrimaryKeyConstraint("report"),
    )
    op.execute("DELETE FROM settled")  # else nothing would link a ledger that has not grown since
    op.add_column("incidents", Column("origin", Text, nullable=False, server_default=""))

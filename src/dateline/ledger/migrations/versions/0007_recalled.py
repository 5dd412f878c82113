"""What linking recalls: where events stand, and what was compared and joined.

Revision ID: 0007
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, LargeBinary, PrimaryKeyConstraint, Text

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Both are drawn: the next command that links fills them."""
    op.execute("DELETE FROM settled")  # else nothing would link a ledger that has not grown since
    op.execute("DELETE FROM linkable")
    op.add_column("linkable", Column("footprints", Text, nullable=False, server_default=""))
    op.create_table(
        "recalled",
        Column("kind", Text, nullable=False),
        Column("digest", Text, nullable=False),
        Column("data", LargeBinary, nullable=False),
        PrimaryKeyConstraint("kind", "digest"),
    )

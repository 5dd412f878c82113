"""The first tables.

Revision ID: 0001
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKeyConstraint,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Text,
    UniqueConstraint,
    text,
)

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "audit",
        Column("n", Integer, autoincrement=False, nullable=False),
        Column("at", Text, nullable=False),
        Column("action", Text, nullable=False),
        Column("record", Text, nullable=False),
        Column("payload", Text, nullable=False),
        Column("previous", Text, nullable=False),
        Column("hash", Text, nullable=False),
        PrimaryKeyConstraint("n"),
        UniqueConstraint("hash"),
    )
    op.create_table(
        "incidents",
        Column("id", Text, nullable=False),
        Column("type", Text, nullable=False),
        Column("starts", Date),
        Column("ends", Date),
        Column("time_precision", Text),
        Column("place", Text),
        Column("lat", Float),
        Column("lon", Float),
        Column("country", Text),
        Column("admin1", Text),
        Column("place_precision", Text),
        Column("radius_km", Float),
        Column("actors", Text, nullable=False),
        Column("targets", Text, nullable=False),
        Column("weapons", Text, nullable=False),
        Column("reports", Integer, nullable=False),
        Column("acled_event_type", Text),
        Column("acled_sub_event_type", Text),
        Column("ucdp", Text),
        Column("plover", Text),
        Column("record", Text, nullable=False),
        Column("digest", Text, nullable=False),
        PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "judgements",
        Column("id", Text, nullable=False),
        Column("verdict", Text, nullable=False),
        Column("event", Text, nullable=False),
        Column("other_event", Text, nullable=False),
        Column("judge", Text, nullable=False),
        Column("why", Text, nullable=False),
        Column("record", Text, nullable=False),
        Column("superseded_by", Text),
        Column("superseded_why", Text),
        PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "quarantined",
        Column("id", Text, nullable=False),
        Column("path", Text, nullable=False),
        Column("reason", Text, nullable=False),
        Column("raw", Text),
        Column("record", Text, nullable=False),
        Column("superseded_by", Text),
        Column("superseded_why", Text),
        PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "raw_copies",
        Column("hash", Text, nullable=False),
        Column("size", Integer, nullable=False),
        Column("data", LargeBinary),
        PrimaryKeyConstraint("hash"),
    )
    op.create_table(
        "reports",
        Column("id", Text, nullable=False),
        Column("key", Text, nullable=False),
        Column("path", Text, nullable=False),
        Column("raw", Text, nullable=False),
        Column("publisher", Text),
        Column("title", Text),
        Column("published", Date),
        Column("published_from", Text),
        Column("dateline", Text),
        Column("place", Text),
        Column("lat", Float),
        Column("lon", Float),
        Column("country", Text),
        Column("admin1", Text),
        Column("place_precision", Text),
        Column("language", Text, nullable=False),
        Column("copy_group", Text, nullable=False),
        Column("text", Text, nullable=False),
        PrimaryKeyConstraint("id"),
    )
    op.create_table("settled", Column("head", Text, nullable=False), PrimaryKeyConstraint("head"))
    op.create_table(
        "actors",
        Column("id", Text, nullable=False),
        Column("report", Text, nullable=False),
        Column("position", Integer, nullable=False),
        Column("name", Text, nullable=False),
        Column("kind", Text, nullable=False),
        Column("country", Text),
        Column("role", Text),
        Column("namings", Integer, nullable=False),
        ForeignKeyConstraint(
            ["report"],
            ["reports.id"],
        ),
        PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_actors_report"), "actors", ["report"], unique=False)
    op.create_table(
        "claims",
        Column("id", Text, nullable=False),
        Column("report", Text, nullable=False),
        Column("position", Integer, nullable=False),
        Column("event", Text, nullable=False),
        Column("field", Text, nullable=False),
        Column("value", Text),
        Column("low", BigInteger),
        Column("high", BigInteger),
        Column("qualifier", Text),
        Column("what", Text),
        Column("how", Text),
        Column("value_kind", Text),
        Column("value_country", Text),
        Column("value_text", Text, nullable=False),
        Column("group_name", Text),
        Column("place", Text),
        Column("lat", Float),
        Column("lon", Float),
        Column("country", Text),
        Column("admin1", Text),
        Column("place_precision", Text),
        Column("starts", Date),
        Column("ends", Date),
        Column("time_precision", Text),
        Column("source", Text, nullable=False),
        Column("source_kind", Text, nullable=False),
        Column("source_country", Text),
        Column("source_role", Text),
        Column("source_named", Boolean, nullable=False),
        Column("own_voice", Boolean, nullable=False),
        Column("via", Text),
        Column("modality", Text, nullable=False),
        Column("quote", Text, nullable=False),
        Column("span_start", Integer, nullable=False),
        Column("span_end", Integer, nullable=False),
        Column("value_start", Integer),
        Column("value_end", Integer),
        Column("rule", Text, nullable=False),
        ForeignKeyConstraint(
            ["report"],
            ["reports.id"],
        ),
        PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_claims_report"), "claims", ["report"], unique=False)
    op.create_table(
        "incident_fields",
        Column("incident", Text, nullable=False),
        Column("field", Text, nullable=False),
        Column("low", BigInteger),
        Column("best", BigInteger),
        Column("high", BigInteger),
        Column("status", Text, nullable=False),
        Column("why", Text, nullable=False),
        ForeignKeyConstraint(["incident"], ["incidents.id"], ondelete="CASCADE"),
        PrimaryKeyConstraint("incident", "field"),
    )
    op.create_table(
        "mentions",
        Column("report", Text, nullable=False),
        Column("position", Integer, nullable=False),
        Column("kind", Text, nullable=False),
        Column("span_start", Integer, nullable=False),
        Column("span_end", Integer, nullable=False),
        Column("words", Text, nullable=False),
        Column("value", Text),
        Column("low", BigInteger),
        Column("high", BigInteger),
        Column("place", Text),
        Column("lat", Float),
        Column("lon", Float),
        Column("country", Text),
        Column("admin1", Text),
        Column("place_precision", Text),
        Column("starts", Date),
        Column("ends", Date),
        Column("time_precision", Text),
        ForeignKeyConstraint(
            ["report"],
            ["reports.id"],
        ),
        PrimaryKeyConstraint("report", "position"),
    )
    op.create_table(
        "readings",
        Column("id", Text, nullable=False),
        Column("report", Text, nullable=False),
        Column("raw", Text, nullable=False),
        Column("record", Text, nullable=False),
        Column("superseded_by", Text),
        Column("superseded_why", Text),
        ForeignKeyConstraint(
            ["raw"],
            ["raw_copies.hash"],
        ),
        PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "readings_current",
        "readings",
        ["report"],
        unique=True,
        sqlite_where=text("superseded_why IS NULL"),
        postgresql_where=text("superseded_why IS NULL"),
    )
    op.create_table(
        "statements",
        Column("id", Text, nullable=False),
        Column("report", Text, nullable=False),
        Column("position", Integer, nullable=False),
        Column("kind", Text, nullable=False),
        Column("speaker", Text),
        Column("speaker_kind", Text),
        Column("speaker_role", Text),
        Column("speaker_country", Text),
        Column("addressee", Text),
        Column("addressee_kind", Text),
        Column("text", Text, nullable=False),
        Column("medium", Text),
        Column("starts", Date),
        Column("ends", Date),
        Column("time_precision", Text),
        Column("span_start", Integer),
        Column("span_end", Integer),
        ForeignKeyConstraint(
            ["report"],
            ["reports.id"],
        ),
        PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_statements_report"), "statements", ["report"], unique=False)
    op.create_table(
        "incident_claims",
        Column("incident", Text, nullable=False),
        Column("claim", Text, nullable=False),
        ForeignKeyConstraint(
            ["claim"],
            ["claims.id"],
        ),
        ForeignKeyConstraint(["incident"], ["incidents.id"], ondelete="CASCADE"),
        PrimaryKeyConstraint("incident", "claim"),
    )
    op.create_index(op.f("ix_incident_claims_claim"), "incident_claims", ["claim"], unique=False)
    op.create_table(
        "statement_claims",
        Column("statement", Text, nullable=False),
        Column("claim", Text, nullable=False),
        ForeignKeyConstraint(
            ["claim"],
            ["claims.id"],
        ),
        ForeignKeyConstraint(
            ["statement"],
            ["statements.id"],
        ),
        PrimaryKeyConstraint("statement", "claim"),
    )

"""The tables of what is drawn from the records for people to query, and what linking remembers.

All of it can be drawn again at any time.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    Table,
    Text,
)

from dateline.ledger.columns import (
    int_column,
    made_columns,
    of_report_columns,
    place_columns,
    text_column,
    when_columns,
)
from dateline.ledger.kept import METADATA

reports = Table(
    "reports",
    METADATA,
    Column("id", Text, primary_key=True),
    text_column("key"),
    text_column("path"),
    text_column("raw"),
    Column("publisher", Text),
    Column("title", Text),
    Column("published", Date),
    Column("published_from", Text),
    Column("dateline", Text),
    *place_columns(),
    text_column("language"),
    text_column("copy_group"),
    text_column("text"),
)

claims = Table(
    "claims",
    METADATA,
    Column("id", Text, primary_key=True),
    *of_report_columns(),
    Column("event", Text, nullable=False, index=True),
    text_column("field"),
    Column("value", Text),
    Column("low", BigInteger),
    Column("high", BigInteger),
    Column("qualifier", Text),
    Column("what", Text),
    Column("how", Text),
    Column("value_kind", Text),
    Column("value_country", Text),
    text_column("value_text"),
    Column("group_name", Text),
    *place_columns(),
    *when_columns(),
    text_column("source"),
    text_column("source_kind"),
    Column("source_country", Text),
    Column("source_role", Text),
    Column("source_named", Boolean, nullable=False),
    Column("own_voice", Boolean, nullable=False),
    Column("via", Text),
    text_column("modality"),
    text_column("quote"),
    int_column("span_start"),
    int_column("span_end"),
    Column("value_start", Integer),
    Column("value_end", Integer),
    text_column("rule"),
)

statements = Table(
    "statements",
    METADATA,
    Column("id", Text, primary_key=True),
    *of_report_columns(),
    text_column("kind"),
    Column("speaker", Text),
    Column("speaker_kind", Text),
    Column("speaker_role", Text),
    Column("speaker_country", Text),
    Column("addressee", Text),
    Column("addressee_kind", Text),
    text_column("text"),
    Column("medium", Text),
    *when_columns(),
    Column("span_start", Integer),
    Column("span_end", Integer),
)

statement_claims = Table(
    "statement_claims",
    METADATA,
    Column("statement", ForeignKey("statements.id"), primary_key=True),
    Column("claim", ForeignKey("claims.id"), primary_key=True),
)

actors = Table(
    "actors",
    METADATA,
    Column("id", Text, primary_key=True),
    *of_report_columns(),
    text_column("name"),
    text_column("kind"),
    Column("country", Text),
    Column("role", Text),
    int_column("namings"),
)

mentions = Table(
    "mentions",
    METADATA,
    Column("report", ForeignKey("reports.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    text_column("kind"),
    int_column("span_start"),
    int_column("span_end"),
    text_column("words"),
    Column("value", Text),
    Column("low", BigInteger),
    Column("high", BigInteger),
    *place_columns(),
    *when_columns(),
)

incidents = Table(
    "incidents",
    METADATA,
    Column("id", Text, primary_key=True),
    text_column("type"),
    *when_columns(),
    *place_columns(),
    Column("radius_km", Float),
    text_column("actors"),
    text_column("targets"),
    text_column("weapons"),
    int_column("reports"),
    Column("acled_event_type", Text),
    Column("acled_sub_event_type", Text),
    Column("ucdp", Text),
    Column("plover", Text),
    text_column("record"),
    text_column("digest"),
    *made_columns("origin"),
)

linkable = Table(
    "linkable",
    METADATA,
    Column("report", ForeignKey("reports.id"), primary_key=True),
    text_column("origin"),
    text_column("record"),
    *made_columns("footprints"),
)

recalled = Table(
    "recalled",
    METADATA,
    Column("kind", Text, primary_key=True),
    Column("digest", Text, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)
"""What was compared and joined, by what decided it: the next linking need not do it again."""

_INCIDENT = "incidents.id"

incident_fields = Table(
    "incident_fields",
    METADATA,
    Column("incident", ForeignKey(_INCIDENT, ondelete="CASCADE"), primary_key=True),
    Column("field", Text, primary_key=True),
    Column("low", BigInteger),
    Column("best", BigInteger),
    Column("high", BigInteger),
    text_column("status"),
    text_column("why"),
)

incident_claims = Table(
    "incident_claims",
    METADATA,
    Column("incident", ForeignKey(_INCIDENT, ondelete="CASCADE"), primary_key=True),
    Column("claim", ForeignKey("claims.id"), primary_key=True, index=True),
)

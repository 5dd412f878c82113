"""The tables. What is kept: raw copies, readings, quarantined, judgements, removals, their audit chain.

What is drawn from the records for people to query (reports, claims, statements, actors, mentions,
incidents) can be drawn again at any time. A kept row is never deleted, only superseded.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    text,
)

from dateline.ledger.columns import (
    decided_columns,
    int_column,
    made_columns,
    of_report_columns,
    place_columns,
    superseded_columns,
    text_column,
    when_columns,
)

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

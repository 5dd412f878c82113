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

METADATA = MetaData()
CURRENT = text("superseded_why IS NULL")


def _superseded() -> tuple[Column[str], Column[str]]:
    """By which record, null for none in its place; and why, null while the row is current."""
    return Column("superseded_by", Text), Column("superseded_why", Text)


def _of_report() -> tuple[Column[str], Column[int]]:
    """The report that a drawn row belongs to, and its place in the report's order."""
    return Column("report", ForeignKey("reports.id"), nullable=False, index=True), _int("position")


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _made(*names: str) -> tuple[Column[str], ...]:
    """How a row came about; empty where an older Dateline did not keep it."""
    return tuple(Column(name, Text, nullable=False, server_default="") for name in names)


def _decided() -> tuple[Column[str] | Column[int], ...]:
    """Who decided it, why and when (UTC), and the id of the entry that it takes back."""
    return (
        Column("number", Integer, nullable=False, unique=True),
        _text("judge"),
        _text("why"),
        _text("at"),
        Column("undoes", Text),
    )


def _int(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


def _place() -> tuple[Column[str], Column[float], Column[float], Column[str], Column[str], Column[str]]:
    """Where: WGS 84 degrees; ``country`` is ISO 3166-1 alpha-2."""
    return (
        Column("place", Text),
        Column("lat", Float),
        Column("lon", Float),
        Column("country", Text),
        Column("admin1", Text),
        Column("place_precision", Text),
    )


def _when() -> tuple[Column[object], Column[object], Column[str]]:
    """First and last day."""
    return Column("starts", Date), Column("ends", Date), Column("time_precision", Text)


raw_copies = Table(
    "raw_copies",
    METADATA,
    Column("hash", Text, primary_key=True),
    _int("size"),
    Column("data", LargeBinary),  # null where the bytes are in the folder beside the file
)

readings = Table(
    "readings",
    METADATA,
    Column("id", Text, primary_key=True),
    _text("report"),
    Column("raw", ForeignKey("raw_copies.hash"), nullable=False),
    *_made("name", "kind", "version", "codebook"),
    _text("record"),
    *_superseded(),
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
    _text("path"),
    _text("reason"),
    Column("raw", Text),
    _text("record"),
    *_superseded(),
)

judgements = Table(
    "judgements",
    METADATA,
    Column("id", Text, primary_key=True),
    _text("verdict"),
    _text("event"),
    _text("other_event"),
    *_decided(),
    _text("record"),
    *_superseded(),
)

removals = Table(
    "removals",
    METADATA,
    Column("id", Text, primary_key=True),
    _text("report"),
    *_decided(),
    _text("record"),
    *_superseded(),
)

audit = Table(
    "audit",
    METADATA,
    Column("n", Integer, primary_key=True, autoincrement=False),
    _text("at"),
    _text("action"),
    Column("record", Text, nullable=False, index=True),
    _text("payload"),
    _text("previous"),
    Column("hash", Text, nullable=False, unique=True),
)

settled = Table("settled", METADATA, Column("head", Text, primary_key=True), *_made("version", "codebook"))

reports = Table(
    "reports",
    METADATA,
    Column("id", Text, primary_key=True),
    _text("key"),
    _text("path"),
    _text("raw"),
    Column("publisher", Text),
    Column("title", Text),
    Column("published", Date),
    Column("published_from", Text),
    Column("dateline", Text),
    *_place(),
    _text("language"),
    _text("copy_group"),
    _text("text"),
)

claims = Table(
    "claims",
    METADATA,
    Column("id", Text, primary_key=True),
    *_of_report(),
    Column("event", Text, nullable=False, index=True),
    _text("field"),
    Column("value", Text),
    Column("low", BigInteger),
    Column("high", BigInteger),
    Column("qualifier", Text),
    Column("what", Text),
    Column("how", Text),
    Column("value_kind", Text),
    Column("value_country", Text),
    _text("value_text"),
    Column("group_name", Text),
    *_place(),
    *_when(),
    _text("source"),
    _text("source_kind"),
    Column("source_country", Text),
    Column("source_role", Text),
    Column("source_named", Boolean, nullable=False),
    Column("own_voice", Boolean, nullable=False),
    Column("via", Text),
    _text("modality"),
    _text("quote"),
    _int("span_start"),
    _int("span_end"),
    Column("value_start", Integer),
    Column("value_end", Integer),
    _text("rule"),
)

statements = Table(
    "statements",
    METADATA,
    Column("id", Text, primary_key=True),
    *_of_report(),
    _text("kind"),
    Column("speaker", Text),
    Column("speaker_kind", Text),
    Column("speaker_role", Text),
    Column("speaker_country", Text),
    Column("addressee", Text),
    Column("addressee_kind", Text),
    _text("text"),
    Column("medium", Text),
    *_when(),
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
    *_of_report(),
    _text("name"),
    _text("kind"),
    Column("country", Text),
    Column("role", Text),
    _int("namings"),
)

mentions = Table(
    "mentions",
    METADATA,
    Column("report", ForeignKey("reports.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    _text("kind"),
    _int("span_start"),
    _int("span_end"),
    _text("words"),
    Column("value", Text),
    Column("low", BigInteger),
    Column("high", BigInteger),
    *_place(),
    *_when(),
)

incidents = Table(
    "incidents",
    METADATA,
    Column("id", Text, primary_key=True),
    _text("type"),
    *_when(),
    *_place(),
    Column("radius_km", Float),
    _text("actors"),
    _text("targets"),
    _text("weapons"),
    _int("reports"),
    Column("acled_event_type", Text),
    Column("acled_sub_event_type", Text),
    Column("ucdp", Text),
    Column("plover", Text),
    _text("record"),
    _text("digest"),
)

_INCIDENT = "incidents.id"

incident_fields = Table(
    "incident_fields",
    METADATA,
    Column("incident", ForeignKey(_INCIDENT, ondelete="CASCADE"), primary_key=True),
    Column("field", Text, primary_key=True),
    Column("low", BigInteger),
    Column("best", BigInteger),
    Column("high", BigInteger),
    _text("status"),
    _text("why"),
)

incident_claims = Table(
    "incident_claims",
    METADATA,
    Column("incident", ForeignKey(_INCIDENT, ondelete="CASCADE"), primary_key=True),
    Column("claim", ForeignKey("claims.id"), primary_key=True, index=True),
)

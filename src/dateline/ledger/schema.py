"""All tables: what is kept, and what can be drawn from it again at any time."""

from __future__ import annotations

from dateline.ledger.kept import (
    METADATA,
    audit,
    bookmarks,
    judgements,
    quarantined,
    raw_copies,
    readings,
    removals,
    settled,
    value_judgements,
)
from dateline.ledger.tables import (
    actors,
    claims,
    incident_claims,
    incident_fields,
    incidents,
    linkable,
    mentions,
    recalled,
    reports,
    statement_claims,
    statements,
)

__all__ = [
    "METADATA",
    "actors",
    "audit",
    "bookmarks",
    "claims",
    "incident_claims",
    "incident_fields",
    "incidents",
    "judgements",
    "linkable",
    "mentions",
    "quarantined",
    "raw_copies",
    "readings",
    "recalled",
    "removals",
    "reports",
    "settled",
    "statement_claims",
    "statements",
    "value_judgements",
]

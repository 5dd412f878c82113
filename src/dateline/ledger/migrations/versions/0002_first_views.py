"""The views that people open.

Revision ID: 0002
"""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"

REPORT_VIEW = """
SELECT r.id, r.key, r.path, r.publisher, r.title, r.published, r.published_from, r.place, r.lat, r.lon,
    r.country, r.language, r.copy_group, r.raw,
    (SELECT count(*) FROM claims c WHERE c.report = r.id) AS claims,
    (SELECT count(*) FROM statements s WHERE s.report = r.id) AS statements,
    r.text
FROM reports r
"""

CLAIM_VIEW = """
SELECT c.id, i.incident, c.field, c.value, c.low, c.high, c.qualifier, c.what, c.how, c.group_name,
    c.value_text, c.modality, c.source, c.source_kind, c.source_country, c.source_named, c.own_voice, c.via,
    c.place, c.lat, c.lon, c.country, c.admin1, c.place_precision, c.starts, c.ends, c.time_precision,
    c.quote, c.span_start, c.span_end, c.rule, c.event, c.report, r.publisher, r.published, r.path
FROM claims c
JOIN reports r ON r.id = c.report
LEFT JOIN incident_claims i ON i.claim = c.id
"""

STATEMENT_VIEW = """
SELECT s.id, s.kind, s.speaker, s.speaker_kind, s.speaker_role, s.speaker_country, s.addressee, s.text,
    s.medium, s.starts, s.ends, s.time_precision, s.span_start, s.span_end,
    (SELECT count(*) FROM statement_claims c WHERE c.statement = s.id) AS claims,
    s.report, r.publisher, r.published, r.path
FROM statements s
JOIN reports r ON r.id = s.report
"""

INCIDENT_VIEW = """
SELECT i.id, i.type, i.starts, i.ends, i.time_precision, i.place, i.lat, i.lon, i.radius_km, i.country,
    i.admin1, i.place_precision, i.actors, i.targets, i.weapons,
    k.low AS killed_low, k.best AS killed_best, k.high AS killed_high, k.status AS killed_status,
    j.low AS injured_low, j.best AS injured_best, j.high AS injured_high, j.status AS injured_status,
    i.reports, (SELECT count(*) FROM incident_claims c WHERE c.incident = i.id) AS claims,
    i.acled_event_type, i.acled_sub_event_type, i.ucdp, i.plover
FROM incidents i
LEFT JOIN incident_fields k ON k.incident = i.id AND k.field = 'killed'
LEFT JOIN incident_fields j ON j.incident = i.id AND j.field = 'injured'
"""

VIEWS = {
    "report_view": REPORT_VIEW,
    "claim_view": CLAIM_VIEW,
    "statement_view": STATEMENT_VIEW,
    "incident_view": INCIDENT_VIEW,
}


def upgrade() -> None:
    """Make the views."""
    for name, query in VIEWS.items():
        op.execute(f"CREATE VIEW {name} AS {query}")

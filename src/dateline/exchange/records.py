"""Records -> their JSON form, one function a record, keys in the contract's order."""

from __future__ import annotations

from dateline.exchange.values import (
    Json,
    date_json,
    place_json,
    source_json,
    span_json,
    spans_json,
    value_json,
    when_json,
)
from dateline.model import (
    Actor,
    AnyMention,
    Claim,
    FieldSummary,
    Incident,
    Quarantined,
    Repair,
    Report,
    SeriesPoint,
    Statement,
)


def report_json(report: Report) -> Json:
    """A report, with every change that canonicalising made."""
    return {
        "id": report.id,
        "key": report.key,
        "path": report.path,
        "raw": report.raw,
        "publisher": report.publisher,
        "publisher_from": report.publisher_from,
        "title": report.title,
        "title_from": report.title_from,
        "published": date_json(report.published),
        "published_from": report.published_from,
        "place": place_json(report.place),
        "language": report.language,
        "language_from": report.language_from,
        "text": report.text,
        "repairs": [repair_json(repair) for repair in report.repairs],
        "copy_group": report.copy_group,
    }


def repair_json(repair: Repair) -> Json:
    """One change to a report's text."""
    return {"span": span_json(repair.span), "was": repair.was, "rule": repair.rule}


def claim_json(claim: Claim, incident: str | None) -> Json:
    """A claim; ``incident`` is the id of the incident that holds it."""
    return {
        "id": claim.id,
        "report": claim.report,
        "event": claim.event,
        "incident": incident,
        "field": claim.field,
        "value": value_json(claim.value),
        "group": claim.group,
        "place": place_json(claim.place),
        "when": when_json(claim.when),
        "source": source_json(claim.source),
        "modality": claim.modality,
        "quote": claim.quote,
        "span": span_json(claim.span),
        "spans": {
            "value": span_json(claim.spans.value),
            "trigger": span_json(claim.spans.trigger),
            "cue": span_json(claim.spans.cue),
            "source": span_json(claim.spans.source),
        },
        "rule": claim.rule,
    }


def statement_json(statement: Statement) -> Json:
    """A statement, contact or position."""
    return {
        "id": statement.id,
        "report": statement.report,
        "speaker": source_json(statement.speaker),
        "addressee": source_json(statement.addressee),
        "kind": statement.kind,
        "text": statement.text,
        "spans": {
            "content": spans_json(statement.spans.content),
            "source": spans_json(statement.spans.source),
            "cue": spans_json(statement.spans.cue),
        },
        "medium": statement.medium,
        "when": when_json(statement.when),
        "claims": list(statement.claims),
    }


def actor_json(actor: Actor) -> Json:
    """An actor; ``spans`` is always a list, one pair a naming."""
    return {
        "id": actor.id,
        "report": actor.report,
        "name": actor.name,
        "kind": actor.kind,
        "country": actor.country,
        "role": actor.role,
        "relations": [{"kind": relation.kind, "actor": relation.actor} for relation in actor.relations],
        "spans": [span_json(span) for span in actor.spans],
    }


def incident_json(incident: Incident) -> Json:
    """An incident with its fields as an object keyed by field name."""
    acled = incident.crosswalk.acled
    return {
        "id": incident.id,
        "type": value_json(incident.type),
        "when": when_json(incident.when),
        "place": place_json(incident.place),
        "actors": [value_json(actor) for actor in incident.actors],
        "targets": [value_json(target) for target in incident.targets],
        "weapons": [value_json(weapon) for weapon in incident.weapons],
        "reports": list(incident.reports),
        "claims": list(incident.claims),
        "fields": {name: field_json(summary) for name, summary in incident.fields},
        "checks": [
            {"rule": check.rule, "holds": check.holds, "claims": list(check.claims), "text": check.text}
            for check in incident.checks
        ],
        "differences": [
            {"field": each.field, "kind": each.kind, "claims": list(each.claims), "text": each.text}
            for each in incident.differences
        ],
        "relations": [
            {"kind": relation.kind, "incident": relation.incident, "claim": relation.claim}
            for relation in incident.relations
        ],
        "crosswalk": {
            "acled": None
            if acled is None
            else {"event_type": acled.event_type, "sub_event_type": acled.sub_event_type},
            "ucdp": incident.crosswalk.ucdp,
            "plover": incident.crosswalk.plover,
        },
    }


def field_json(summary: FieldSummary) -> Json:
    """One field of an incident."""
    return {
        "low": summary.low,
        "best": summary.best,
        "high": summary.high,
        "status": summary.status,
        "series": [point_json(point) for point in summary.series],
        "claims": list(summary.claims),
        "why": summary.why,
    }


def point_json(point: SeriesPoint) -> Json:
    """A value as it stood on a day."""
    return {
        "date": date_json(point.date),
        "source": point.source,
        "low": point.low,
        "high": point.high,
        "text": point.text,
        "claims": list(point.claims),
    }


def mention_json(mention: AnyMention, report: str) -> Json:
    """A mention; ``report`` is the id of the report it stands in."""
    return {
        "report": report,
        "kind": mention.kind,
        "span": span_json(mention.span),
        "value": value_json(mention.value),
    }


def quarantined_json(quarantined: Quarantined) -> Json:
    """An input that could not be read."""
    return {"path": quarantined.path, "reason": quarantined.reason}

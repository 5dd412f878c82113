"""A reading -> the rows of the drawn tables, which people query; the whole record is kept apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sqlalchemy import Table

from dateline.ledger import schema
from dateline.model import (
    Actor,
    AnyMention,
    Claim,
    Entity,
    Motive,
    Number,
    Place,
    Reading,
    Report,
    Responsibility,
    Source,
    Span,
    Statement,
    Term,
    Value,
    When,
)

Row = dict[str, object]

LARGEST = 2**63 - 1
"""A column holds no larger number; the record does."""


def rows_of(reading: Reading) -> Iterator[tuple[Table, list[Row]]]:
    """The rows of each table, in an order that satisfies the foreign keys."""
    text = reading.report.text
    yield schema.reports, [_report(reading.report)]
    yield schema.claims, [_claim(n, claim) for n, claim in enumerate(reading.claims)]
    yield schema.statements, [_statement(n, each) for n, each in enumerate(reading.statements)]
    yield (
        schema.statement_claims,
        [{"statement": each.id, "claim": claim} for each in reading.statements for claim in each.claims],
    )
    yield schema.actors, [_actor(n, actor) for n, actor in enumerate(reading.actors)]
    yield (
        schema.mentions,
        [{"report": reading.report.id} | _mention(n, each, text) for n, each in enumerate(reading.mentions)],
    )


def storable(row: Mapping[str, object]) -> Row:
    """The row as every database takes it: PostgreSQL's text has no NUL, and numbers end at ``LARGEST``."""
    return {name: _storable(value) for name, value in row.items()}


def place_columns(place: Place | None) -> Row:
    """The columns of a place, all null without one."""
    return {
        "place": place and place.name,
        "lat": place and place.lat,
        "lon": place and place.lon,
        "country": place and place.country,
        "admin1": place and place.admin1,
        "place_precision": place and place.precision,
    }


def when_columns(when: When | None) -> Row:
    """The columns of a time, all null without one."""
    return {
        "starts": when and when.start,
        "ends": when and when.end,
        "time_precision": when and when.precision,
    }


def _storable(value: object) -> object:
    if isinstance(value, str) and "\0" in value:
        return value.replace("\0", "\ufffd")
    if isinstance(value, int) and abs(value) > LARGEST:
        return None
    return value


def _report(report: Report) -> Row:
    return {
        "id": report.id,
        "key": report.key,
        "path": report.path,
        "raw": report.raw,
        "publisher": report.publisher,
        "title": report.title,
        "published": report.published,
        "published_from": report.published_from,
        "dateline": report.dateline,
        **place_columns(report.place),
        "language": report.language,
        "copy_group": report.copy_group,
        "text": report.text,
    }


def _claim(position: int, claim: Claim) -> Row:
    return {
        "id": claim.id,
        "report": claim.report,
        "position": position,
        "event": claim.event,
        "field": claim.field,
        **_value(claim.value),
        "group_name": claim.group,
        **place_columns(claim.place),
        **when_columns(claim.when),
        "source": claim.source.name,
        "source_kind": claim.source.kind,
        "source_country": claim.source.country,
        "source_role": claim.source.role,
        "source_named": claim.source.named,
        "own_voice": claim.source.publisher,
        "via": _via(claim.source),
        "modality": claim.modality,
        "quote": claim.quote,
        **_stretch("span", claim.span),
        **_stretch("value", claim.spans.value),
        "rule": claim.rule,
    }


def _value(value: Value) -> Row:
    """The columns of a value: those that its type lacks are null."""
    row: Row = dict.fromkeys(
        ("value", "low", "high", "qualifier", "what", "how", "value_kind", "value_country")
    )
    row["value_text"] = value.text
    match value:
        case Number():
            row |= {"low": value.low, "high": value.high, "qualifier": value.qualifier, "what": value.what}
        case Entity():
            row |= {"value": value.name, "value_kind": value.kind, "value_country": value.country}
        case Responsibility():
            row |= {"value": value.name, "value_kind": value.kind, "value_country": value.country}
            row["how"] = value.how
        case Term():
            row["value"] = value.name
        case Place():
            row |= {"value": value.name, "value_kind": value.precision, "value_country": value.country}
        case When():
            row |= {"value": _days(value), "value_kind": value.precision}
        case Motive():
            row["value"] = value.event
    return row


def _days(when: When) -> str | None:
    """An ISO 8601 day or interval, null where unresolved."""
    if when.start is None or when.end is None:
        return None
    first, last = when.start.isoformat(), when.end.isoformat()
    return first if first == last else f"{first}/{last}"


def _via(source: Source) -> str | None:
    """The chain in words, nearest first; null for none."""
    names = [name for link in source.via for name in (link.name, _via(link)) if name]
    return ", via ".join(names) or None


def _statement(position: int, statement: Statement) -> Row:
    speaker, addressee, content = statement.speaker, statement.addressee, statement.spans.content
    return {
        "id": statement.id,
        "report": statement.report,
        "position": position,
        "kind": statement.kind,
        "speaker": speaker and speaker.name,
        "speaker_kind": speaker and speaker.kind,
        "speaker_role": speaker and speaker.role,
        "speaker_country": speaker and speaker.country,
        "addressee": addressee and addressee.name,
        "addressee_kind": addressee and addressee.kind,
        "text": statement.text,
        "medium": statement.medium,
        **when_columns(statement.when),
        **_stretch("span", Span(content[0].start, content[-1].end) if content else None),
    }


def _actor(position: int, actor: Actor) -> Row:
    return {
        "id": actor.id,
        "report": actor.report,
        "position": position,
        "name": actor.name,
        "kind": actor.kind,
        "country": actor.country,
        "role": actor.role,
        "namings": len(actor.spans),
    }


def _mention(position: int, mention: AnyMention, text: str) -> Row:
    value = mention.value
    return {
        "position": position,
        "kind": mention.kind,
        **_stretch("span", mention.span),
        "words": mention.span.of(text),
        "value": value.name if isinstance(value, Place | Entity) else None,
        "low": value.low if isinstance(value, Number) else None,
        "high": value.high if isinstance(value, Number) else None,
        **place_columns(value if isinstance(value, Place) else None),
        **when_columns(value if isinstance(value, When) else None),
    }


def _stretch(name: str, span: Span | None) -> Row:
    return {f"{name}_start": span and span.start, f"{name}_end": span and span.end}

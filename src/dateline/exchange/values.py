"""Values, places, times, sources and positions in their JSON form."""

from __future__ import annotations

from datetime import date

from dateline.model import (
    Entity,
    Motive,
    Number,
    Place,
    Responsibility,
    Source,
    Span,
    Spans,
    Term,
    Value,
    When,
)

Json = dict[str, object]


def span_json(span: Span | None) -> list[int] | None:
    """``[start, end]``, or null."""
    return None if span is None else [span.start, span.end]


def spans_json(spans: Spans) -> list[int] | list[list[int]] | None:
    """One stretch as ``[start, end]``, a split one as a list of those, none as null."""
    pairs = [[span.start, span.end] for span in spans]
    return pairs[0] if len(pairs) == 1 else pairs or None


def date_json(day: date | None) -> str | None:
    """ISO 8601, or null."""
    return None if day is None else day.isoformat()


def place_json(place: Place | None) -> Json | None:
    """A place, or null."""
    if place is None:
        return None
    return {
        "name": place.name,
        "lat": place.lat,
        "lon": place.lon,
        "geonameid": place.geonameid,
        "country": place.country,
        "admin1": place.admin1,
        "precision": place.precision,
        "radius_km": place.radius_km,
        "text": place.text,
    }


def when_json(when: When | None) -> Json | None:
    """A time, or null."""
    if when is None:
        return None
    return {
        "start": date_json(when.start),
        "end": date_json(when.end),
        "precision": when.precision,
        "clock": when.clock,
        "text": when.text,
    }


def source_json(source: Source | None) -> Json | None:
    """Who says it with the whole chain it came through, or null."""
    if source is None:
        return None
    return {
        "name": source.name,
        "kind": source.kind,
        "country": source.country,
        "role": source.role,
        "named": source.named,
        "publisher": source.publisher,
        "via": [source_json(link) for link in source.via],
        "text": source.text,
    }


def value_json(value: Value) -> Json | None:
    """The value of a claim or mention; its keys tell its type."""
    match value:
        case Number(low, high, text, qualifier, what):
            return {"low": low, "high": high, "text": text, "qualifier": qualifier, "what": what}
        case Entity(name, kind, country, role, text):
            return {"name": name, "kind": kind, "country": country, "role": role, "text": text}
        case Term(name, text):
            return {"name": name, "text": text}
        case Responsibility(name, kind, country, how, text):
            return {"name": name, "kind": kind, "country": country, "how": how, "text": text}
        case Motive(text, event):
            return {"text": text, "event": event}
        case Place():
            return place_json(value)
        case When():
            return when_json(value)

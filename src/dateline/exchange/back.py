"""The contract's JSON form -> records, one function a record: what ``records`` wrote comes back equal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError

from dateline.exchange.flat import PLACE, WHEN
from dateline.exchange.values import Json
from dateline.model import (
    Actor,
    ActorMention,
    AnyMention,
    Claim,
    CountMention,
    Entity,
    Incident,
    Judgement,
    Motive,
    Number,
    Place,
    PlaceMention,
    Quarantined,
    Report,
    Responsibility,
    Statement,
    Term,
    TimeMention,
    Value,
    ValueJudgement,
    When,
)

T = TypeVar("T")

VALUES: Mapping[frozenset[str], type[Value]] = {
    frozenset(("low", "high", "text", "qualifier", "what")): Number,
    frozenset(("name", "kind", "country", "role", "text")): Entity,
    frozenset(("name", "text")): Term,
    frozenset(("name", "kind", "country", "how", "text")): Responsibility,
    frozenset(("text", "event")): Motive,
    frozenset(PLACE): Place,
    frozenset(WHEN): When,
}
"""The type of a value, by its keys."""

MENTIONS: Mapping[str, Any] = {
    "time": TimeMention,
    "place": PlaceMention,
    "actor": ActorMention,
    "count": CountMention,
}

ADAPTERS: Mapping[Any, TypeAdapter[Any]] = {
    kind: TypeAdapter(kind)
    for kind in (
        *(Report, Claim, Statement, Actor, Incident, Judgement, ValueJudgement, Quarantined),
        *(Number, Entity, Term, Responsibility, Motive, Place, When),
        *MENTIONS.values(),
    )
}


class BrokenRecordError(ValueError):
    """A record is not of the contract; the message says where and why."""


def report_of(record: Json) -> Report:
    """A report; the name of its dateline is not in the contract, and is null unless it came along."""
    repairs = [_repair(each) for each in _list(record, "repairs")]
    return _made(Report, {"dateline": None, **record, "repairs": repairs})


def claim_of(record: Json) -> Claim:
    """A claim, without the incident that holds it."""
    parts = {key: value for key, value in record.items() if key != "incident"}
    spans = cast(Json, record.get("spans") or {})
    return _made(
        Claim,
        parts
        | {
            "value": value_of(record.get("value")),
            "span": _span(record.get("span")),
            "spans": {key: _span(pair) for key, pair in spans.items()},
        },
    )


def value_of(record: object) -> Value:
    """The value of a claim or mention, of the type that its keys tell."""
    kind = VALUES.get(frozenset(record)) if isinstance(record, dict) else None
    if kind is None or not isinstance(record, dict):
        raise BrokenRecordError("value: these are the keys of no value")
    value: Value = _made(kind, record)
    return value


def statement_of(record: Json) -> Statement:
    """A statement."""
    spans = cast(Json, record.get("spans") or {})
    return _made(Statement, record | {"spans": {key: _stretches(told) for key, told in spans.items()}})


def actor_of(record: Json) -> Actor:
    """An actor."""
    return _made(Actor, record | {"spans": [_span(pair) for pair in _list(record, "spans")]})


def mention_of(record: Json) -> AnyMention:
    """A mention, without the report that it stands in."""
    kind = MENTIONS.get(str(record.get("kind")))
    if kind is None:
        raise BrokenRecordError(f"kind: {record.get('kind')!r} is no kind of mention")
    parts = {
        "kind": record["kind"],
        "span": _span(record.get("span")),
        "value": value_of(record.get("value")),
    }
    mention: AnyMention = _made(kind, parts)
    return mention


def incident_of(record: Json) -> Incident:
    """An incident, its fields in the order in which they stand."""
    fields = record.get("fields")
    if not isinstance(fields, dict):
        raise BrokenRecordError("fields: not an object")
    return _made(Incident, record | {"fields": list(fields.items())})


def judgement_of(record: Json, number: int) -> Judgement:
    """A judgement; ``number`` is its place among all, from 1."""
    events = [
        {
            "event": each.get("event"),
            "report": each.get("report"),
            "triggers": [_span(pair) for pair in _list(each, "spans")],
            "words": [_span(pair) for pair in _list(each, "words")],
            "span": _span(each.get("span")),
            "quote": each.get("quote"),
        }
        for each in _list(record, "events")
    ]
    return _made(Judgement, record | {"events": events, "number": number})


def value_judgement_of(record: Json, number: int) -> ValueJudgement:
    """A judgement on a value; ``number`` is its place among all of these, from 1."""
    about = record.get("claim")
    if not isinstance(about, dict):
        raise BrokenRecordError("claim: not an object")
    claim = about | {
        "words": _span(about.get("words")),
        "span": _span(about.get("span")),
        "value": value_of(about.get("value")),
    }
    value = None if record.get("value") is None else value_of(record["value"])
    return _made(ValueJudgement, record | {"claim": claim, "value": value, "number": number})


def quarantined_of(record: Json) -> Quarantined:
    """An input that could not be read."""
    return _made(Quarantined, record)


def _made(kind: type[T], parts: Mapping[str, object]) -> T:
    try:
        made: T = ADAPTERS[kind].validate_python(parts)
    except ValidationError as error:
        first = error.errors()[0]
        raise BrokenRecordError(f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from error
    return made


def _repair(record: Json) -> Json:
    return record | {"span": _span(record.get("span"))}


def _list(record: Json, key: str) -> Sequence[Json]:
    told = record.get(key)
    if not isinstance(told, list):
        raise BrokenRecordError(f"{key}: not a list")
    return told


def _span(pair: object) -> Json | None:
    if pair is None:
        return None
    if not isinstance(pair, list) or len(pair) != 2:
        raise BrokenRecordError(f"span: {pair!r} is no pair of positions")
    return {"start": pair[0], "end": pair[1]}


def _stretches(told: object) -> list[Json | None]:
    """One stretch, several, or none."""
    if told is None:
        return []
    if isinstance(told, list) and told and isinstance(told[0], list):
        return [_span(pair) for pair in told]
    return [_span(told)]

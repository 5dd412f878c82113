"""The API's OpenAPI document: its records are those of the JSON contract, word for word."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from dateline.exchange.schema import schema_text

Json = dict[str, Any]

Answers = dict[int | str, Json]
"""What FastAPI takes as the responses of a route, by status."""

HERE, THERE = '"#/$defs/', '"#/components/schemas/'


def listed(record: str) -> Answers:
    """The response of a page of records: how many there are, where this page begins, and the records."""
    page = {
        "type": "object",
        "required": ["total", "offset", "items"],
        "properties": {
            "total": {"type": "integer", "minimum": 0},
            "offset": {"type": "integer", "minimum": 0},
            "items": {"type": "array", "items": _reference(record)},
        },
    }
    return _responses(page, f"A page of {record}s.")


def health() -> Answers:
    """The response that says whether all is well."""
    state = {
        "type": "object",
        "required": ["ledger", "head", "linked"],
        "properties": {
            "ledger": {"const": "readable"},
            "head": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "linked": {"type": "boolean"},
        },
    }
    return _responses(state, "The ledger can be read.")


def single(record: str) -> Answers:
    """The response of one record."""
    return _responses(_reference(record), f"The {record}.") | {"404": _failure("There is none.")}


def made(record: str) -> Answers:
    """The response of a request that keeps a record."""
    body = {"application/json": {"schema": _reference(record)}}
    kept = {"201": {"description": f"The {record} was kept.", "content": body}}
    refused = {
        "400": _failure("The body is no text."),
        "409": _failure("What the ledger holds is against it."),
        "404": _failure("There is none."),
    }
    return kept | refused | _refusals()


def document(app: FastAPI) -> Json:
    """The OpenAPI document."""
    told: Json = get_openapi(title=app.title, version=app.version, routes=app.routes)
    records = json.loads(schema_text().replace(HERE, THERE))["$defs"]
    components = told.setdefault("components", {})
    assert isinstance(components, dict)
    schemas = components.setdefault("schemas", {})
    schemas.update(records | {"judged": _judged()})
    components["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
    told["security"] = [{"token": []}, {}]
    return told


def _judged() -> Json:
    """A judgement as the log tells it."""
    either = [_reference("judgement"), _reference("value_judgement")]
    ids = {"type": "array", "items": {"type": ["string", "null"]}}
    states = ("in force", "undone", "undoing", "overruled", "set aside", "unresolved")
    return {
        "description": "A judgement, how it stands now and because of which, and what it is on now.",
        "type": "object",
        "additionalProperties": False,
        "required": ["kind", "state", "because", "now", "judgement"],
        "properties": {
            "kind": {"enum": ["pair", "value"]},
            "state": {"enum": list(states)},
            "because": {"type": "array", "items": {"$ref": "#/components/schemas/id"}},
            "now": ids,
            "judgement": {"oneOf": either},
        },
    }


def _reference(record: str) -> Json:
    return {"$ref": f"#/components/schemas/{record}"}


def _responses(schema: Mapping[str, object], description: str) -> Answers:
    etag = {"ETag": {"description": "Changes with the ledger.", "schema": {"type": "string"}}}
    body = {"application/json": {"schema": schema}}
    found = {"200": {"description": description, "content": body, "headers": etag}}
    return found | {"304": {"description": "As it was when you had this ETag."}} | _refusals()


def _refusals() -> Answers:
    return {
        "401": _failure("A token is needed."),
        "403": _failure("The token's role is not enough."),
        "413": _failure("The request is too large."),
        "421": _failure("The server is not called so."),
        "422": _failure("The request is wrong."),
        "503": _failure("The ledger cannot be read or written now."),
    }


def _failure(description: str) -> Json:
    schema = {"type": "object", "required": ["detail"], "properties": {"detail": {"type": "string"}}}
    return {"description": description, "content": {"application/json": {"schema": schema}}}

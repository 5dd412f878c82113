"""The JSON Schema: what it lets through, what it refuses, and that it speaks the model's words."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any, cast, get_args

import pytest
from jsonschema import Draft202012Validator

from dateline.exchange import ledger_to_json
from dateline.exchange.formats import Wanted
from dateline.exchange.schema import schema_faults, schema_text
from dateline.model import (
    EntityKind,
    Field,
    How,
    Modality,
    Origin,
    PlacePrecision,
    Policy,
    RelationKind,
    SourceKind,
    StatementKind,
    Status,
    TimePrecision,
    Whose,
)
from dateline.model.incident import IncidentRelationKind
from dateline.model.mention import MentionKind
from tests.builders import market_bombing
from tests.exchange.exported import exported

SCHEMA = json.loads(schema_text())


def document() -> dict[str, Any]:
    return cast(dict[str, Any], ledger_to_json(market_bombing(), mentions=True))


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("mentions", [True, False])
def test_a_ledger_keeps_to_it(mentions: bool) -> None:
    assert schema_faults(ledger_to_json(market_bombing(), mentions=mentions)) == []


@pytest.mark.parametrize("policy", ["ucdp", "acled", "airwars", "all"])
def test_figures_of_policies_keep_to_it(policy: Wanted) -> None:
    text, _ = exported("json", policy=policy)
    told = json.loads(text)
    assert schema_faults(told) == []
    held = {each["id"]: set(each["claims"]) for each in told["incidents"]}
    assert len(told["figures"]) == len(held) * (3 if policy == "all" else 1)
    for figure in told["figures"]:
        rests_on = {*figure["claims"], *(claim for share in figure["shares"] for claim in share["claims"])}
        assert rests_on <= held[figure["incident"]]
        assert rests_on or figure["best"] is figure["low"] is figure["high"] is None


@pytest.mark.parametrize(
    ("at", "literal"),
    [
        (("field",), Field),
        (("entity_kind",), EntityKind),
        (("claim", "modality"), Modality),
        (("statement", "kind"), StatementKind),
        (("source", "kind"), SourceKind),
        (("responsibility", "how"), How),
        (("summary", "status"), Status),
        (("actor_relation", "kind"), RelationKind),
        (("incident_relation", "kind"), IncidentRelationKind),
        (("mention", "kind"), MentionKind),
        (("figure", "policy"), Policy),
        (("share", "whose"), Whose),
        (("place", "precision"), PlacePrecision),
        (("when", "precision"), TimePrecision),
        (("origin",), Origin),
    ],
)
def test_its_fixed_lists_are_the_models(at: tuple[str, ...], literal: object) -> None:
    record = SCHEMA["$defs"][at[0]]
    listed = record["properties"][at[1]]["enum"] if len(at) > 1 else record["enum"]
    assert [word for word in listed if word is not None] == list(get_args(literal))


def objects(node: object) -> list[dict[str, Any]]:
    """Every part of the schema that describes an object with properties of its own."""
    if isinstance(node, list):
        return [found for each in node for found in objects(each)]
    if not isinstance(node, dict):
        return []
    inside = [found for each in node.values() for found in objects(each)]
    return [node, *inside] if node.get("type") == "object" and "properties" in node else inside


def test_no_object_takes_a_key_it_does_not_know() -> None:
    assert len(objects(SCHEMA)) > 20
    assert all(each["additionalProperties"] is False for each in objects(SCHEMA))


def test_every_key_but_what_is_asked_for_is_always_there() -> None:
    optional = {key for each in objects(SCHEMA) for key in each["properties"] if key not in each["required"]}
    assert optional == {"figures", "mentions"}


NO_NUMBER = {"low": None, "high": None, "text": "some", "qualifier": None, "what": None}

BREAKS: list[tuple[str, Callable[[dict[str, Any]], object]]] = [
    ("claims.0", lambda d: d["claims"][0].update(note="x")),
    ("claims.0", lambda d: d["claims"][0].pop("modality")),
    ("claims.0.modality", lambda d: d["claims"][0].update(modality="maybe")),
    ("claims.0.id", lambda d: d["claims"][0].update(id="1")),
    ("claims.0.span", lambda d: d["claims"][0].update(span=[3])),
    ("claims.0.span", lambda d: d["claims"][0].update(span=[3, 4, 5])),
    ("claims.0.value", lambda d: d["claims"][0].update(value={"text": "x"})),
    ("claims.0.value", lambda d: d["claims"][0].update(field="killed", value=NO_NUMBER)),
    ("claims.0.rule", lambda d: d["claims"][0].update(rule="")),
    ("claims.0.source", lambda d: d["claims"][0].update(source=None)),
    ("claims.0.place.lat", lambda d: d["claims"][0]["place"].update(lat=91)),
    ("claims.0.when.start", lambda d: d["claims"][0]["when"].update(start="6 May 2031")),
    ("statements.0.spans.content", lambda d: d["statements"][0]["spans"].update(content=[])),
    ("incidents.0.fields", lambda d: d["incidents"][0]["fields"].update(maimed=None)),
    ("incidents.0.claims", lambda d: d["incidents"][0].update(claims=[])),
    ("mentions.0.value", lambda d: d["mentions"][0].update(value={"low": 1})),
    ("quarantined.0.reason", lambda d: d["quarantined"][0].update(reason="")),
    ("", lambda d: d.pop("reports")),
]


@pytest.mark.parametrize(("where", "break_it"), BREAKS)
def test_it_names_what_breaks_it(where: str, break_it: Callable[[dict[str, Any]], object]) -> None:
    broken = copy.deepcopy(document())
    break_it(broken)
    faults = schema_faults(broken)
    assert faults
    assert all(fault.startswith(where) for fault in faults), faults

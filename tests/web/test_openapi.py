"""Schemathesis asks what the OpenAPI document allows, and what it does not: every answer is as promised."""

from __future__ import annotations

import re
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode

from dateline.ledger import Store
from dateline.reconcile import claim_anchor
from tests.builders import market_bombing
from tests.web.conftest import HERE, Make

READING = market_bombing().readings[0]
KNOWN = {
    "incident": market_bombing().incidents[0].id,
    "report": READING.report.id,
    "claim": READING.claims[0].id,
    "statement": READING.statements[0].id,
}
"""What is there, so that answers with a record are checked, too."""

HOST = {"Host": HERE.removeprefix("http://")}
ANY_PATH = re.compile(r"GET \S+/\{\w+\}")
"""What has nothing but an id in its address, which may be anything: it cannot be asked wrongly."""

EXAMPLES = 25
"""Requests for each operation and mode, about ten seconds in all."""


@pytest.mark.slow
@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
def test_every_answer_is_as_the_document_says(make: Make, store: Store, mode: GenerationMode) -> None:
    kept = store.judge_value(("accept", None), claim_anchor(READING.claims[0]), "Ana", "its sentence says so")
    known = KNOWN | {"judgement": kept.id}
    schema = schemathesis.openapi.from_asgi("/api/openapi.json", make(), headers=HOST)
    unhurried = list(HealthCheck)
    bounds = settings(derandomize=True, max_examples=EXAMPLES, deadline=None, suppress_health_check=unhurried)
    asked: set[str] = set()
    every: set[str] = set()
    for found in schema.get_all_operations():
        operation: Any = found.ok()  # type: ignore[union-attr]
        if mode == GenerationMode.NEGATIVE and not list(operation.iter_parameters()) and not operation.body:
            continue  # nothing that could be asked wrongly
        every.add(operation.label)

        @given(case=operation.as_strategy(generation_mode=mode))
        @settings(bounds)
        def ask(case: Any) -> None:
            case.call_and_validate(headers=HOST)
            if mode == GenerationMode.POSITIVE and case.path_parameters:
                case.path_parameters = {name: known[name] for name in case.path_parameters}
                case.call_and_validate(headers=HOST)

        try:
            ask()
        except Unsatisfiable:
            continue  # whatever the path is, it is one that may be asked
        asked.add(operation.label)
    assert len(every) >= (13 if mode == GenerationMode.POSITIVE else 7)
    assert asked == {
        each for each in every if mode == GenerationMode.POSITIVE or not ANY_PATH.fullmatch(each)
    }

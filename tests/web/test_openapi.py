"""Schemathesis asks what the OpenAPI document allows, and what it does not: every answer is as promised."""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode

from tests.web.conftest import HERE, Make

HOST = {"Host": HERE.removeprefix("http://")}
EXAMPLES = 25
"""Requests for each operation and mode, about ten seconds in all."""


@pytest.mark.slow
@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
def test_every_answer_is_as_the_document_says(make: Make, mode: GenerationMode) -> None:
    schema = schemathesis.openapi.from_asgi("/api/openapi.json", make(), headers=HOST)
    unhurried = list(HealthCheck)
    bounds = settings(derandomize=True, max_examples=EXAMPLES, deadline=None, suppress_health_check=unhurried)
    asked: list[str] = []
    for found in schema.get_all_operations():
        operation: Any = found.ok()  # type: ignore[union-attr]
        if mode == GenerationMode.NEGATIVE and not list(operation.iter_parameters()) and not operation.body:
            continue  # nothing that could be asked wrongly

        @given(case=operation.as_strategy(generation_mode=mode))
        @settings(bounds)
        def ask(case: Any) -> None:
            case.call_and_validate(headers=HOST)

        try:
            ask()
        except Unsatisfiable:
            continue  # whatever the path is, it is one that may be asked
        asked.append(operation.path)
    assert {"/api/incidents", "/api/claims", "/api/statements", "/api/reports"} <= set(asked)

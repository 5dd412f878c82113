"""Doctor and schema agree on which type of value each field takes."""

from __future__ import annotations

import copy
from datetime import date
from typing import Any, cast, get_args

import pytest

from dateline.doctor.values import value_types
from dateline.exchange import ledger_to_json
from dateline.exchange.schema import schema_faults
from dateline.exchange.values import value_json
from dateline.model import Entity, Field, Motive, Number, Place, Responsibility, Term, Value, When
from tests.builders import market_bombing

SAMPLES: list[Value] = [
    Number(1, 2, "one or two"),
    Entity("police", "police", None, None, "police"),
    Term("open", "ongoing"),
    Responsibility("the front", "armed group", None, "claimed", "the front"),
    Motive("the raid", None),
    Place("Velmar", None, None, None, None, None, None, None, "Velmar"),
    When(date(2031, 5, 6), date(2031, 5, 6), "day", None, "Tuesday"),
]


@pytest.mark.parametrize("value", SAMPLES, ids=lambda value: type(value).__name__)
@pytest.mark.parametrize("field", get_args(Field))
def test_a_field_takes_its_own_types_and_no_other(field: Field, value: Value) -> None:
    document = cast(dict[str, Any], ledger_to_json(market_bombing(), mentions=False))
    document = {**document, "claims": [copy.deepcopy(document["claims"][0])], "reports": []}
    document["claims"][0] |= {"field": field, "value": value_json(value)}
    assert (schema_faults(document) == []) == isinstance(value, value_types(field))

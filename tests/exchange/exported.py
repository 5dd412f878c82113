"""Exports of the hand-built ledger, and records changed wherever they stand."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from io import BytesIO, StringIO
from typing import Any, TypeVar

from dateline.codebook import load_codebook
from dateline.exchange.contents import LeftOut
from dateline.exchange.formats import Wanted
from dateline.keeping.exporting import Asked, export
from dateline.model import Incident, Ledger
from tests.builders import market_bombing

T = TypeVar("T")
BOOK = load_codebook()


def exported(
    name: str, ledger: Ledger | None = None, policy: Wanted | None = None
) -> tuple[str, tuple[LeftOut, ...]]:
    """What the format writes, as text, and what it leaves out."""
    out = BytesIO()
    left = export(ledger or market_bombing(), Asked(name, policy), BOOK, out)
    assert not out.closed
    return out.getvalue().decode("utf-8"), left


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text, newline="")))


def bombing(ledger: Ledger) -> Incident:
    """The incident that most is told of."""
    return max(ledger.incidents, key=lambda each: len(each.claims))


def with_bombing(**changes: Any) -> Ledger:
    """The ledger with another bombing."""
    ledger = market_bombing()
    changed = [replace(each, **changes) if each.type.name == "bombing" else each for each in ledger.incidents]
    return replace(ledger, incidents=tuple(changed))


def everywhere(record: T, change: Callable[[str, str], str], skip: frozenset[str]) -> T:
    """The record with every text in it changed but for fields to skip; ``change`` is told the field."""

    def through(value: Any, name: str) -> Any:
        if is_dataclass(value) and not isinstance(value, type):
            parts = {f.name: through(getattr(value, f.name), f.name) for f in fields(value) if f.init}
            return replace(value, **parts)
        if isinstance(value, tuple):
            return tuple(through(each, name) for each in value)
        return change(name, value) if isinstance(value, str) and name not in skip else value

    changed: T = through(record, "")
    return changed

"""A claim's value is of the type that its field asks for."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.doctor.finding import Finding
from dateline.model import (
    COUNTS,
    THINGS,
    Claim,
    Entity,
    Field,
    Ledger,
    Motive,
    Number,
    Place,
    Responsibility,
    Term,
    When,
)


def value_types(field: Field) -> tuple[type, ...]:
    """The types that a value of ``field`` may have; what was hit or harmed may be counted or named."""
    if field == "hit" or field in THINGS:
        return (Number, Entity)
    if field in COUNTS:
        return (Number,)
    if field in ("actor", "target"):
        return (Entity,)
    if field in ("type", "weapon", "assessment"):
        return (Term,)
    return ({"place": Place, "when": When, "responsibility": Responsibility, "motive": Motive}[field],)


def values_fit_fields(ledger: Ledger) -> Iterator[Finding]:
    """Counts hold numbers, parties entities, and so on; an assessment is open or closed."""
    for reading in ledger.readings:
        for claim in reading.claims:
            yield from _fit(claim)


def _fit(claim: Claim) -> Iterator[Finding]:
    value = claim.value
    if not isinstance(value, value_types(claim.field)):
        yield Finding(claim.id, f"a {type(value).__name__} cannot be the value of {claim.field!r}")
    if claim.field == "assessment" and isinstance(value, Term) and value.name not in ("open", "closed"):
        yield Finding(claim.id, f"an assessment is open or closed, not {value.name!r}")
    if isinstance(value, Number) and min(value.low or 0, value.high or 0) < 0:
        yield Finding(claim.id, f"counts fewer than none: {value.low} to {value.high}")

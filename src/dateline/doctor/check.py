"""Every invariant over one ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dateline.doctor.actors import actor_relations_stay_inside
from dateline.doctor.attributed import claims_are_attributed
from dateline.doctor.cited import incident_values_cite_claims
from dateline.doctor.copies import copy_group_is_one_voice
from dateline.doctor.finding import Finding
from dateline.doctor.ids import ids_are_unique
from dateline.doctor.order import order_is_by_id
from dateline.doctor.ranges import ranges_are_ordered
from dateline.doctor.references import references_resolve
from dateline.doctor.spans import spans_quote_exactly
from dateline.doctor.values import values_fit_fields
from dateline.errors import InvariantError
from dateline.model import Ledger

Invariant = Callable[[Ledger], Iterator[Finding]]

INVARIANTS: tuple[Invariant, ...] = (
    ids_are_unique,
    references_resolve,
    order_is_by_id,
    spans_quote_exactly,
    claims_are_attributed,
    values_fit_fields,
    ranges_are_ordered,
    incident_values_cite_claims,
    copy_group_is_one_voice,
    actor_relations_stay_inside,
)

SHOWN = 5
"""Findings named in an error; the rest are counted."""


def check_ledger(ledger: Ledger) -> tuple[Finding, ...]:
    """Everything in the ledger that breaks an invariant, in the order of ``INVARIANTS``."""
    return tuple(finding for invariant in INVARIANTS for finding in invariant(ledger))


def require_sound(ledger: Ledger) -> None:
    """Let a sound ledger pass.

    Raises:
        InvariantError: naming the first records that break an invariant.
    """
    findings = check_ledger(ledger)
    if findings:
        lines = [f"{finding.record}: {finding.problem}" for finding in findings[:SHOWN]]
        more = [f"and {len(findings) - SHOWN} more"] if len(findings) > SHOWN else []
        raise InvariantError("; ".join(lines + more))

"""A whole ledger on the screen: its incidents, then what was said besides."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rich.console import RenderableType
from rich.rule import Rule
from rich.text import Text

from dateline.cli.view import incident as view
from dateline.cli.view.claims import claims
from dateline.cli.view.fields import fields_table
from dateline.cli.view.statements import statements
from dateline.model import Claim, Incident
from dateline.wording.lookup import Lookup


def ledger_view(lookup: Lookup, *, with_claims: bool) -> Iterator[RenderableType]:
    """Everything to print, the most told incident first.

    Args:
        lookup: the ledger, indexed.
        with_claims: show every claim with its sentence.
    """
    ordered = sorted(lookup.incidents.values(), key=_most_told_first)
    for number, incident in enumerate(ordered, 1):
        yield from _incident(incident, number, lookup)
        if with_claims:
            yield from _claims([lookup.claims[claim] for claim in incident.claims], lookup)
    if not ordered:
        yield Text("No incident was found.\n")
    if lookup.loose:
        yield Rule(Text("Said besides", "bold"), align="left", style="dim")
        yield from statements(lookup.loose, lookup)
    if with_claims:
        held = {claim for incident in ordered for claim in incident.claims}
        yield from _claims([claim for claim in lookup.claims.values() if claim.id not in held], lookup)


def _incident(incident: Incident, number: int, lookup: Lookup) -> Iterator[RenderableType]:
    yield from view.head(incident, number, lookup)
    yield from fields_table(incident, lookup)
    yield from view.differences(incident.differences)
    yield from view.checks(incident.checks)
    yield from view.relations(incident.relations, lookup)
    said = lookup.statements.get(incident.id)
    if said:
        yield Text("Who said what", "bold")
        yield from statements(said, lookup)


def _claims(made: list[Claim], lookup: Lookup) -> Iterator[RenderableType]:
    if made:
        yield Text("Claims", "bold")
        yield from claims(made, lookup)


def _most_told_first(incident: Incident) -> tuple[int, int, date, str]:
    start = incident.when.start if incident.when and incident.when.start else date.max
    return -len(incident.reports), -len(incident.claims), start, incident.id

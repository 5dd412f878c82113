"""`dateline show`: one incident with all that is said of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypedDict, Unpack, get_args

import click
from rich.console import RenderableType
from rich.text import Text

from dateline.cli.chosen import chosen
from dateline.cli.ledger import ledger_option, looked_at, warn_unless_linked
from dateline.cli.output import print_array
from dateline.cli.read import print_json
from dateline.cli.reading import codebook_option, country_names
from dateline.cli.screen import console, show
from dateline.cli.view.claims import claims as claims_view
from dateline.cli.view.claims import rejected
from dateline.cli.view.policies import policies
from dateline.cli.view.statements import statements as statements_view
from dateline.cli.view.whole import whole_incident
from dateline.codebook import Codebook, load_codebook
from dateline.exchange.policies import policy_json
from dateline.model import Incident, Ledger, Policy, PolicyFigures, Reading
from dateline.reconcile import judged_readings
from dateline.reconcile.policies import policy_figures
from dateline.wording.lookup import Lookup, look_up


class Besides(TypedDict):
    """What else is to be shown."""

    claims: bool
    statements: bool
    policy: str | None


@click.command("show")
@click.argument("incident")
@click.option("--claims", is_flag=True, help="Show every claim with its id and its sentence, too.")
@click.option("--statements", is_flag=True, help="Show who said what in whole sentences, too.")
@click.option(
    "--policy",
    type=click.Choice((*get_args(Policy), "all")),
    metavar="NAME",
    help="Show the dead as ucdp, acled or airwars would count them, too; or as all of them.",
)
@click.option("--json", "as_json", is_flag=True, help="Print it as a ledger in JSON instead.")
@codebook_option
@ledger_option
def show_incident(
    incident: str, ledger: str, codebook: Path | None, as_json: bool, **besides: Unpack[Besides]
) -> None:
    """Show one incident of a ledger: its figures, who gives them, and how they differ.

    INCIDENT is an id as `dateline incidents` prints it, or as much of its beginning as no other has.
    """
    if as_json and (besides["claims"] or besides["statements"]):
        raise click.UsageError("--claims and --statements are for people; --json always has them.")
    with looked_at(ledger, codebook) as store:
        warn_unless_linked(store)
        shown, excerpt = chosen(store, incident)
    book = load_codebook(codebook)
    figures = _figures(besides["policy"], shown, excerpt, book)
    if as_json and figures:
        print_array(policy_json(each, shown.id) for each in figures)
    elif as_json:
        print_json(only_of(shown, excerpt), mentions=False)
    else:
        show(_parts(shown, figures, look_up(excerpt, country_names(book.countries)), besides))


def _parts(
    incident: Incident, figures: Sequence[PolicyFigures], lookup: Lookup, besides: Besides
) -> Iterator[RenderableType]:
    screen = console()
    yield from whole_incident(incident, lookup, screen.width if screen.is_terminal else 0)
    yield from rejected(lookup.rejected(incident), lookup)
    if figures:
        yield from policies(figures, lookup)
    if besides["statements"]:
        yield Text("Who said what", "bold")
        yield from statements_view(lookup.statements.get(incident.id, ()), lookup)
    if besides["claims"]:
        yield Text("Claims", "bold")
        yield from claims_view([lookup.claims[claim] for claim in incident.claims], lookup)


def _figures(
    policy: str | None, incident: Incident, excerpt: Ledger, codebook: Codebook
) -> list[PolicyFigures]:
    readings = judged_readings(excerpt.readings, excerpt.value_judgements)
    asked = [each for each in get_args(Policy) if policy in (each, "all")]
    return [policy_figures(each, incident, readings, codebook) for each in asked]


def only_of(incident: Incident, ledger: Ledger) -> Ledger:
    """The incident with its reports, its claims, the statements that carry them, and the reports' actors."""
    held = frozenset(incident.claims)
    readings = tuple(_only(held, reading) for reading in ledger.readings)
    return Ledger(readings, (incident,), (), (), ledger.value_judgements)


def _only(held: frozenset[str], reading: Reading) -> Reading:
    claims = tuple(claim for claim in reading.claims if claim.id in held)
    statements = tuple(
        replace(each, claims=kept)
        for each in reading.statements
        if (kept := tuple(claim for claim in each.claims if claim in held))
    )
    return replace(reading, claims=claims, statements=statements)

"""`dateline timeline`: who said what of one field, and when."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from dateline.cli.chosen import chosen
from dateline.cli.ledger import ledger_option, looked_at, warn_unless_linked
from dateline.cli.output import print_array, print_csv
from dateline.cli.reading import codebook_option, lookup_of
from dateline.cli.screen import console, show
from dateline.cli.view.claims import rejected
from dateline.cli.view.timeline import CSV_COLUMNS, csv_row
from dateline.cli.view.timeline import timeline as timeline_view
from dateline.errors import InputError
from dateline.exchange.judged import value_judgement_json
from dateline.exchange.records import claim_json
from dateline.exchange.values import Json, date_json
from dateline.model import Claim, Field, Incident
from dateline.settings import Settings
from dateline.wording.lookup import Lookup


@click.command()
@click.argument("incident")
@click.option(
    "--field",
    type=click.Choice(get_args(Field)),
    default="killed",
    show_default=True,
    metavar="FIELD",
    help="What the claims are about.",
)
@click.option("--json", "as_json", is_flag=True, help="Print an array of claim records instead.")
@click.option("--csv", "as_csv", is_flag=True, help="Print a line a claim in plain columns instead.")
@codebook_option
@ledger_option
def timeline(
    incident: str, ledger: str, codebook: Path | None, field: Field, as_json: bool, as_csv: bool
) -> None:
    """Show what was said of one field of an incident, in order of publication.

    INCIDENT is as for `dateline show`.
    """
    if as_json and as_csv:
        raise click.UsageError("--json and --csv: only one form at a time.")
    with looked_at(ledger, codebook) as store:
        warn_unless_linked(store)
        shown, excerpt = chosen(store, incident)
    lookup = lookup_of(excerpt, Settings(codebook=codebook))
    claims = _claims(shown, field, lookup)
    if as_json:
        print_array(_record(claim, shown, lookup) for claim in claims)
    elif as_csv:
        print_csv(CSV_COLUMNS, (csv_row(claim, shown, lookup) for claim in claims))
    else:
        show(timeline_view(field, shown, lookup, console().width))
        show(rejected([each for each in lookup.rejected(shown) if each.field == field], lookup))


def _claims(incident: Incident, field: Field, lookup: Lookup) -> list[Claim]:
    summary = incident.field(field)
    if summary is None:
        told = ", ".join(name for name, _ in incident.fields)
        raise InputError(f"nothing is said of {field} in {incident.id}, only of: {told}.")
    return sorted((lookup.claims[claim] for claim in summary.claims), key=lookup.published)


def _record(claim: Claim, incident: Incident, lookup: Lookup) -> Json:
    """The contract's claim as it counts, when and by whom it was published, and who judged its value."""
    report, judgement = lookup.reports[claim.report], lookup.judged.get(claim.id)
    return {
        "published": date_json(report.published),
        "publisher": report.publisher,
        **claim_json(claim, incident.id),
        "judged": judgement and value_judgement_json(judgement),
    }

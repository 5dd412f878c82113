"""`dateline explain`: why a claim was made, or why the reports of an incident are in it."""

from __future__ import annotations

from collections.abc import Iterator

import click
from rich.console import RenderableType

from dateline.cli.chosen import chosen
from dateline.cli.ledger import ledger_option, looked_at, warn_unless_linked
from dateline.cli.reading import ledger_of, lookup_of, reading_options
from dateline.cli.screen import console, show
from dateline.cli.view.explained import claim_explained
from dateline.cli.view.links import links_explained
from dateline.codebook import load_codebook
from dateline.errors import InputError
from dateline.ledger import Store
from dateline.model import Ledger
from dateline.reconcile import rulings_of, standings
from dateline.reconcile.explain import Links, explain_links
from dateline.settings import Settings

CLAIM = "claim-"


@click.command()
@click.argument("given", metavar="ID")
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@reading_options
@ledger_option
def explain(given: str, paths: tuple[str, ...], ledger: str, settings: Settings) -> None:
    """Show why a claim was made, or why the reports of an incident are in it.

    ID is a claim's, as `--claims` prints it: its sentence with the words marked, and the rule that made it.
    Or it is an incident's, as for `dateline show`: what speaks for and against each of its reports, and why
    the nearest others were left out. Both are looked up in the ledger; a claim in PATH... instead, if given.
    """
    if paths:
        if not given.startswith(CLAIM):
            raise click.UsageError(f"PATH... goes with a {CLAIM} id; incidents are looked up in --ledger.")
        show(_claim(given, ledger_of(paths, settings)[0], settings))
        return
    with looked_at(ledger, settings.codebook) as store:
        warn_unless_linked(store)
        explained = _kept_claim if given.startswith(CLAIM) else _incident
        parts = list(explained(given, store, settings))
    show(parts)


def _claim(given: str, ledger: Ledger, settings: Settings) -> Iterator[RenderableType]:
    lookup = lookup_of(ledger, settings)
    if given not in lookup.claims:
        raise InputError(
            f"{given} is none of the {len(lookup.claims)} claims read here. "
            "`dateline read --claims` with the same paths prints their ids."
        )
    yield from claim_explained(lookup.claims[given], lookup, console().width)


def _kept_claim(given: str, store: Store, settings: Settings) -> Iterator[RenderableType]:
    report = store.report_of_claim(given)
    reading = store.reading(report) if report else None
    if reading is None:
        raise InputError(f"{given} is no claim of this ledger. `dateline show --claims` prints their ids.")
    yield from _claim(given, Ledger((reading,), (), ()), settings)


def _incident(given: str, store: Store, settings: Settings) -> Iterator[RenderableType]:
    incident, _ = chosen(store, given)
    readings = {reading.report.id: reading for reading in store.readings()}
    rulings = rulings_of(standings(store.judgements(), readings))
    links = explain_links(incident, readings.values(), load_codebook(settings.codebook), rulings)
    told = _told(links)
    reports = tuple(reading for reading in readings.values() if told & {c.event for c in reading.claims})
    claims = [c.id for reading in reports for c in reading.claims if c.event in told]
    lookup = lookup_of(Ledger(reports, store.incidents_holding(claims), ()), settings)
    yield from links_explained(links, incident, lookup)


def _told(links: Links) -> frozenset[str]:
    """Every event that the links name."""
    every = (*links.inside, *links.outside)
    return frozenset(event for link in every for event in (link.event, link.other) if event)

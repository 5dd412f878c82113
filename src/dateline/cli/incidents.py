"""`dateline incidents`: which incidents a ledger has."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Unpack

import click

from dateline.cli.asked import Asked, filter_of, filter_options
from dateline.cli.ledger import ledger_option, looked_at, warn_unless_linked
from dateline.cli.output import print_array, print_csv
from dateline.cli.reading import codebook_option, country_names
from dateline.cli.screen import show, tell
from dateline.cli.view.listing import CSV_COLUMNS, csv_row, listing
from dateline.codebook import load_codebook
from dateline.exchange.records import incident_json
from dateline.ledger.finding import Findings

TABLE_LIMIT = 100
"""Incidents in a table for people, unless they ask for another number."""


@click.command()
@filter_options
@click.option("--limit", type=click.IntRange(min=1), help="At most so many; a table has 100 unless told.")
@click.option("--json", "as_json", is_flag=True, help="Print an array of incident records instead.")
@click.option("--csv", "as_csv", is_flag=True, help="Print a line an incident in plain columns instead.")
@codebook_option
@ledger_option
def incidents(
    ledger: str,
    codebook: Path | None,
    limit: int | None,
    as_json: bool,
    as_csv: bool,
    **asked: Unpack[Asked],
) -> None:
    """List the incidents of a ledger, or those of them that the options ask for."""
    if as_json and as_csv:
        raise click.UsageError("--json and --csv: only one form at a time.")
    book = load_codebook(codebook)
    wanted, order = filter_of(asked, book)
    whole = as_json or as_csv
    with looked_at(ledger, codebook) as store:
        warn_unless_linked(store)
        findings = store.find(wanted, order, limit or (None if whole else TABLE_LIMIT))
        undated = 0
        if (wanted.since or wanted.until) and not wanted.undated:
            undated = store.find(replace(wanted, undated=True), order, 0).total - findings.total
    if as_json:
        print_array(incident_json(each.incident) for each in findings.found)
    elif as_csv:
        print_csv(CSV_COLUMNS, map(csv_row, findings.found))
    else:
        if findings.found:
            show(listing(findings.found, asked["field"], country_names(book.countries)))
        tell(_counted(findings, undated))


def _counted(findings: Findings, undated: int) -> str:
    shown, total = len(findings.found), findings.total
    told = f"{total:,} incident{'' if total == 1 else 's'}" if total else "no incident fits"
    if shown < total:
        told = f"{shown:,} of {told}; --limit {total} lists them all"
    if undated:
        told = f"{told}; {undated:,} of unknown date would fit: --undated lists them, too"
    return told

"""`dateline compare`: a ledger beside rows in ACLED's or UCDP's layout."""

from __future__ import annotations

from pathlib import Path

import click

from dateline.cli.ledger import ledger_option, looked_at, warn_unless_linked
from dateline.cli.output import print_csv, print_record
from dateline.cli.reading import codebook_option
from dateline.cli.screen import show, tell
from dateline.cli.view.changes import counted
from dateline.cli.view.compared import CSV_COLUMNS, compared_record, compared_rows, compared_view
from dateline.codebook import load_codebook
from dateline.compare.layouts import read_theirs
from dateline.compare.match import Window, compare
from dateline.keeping.exporting import figures_of
from dateline.model import Policy

POLICIES: dict[str, Policy] = {"acled": "acled", "ged": "ucdp"}
"""Whose figures of the dead go beside a layout's."""


@click.command("compare")
@click.argument("theirs", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--days", type=click.IntRange(min=0), default=2, show_default=True, help="Most days apart.")
@click.option(
    "--km", type=click.FloatRange(min=0), default=50.0, show_default=True, help="Most kilometres apart."
)
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON instead.")
@click.option("--csv", "as_csv", is_flag=True, help="Print a line a field of each pair instead.")
@codebook_option
@ledger_option
def compare_command(theirs: Path, ledger: str, codebook: Path | None, **how: float | bool) -> None:
    """Match rows that others coded to the incidents of a ledger, and list where they agree.

    THEIRS is a CSV file in the layout of ACLED or of UCDP GED, as you hold it.
    """
    if how["as_json"] and how["as_csv"]:
        raise click.UsageError("--json and --csv: only one form at a time.")
    book = load_codebook(codebook)
    rows = read_theirs(theirs, book.countries)
    with looked_at(ledger, codebook) as store:
        warn_unless_linked(store)
        ours = store.export()
    figures = figures_of(ours, POLICIES[rows.layout], book)
    found = compare(rows, ours, figures, Window(int(how["days"]), how["km"]))
    if how["as_json"]:
        print_record(compared_record(found))
    elif how["as_csv"]:
        print_csv(CSV_COLUMNS, compared_rows(found))
    else:
        show(compared_view(found))
    if found.outside:
        lie = "lies" if found.outside == 1 else "lie"
        tell(f"{counted(found.outside, 'row')} {lie} outside the days and countries of this ledger")
    for line, why in rows.unread:
        tell(f"{theirs}: line {line}: {why}")

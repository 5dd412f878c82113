"""`dateline evaluate`: a ledger scored against reports that people marked."""

from __future__ import annotations

from pathlib import Path

import click

from dateline.cli.ledger import ledger_option, looked_at, warn_unless_linked
from dateline.cli.output import print_record
from dateline.cli.screen import show, tell
from dateline.cli.view.scores import misses_view, score_record, scores_view
from dateline.evaluate.files import read_gold
from dateline.evaluate.score import evaluate
from dateline.reconcile import as_counted


@click.command("evaluate")
@click.argument(
    "gold", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path), metavar="GOLD..."
)
@click.option("--json", "as_json", is_flag=True, help="Print the scores as JSON instead.")
@click.option("--misses", is_flag=True, help="Name every marked claim that was missed, and every false one.")
@click.option("--judged", is_flag=True, help="Score what counts after people judged, not what was read.")
@ledger_option
def evaluate_command(gold: tuple[Path, ...], ledger: str, as_json: bool, misses: bool, judged: bool) -> None:
    """Score a ledger against marked reports: value, source, modality, place, time, linking.

    GOLD is a file in the native form, an export of Label Studio or doccano, or a folder with files named
    expected.json in it, such as examples/. Only reports that were marked count.
    """
    if as_json and misses:
        raise click.UsageError("--misses is for people; --json has the scores alone.")
    marked = read_gold(gold)
    with looked_at(ledger) as store:
        warn_unless_linked(store)
        whole = store.export()
        scores = evaluate(marked, as_counted(whole) if judged else whole)
    if as_json:
        print_record(score_record(scores))
        return
    show(scores_view(scores))
    if misses:
        show(misses_view(scores.matched))
    if scores.matched.absent:
        tell(f"not in this ledger, and counted as missed: {', '.join(scores.matched.absent)}")

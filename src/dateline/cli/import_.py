"""`dateline import`: an exported ledger taken into one that is kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dateline.cli.ledger import ledger_option, opened, tell_judgements
from dateline.cli.reading import codebook_option
from dateline.cli.screen import tell
from dateline.cli.view.changes import change_words, counted
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.keeping.importing import Imported


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@ledger_option
@codebook_option
def import_ledger(file: Path, ledger: str, codebook: Path | None) -> None:
    """Take an exported ledger into one that is kept, and link it with all that is there.

    FILE was written by `dateline export` as jsonl, json or csv. Nothing is read again: its claims are taken
    as they are. Only jsonl brings raw copies along.
    """
    from dateline.keeping import importing  # here, because linking takes its time to import

    document = importing.document_of(file)
    with opened(ledger, create=True) as store:
        done = importing.take_in(document, store, Settings(codebook=codebook))
    tell(_told(done))
    if done.bare:
        tell(
            f"{counted(done.bare, 'report')} came without raw copies and can be neither verified nor read "
            "again: `dateline export --format jsonl` brings them along"
        )
    if done.otherwise:
        tell(
            f"{counted(done.otherwise, 'incident')} of the file are made otherwise here: by another version "
            "or codebook, or as the file lacks what linking looks at (`dateline export --mentions` has it)"
        )
    tell_judgements(done.settled.judgements)


def _told(done: Imported) -> str:
    parts = [f"{counted(done.reports, 'report')} imported"]
    if done.known:
        parts.append(f"{done.known:,} known already")
    if done.judgements:
        parts.append(counted(done.judgements, "judgement"))
    return f"{', '.join(parts)}; {change_words(done.settled.incidents)}"

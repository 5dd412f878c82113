"""Claims as CSV, a claim a row; the rest of each report stands in the row of its first claim."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from dateline.exchange.cells import Cell, write_csv
from dateline.exchange.contents import Contents, LeftOut, as_text
from dateline.exchange.flat import CLAIM_COLUMNS, ONCE, REPORT_COLUMNS, claim_row, report_row

COLUMNS = (*(column.name for column in CLAIM_COLUMNS), *(column.name for column in REPORT_COLUMNS))


def write_claims_csv(contents: Contents, out: BinaryIO) -> tuple[LeftOut, ...]:
    """Every report and claim; a report without claims has a row of its own."""
    with as_text(out) as text:
        write_csv(text, COLUMNS, _rows(contents))
    return ()


def _rows(contents: Contents) -> Iterator[list[Cell]]:
    once = [n for n, column in enumerate(REPORT_COLUMNS) if column.name in ONCE]
    for reading in contents.source.readings:
        about, incident_of = report_row(reading), contents.source.incident_of(reading)
        for claim in reading.claims:
            yield [_flagged(cell) for cell in (*claim_row(claim, incident_of.get(claim.id)), *about)]
            for n in once:
                about[n] = None
        if not reading.claims:
            alone = [None] * len(CLAIM_COLUMNS)
            row = [*alone, *about]
            row[COLUMNS.index("report")] = reading.report.id
            yield [_flagged(cell) for cell in row]


def _flagged(cell: Cell | bool) -> Cell:
    return ("true" if cell else "false") if isinstance(cell, bool) else cell

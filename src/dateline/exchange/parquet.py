"""Claims as a Parquet table, a claim a row, with the columns and types of docs/formats/claims.md."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from dateline.exchange.contents import Contents, LeftOut
from dateline.exchange.flat import CLAIM_COLUMNS, ONCE, REPORT_COLUMNS, claim_row, report_row
from dateline.limits import PARQUET_ROWS

ABOUT = tuple(column for column in REPORT_COLUMNS if column.name not in ONCE)
"""What is said of the report of each claim; its text is left to other formats."""

TYPES = {
    "text": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "flag": pa.bool_(),
    "json": pa.string(),
}


def write_parquet(contents: Contents, out: BinaryIO) -> tuple[LeftOut, ...]:
    """Every claim, some thousand at a time."""
    columns = (*CLAIM_COLUMNS, *ABOUT)
    schema = pa.schema([pa.field(column.name, TYPES[column.kind]) for column in columns])
    rows = _rows(contents)
    with pq.ParquetWriter(out, schema, compression="zstd") as writer:
        while group := list(islice(rows, PARQUET_ROWS)):
            cells = [pa.array([row[n] for row in group], schema.field(n).type) for n in range(len(columns))]
            writer.write_table(pa.table(cells, schema=schema))
    return ()


def _rows(contents: Contents) -> Iterator[list[object]]:
    kept = [n for n, column in enumerate(REPORT_COLUMNS) if column in ABOUT]
    for reading in contents.source.readings:
        about, incident_of = report_row(reading), contents.source.incident_of(reading)
        for claim in reading.claims:
            yield [*claim_row(claim, incident_of.get(claim.id)), *(about[n] for n in kept)]

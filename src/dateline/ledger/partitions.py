"""Readings in a folder of Parquet files, from where a ledger takes them later, perhaps on another machine.

One row is a report's reading with its raw copy and how it was made, or an input that could not be read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from dateline.errors import InputError
from dateline.ledger.records import READING
from dateline.limits import PARTITION_BYTES, TABLE_ROWS
from dateline.model import Maker, Making, Quarantined, Reading

MAKING = ("name", "kind", "version", "codebook")
SCHEMA = pa.schema(
    [
        ("path", pa.string()),
        ("reason", pa.string()),
        ("raw", pa.binary()),
        *((name, pa.string()) for name in MAKING),
        ("record", pa.string()),
    ]
)
"""``reason`` is filled for what could not be read, ``record`` and how it was made for readings."""


class Landed(NamedTuple):
    """A reading as it came from a worker, its raw copy, and what it was made with."""

    reading: Reading
    raw: bytes
    making: Making


class Refused(NamedTuple):
    """An input that could not be read, and its bytes where they could be had."""

    quarantined: Quarantined
    raw: bytes | None


Row = Landed | Refused


class PartitionWriter:
    """Writes rows into one file after another; a file has its name only once it is whole.

    Args:
        folder: made where it is missing.

    Raises:
        InputError: the folder holds something already.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise InputError(f"{folder} is not empty: name a new folder")
        self._folder = folder
        self._rows: list[Mapping[str, object]] = []
        self._held = self._files = 0

    def __enter__(self) -> PartitionWriter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._flush()

    def put(self, row: Row) -> None:
        """Add a row; it is written when enough are held."""
        cells = _cells(row)
        self._rows.append(cells)
        self._held += sum(len(each) for each in cells.values() if isinstance(each, str | bytes))
        if self._held >= PARTITION_BYTES:
            self._flush()

    def _flush(self) -> None:
        if not self._rows:
            return
        whole = self._folder / f"{self._files:06}.parquet"
        part = whole.with_suffix(".part")
        pq.write_table(pa.Table.from_pylist(self._rows, SCHEMA), part, compression="zstd")
        part.rename(whole)
        self._rows, self._held, self._files = [], 0, self._files + 1


def read_partitions(folder: Path) -> Iterator[Row]:
    """The rows of all files in a folder, in order of file.

    Raises:
        InputError: a file is no such partition, or there is none.
        LedgerError: a reading in it is broken.
    """
    files = sorted(folder.glob("*.parquet"))
    if not files:
        raise InputError(
            f"{folder} holds no partitions: make them by `dateline read PATH... --partitions FOLDER`"
        )
    for file in files:
        try:
            with pq.ParquetFile(file) as table:
                if not table.schema_arrow.equals(SCHEMA):
                    raise InputError(f"{file} was not written by `dateline read --partitions`")
                for batch in table.iter_batches(TABLE_ROWS):
                    yield from map(_row, batch.to_pylist())
        except pa.ArrowException as error:
            raise InputError(f"{file} cannot be read: {error}") from error


def _cells(row: Row) -> dict[str, object]:
    if isinstance(row, Refused):
        return {"path": row.quarantined.path, "reason": row.quarantined.reason, "raw": row.raw}
    name, kind, maker = row.making.name, row.making.kind, row.making.maker
    made = dict(zip(MAKING, (name, kind, maker.version, maker.codebook), strict=True))
    return {"path": row.reading.report.path, "raw": row.raw, **made, "record": READING.write(row.reading)}


def _row(cells: Mapping[str, Any]) -> Row:
    if cells["record"] is None:
        return Refused(Quarantined(cells["path"], cells["reason"]), cells["raw"])
    maker = Maker(cells["version"], cells["codebook"])
    return Landed(READING.read(cells["record"]), cells["raw"], Making(cells["name"], cells["kind"], maker))

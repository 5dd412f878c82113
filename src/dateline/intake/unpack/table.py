"""A Parquet file with a column of texts -> one record a row."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from io import BufferedReader
from typing import Any

from dateline.errors import InputError
from dateline.intake.unpack.copy import RawCopy, record
from dateline.limits import TABLE_ROWS
from dateline.model import Quarantined

KEYS = ("id", "text", "html", "title", "published", "publisher", "url", "language")


def rows(path: str, name: str, reader: BufferedReader[Any]) -> Iterator[RawCopy | Quarantined]:
    """Each row; its columns are named as the keys of a JSON Lines record, others are passed over.

    Raises:
        InputError: if the file has no column "text" or "html", or is broken.
    """
    # Slow to import, and most runs meet no table.
    import pyarrow
    from pyarrow import parquet

    if not reader.seekable():
        raise InputError(
            "a Parquet file must be a file of its own: not packed again, nor from standard input"
        )
    try:
        table = parquet.ParquetFile(reader)
        columns = [name for name in table.schema_arrow.names if name in KEYS]
        if not {"text", "html"} & set(columns):
            raise InputError('a Parquet file without a column "text" or "html"')
        number = 0
        for batch in table.iter_batches(TABLE_ROWS, columns=columns):
            for row in batch.to_pylist():
                number += 1
                yield record(f"{path}:{number}", name, {k: _words(v) for k, v in row.items()})
    except pyarrow.ArrowException as error:
        raise InputError(f"a Parquet file that cannot be read: {error}") from error


def _words(value: object) -> str | None:
    """A cell as the string that a record holds; a day as a day."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return None if value is None else str(value)

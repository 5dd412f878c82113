"""Data for programs on standard output: JSON and CSV, in UTF-8 whatever the terminal speaks."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from typing import TextIO

from dateline.exchange.cells import Cell, write_csv


@contextmanager
def utf8_stdout() -> Iterator[TextIO]:
    """Standard output in UTF-8 with plain line ends, so that the bytes are the same everywhere."""
    out = TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="\n")
    try:
        yield out
        out.flush()
    finally:
        out.detach()


def print_record(record: object) -> None:
    """One JSON object on a line."""
    with utf8_stdout() as out:
        out.write(f"{json.dumps(record, ensure_ascii=False, allow_nan=False)}\n")


def print_array(records: Iterable[object]) -> None:
    """One JSON array, a record a line."""
    with utf8_stdout() as out:
        out.write("[")
        for n, record in enumerate(records):
            out.write(",\n" if n else "\n")
            out.write(json.dumps(record, ensure_ascii=False, allow_nan=False))
        out.write("\n]\n")


def print_csv(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """A header and a line a row; nothing in an empty cell, and no cell that a spreadsheet would run."""
    with utf8_stdout() as out:
        write_csv(out, columns, rows)

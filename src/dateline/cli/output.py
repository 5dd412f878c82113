"""Data for programs on standard output: JSON and CSV, in UTF-8 whatever the terminal speaks."""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from typing import TextIO

Cell = str | int | float | None

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a cell must not begin with: a spreadsheet would work it out instead of showing it."""

NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")


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
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([_safe(cell) for cell in row] for row in rows)


def _safe(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return cell
    guard = "'" if cell.startswith(FORMULA) and not NUMBER.fullmatch(cell) else ""
    # The writer puts quotation marks around a cell for a line feed, but not for a bare carriage return.
    return guard + cell.replace("\r\n", "\n").replace("\r", "\n")

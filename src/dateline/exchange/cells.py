"""CSV that a spreadsheet shows and never runs, and that is read back as it was."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from typing import TextIO

Cell = str | int | float | None

FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
"""What a spreadsheet would work out instead of showing it, and such a cell with apostrophes in front."""

NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")


def write_csv(out: TextIO, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """A header and a line a row; an empty cell for null."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([guarded(cell) for cell in row] for row in rows)


def guarded(cell: Cell) -> Cell:
    """The cell as it is written: an apostrophe goes before text that begins like a formula.

    A number stays a number, and so does text that is one ("-3.2"). Line ends become line feeds, as the
    writer puts quotation marks around a cell for those alone.
    """
    if not isinstance(cell, str):
        return cell
    guard = "'" if FORMULA.match(cell) and not NUMBER.fullmatch(cell) else ""
    return guard + cell.replace("\r\n", "\n").replace("\r", "\n")


def unguarded(cell: str) -> str:
    """The text that ``guarded`` wrote."""
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell

"""The incidents that a format cannot hold, as CSV: which, and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO

from dateline.exchange.cells import write_csv
from dateline.exchange.contents import LeftOut, as_text
from dateline.exchange.values import date_json

COLUMNS = ("incident", "type", "start", "end", "place", "country", "reports", "why")


def write_left_out(left: Sequence[LeftOut], out: BinaryIO) -> None:
    """A row each; a header alone where everything could be held."""
    with as_text(out) as text:
        write_csv(text, COLUMNS, map(_row, left))


def _row(left: LeftOut) -> list[str | int | None]:
    days = (date_json(left.start), date_json(left.end))
    return [left.incident, left.type, *days, left.place, left.country, left.reports, left.why]

"""What layouts of incidents share: a row each, or the reason why there can be none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import BinaryIO

from dateline.exchange.cells import Cell, write_csv
from dateline.exchange.contents import Contents, LeftOut, as_text, left_out
from dateline.exchange.source import Told

MakeRow = Callable[[Told], list[Cell] | str]
"""Gives an incident's cells, or says in words why a layout cannot hold it."""


def write_layout(
    contents: Contents, out: BinaryIO, columns: Sequence[str], make: MakeRow
) -> tuple[LeftOut, ...]:
    """Write a header and a row an incident as CSV; incidents without a row are given back."""
    left = list[LeftOut]()

    def rows() -> Iterator[list[Cell]]:
        for told in contents.source.told():
            made = make(told)
            if isinstance(made, str):
                left.append(left_out(told.incident, made))
            else:
                yield made

    with as_text(out) as text:
        write_csv(text, columns, rows())
    return tuple(left)

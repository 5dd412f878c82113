"""JSON Lines -> one raw copy a line."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedReader
from typing import Any

from dateline.intake.unpack.copy import BEGINNING, RawCopy, Start
from dateline.limits import MAX_INPUT_BYTES
from dateline.model import Quarantined


def lines(
    path: str, name: str, reader: BufferedReader[Any], start: Start = BEGINNING
) -> Iterator[RawCopy | Quarantined]:
    """One raw copy a line, without its line end; blank lines are passed over."""
    number, end = start.number - 1, start.offset
    while line := reader.readline(MAX_INPUT_BYTES + 2):
        number, offset, end = number + 1, end, end + len(line)
        where = f"{path}:{number}"
        if len(line) > MAX_INPUT_BYTES + 1 and not line.endswith(b"\n"):
            yield Quarantined(where, f"too large: a line of more than {MAX_INPUT_BYTES:,} bytes")
            rest = b""
            while not rest.endswith(b"\n") and (rest := reader.readline(MAX_INPUT_BYTES)):
                end += len(rest)
        elif line.strip():
            yield RawCopy(where, name, "jsonl", line.rstrip(b"\r\n"), number, offset)

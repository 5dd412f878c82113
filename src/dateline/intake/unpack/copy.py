"""What every format is unpacked into: the bytes of one report, and where they stand."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import NamedTuple

from dateline.errors import InputError
from dateline.intake.sniff import Kind
from dateline.limits import MAX_INPUT_BYTES
from dateline.model import Bookmark, Quarantined


class RawCopy(NamedTuple):
    """The bytes of one report, unpacked: a file, a line of JSON Lines, a record of a WARC archive.

    ``path`` is as given, with what finds the report inside: ``:LINE``, ``:RECORD``, ``:MEMBER``;
    ``name`` is the file's own name. ``number`` and ``offset`` say where the record begins, if reading can
    begin there: its number in the file, and the byte. ``mark`` is set for what comes out of a file of many.
    """

    path: str
    name: str
    kind: Kind
    data: bytes
    number: int = 0
    offset: int | None = None
    mark: Bookmark | None = None


class Start(NamedTuple):
    """Where to begin in a file: the byte, and the number of the record that begins there."""

    number: int
    offset: int


BEGINNING = Start(1, 0)


def within_limit(copy: RawCopy) -> RawCopy | Quarantined:
    """The raw copy, unless it is larger than any report may be."""
    if len(copy.data) <= MAX_INPUT_BYTES:
        return copy
    return Quarantined(copy.path, f"too large: more than {MAX_INPUT_BYTES:,} bytes; split it into reports")


def record(path: str, name: str, keys: Mapping[str, str | None]) -> RawCopy | Quarantined:
    """A report that has no bytes of its own, such as a row of a table, as a line of JSON Lines.

    Its keys are in order of name and null ones left out, so that the same report has the same bytes.
    """
    try:
        data = json.dumps({k: keys[k] for k in sorted(keys) if keys[k]}, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise InputError(f"a broken character in {path}: {error.reason}") from error
    return within_limit(RawCopy(path, name, "jsonl", data))

"""Paths -> raw copies: the exact bytes of every report that was given, streamed."""

from __future__ import annotations

import gzip
import io
import os
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, cast

from dateline.errors import InputError
from dateline.intake.sniff import Kind, is_gzip, kind_of
from dateline.limits import MAX_INPUT_BYTES
from dateline.model import Quarantined

STDIN = "-"
SUFFIXES = (".txt", ".text", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson")
"""Of a folder only files so named are taken; a file named by itself is told apart by its content."""
HEAD = 8192
"""Bytes looked at to tell what a file is."""


class RawCopy(NamedTuple):
    """The bytes of one report, unpacked; for JSON Lines one line without its line end.

    ``path`` is as given, with ``:LINE`` for a line of JSON Lines; ``name`` is the file's own name.
    """

    path: str
    name: str
    kind: Kind
    data: bytes


def raw_copies(paths: Sequence[str], stdin: BinaryIO | None) -> Iterator[RawCopy | Quarantined]:
    """Every raw copy under ``paths`` in the order given, folders in sorted order, "-" for ``stdin``.

    Of a folder only reports by name (``SUFFIXES``) are taken; hidden files and links to folders are left
    out. What cannot be opened or is too large is quarantined.
    """
    for path in paths:
        if path == STDIN and stdin is not None:
            yield from _copies(STDIN, "stdin", stdin)
        else:
            yield from _under(Path(path), given=True)


def _under(path: Path, given: bool) -> Iterator[RawCopy | Quarantined]:
    """The raw copies of one file or folder; ``given`` tells a path that the user named."""
    shown = os.fsencode(path).decode("utf-8", "replace")
    try:
        if not path.is_dir():
            yield from _from_file(path, shown, given)
            return
        inside = sorted(p for p in path.iterdir() if not p.name.startswith("."))
    except FileNotFoundError:
        yield Quarantined(shown, "no such file or folder")
        return
    except (OSError, ValueError) as error:
        yield Quarantined(shown, _reason(error))
        return
    for child in inside:
        taken = child.is_dir() or child.name.lower().removesuffix(".gz").endswith(SUFFIXES)
        if taken and not (child.is_symlink() and child.is_dir()):
            yield from _under(child, given=False)


def _from_file(path: Path, shown: str, given: bool) -> Iterator[RawCopy | Quarantined]:
    # A pipe may be named on purpose; one that lies in a folder would hang the run.
    if not given and not path.is_file():
        yield Quarantined(shown, "neither a file nor a folder")
        return
    with path.open("rb") as file:
        yield from _copies(shown, Path(shown).name, file)


def _copies(path: str, name: str, file: BinaryIO) -> Iterator[RawCopy | Quarantined]:
    """The raw copies in one open file, which stays open."""
    reader = io.BufferedReader(cast(io.RawIOBase, file), HEAD)
    try:
        if is_gzip(reader.peek(HEAD)):
            name = name.removesuffix(".gz")
            with gzip.GzipFile(fileobj=reader) as packed:
                yield from _split(path, name, io.BufferedReader(cast(io.RawIOBase, packed), HEAD))
        else:
            yield from _split(path, name, reader)
    except (OSError, EOFError, zlib.error, InputError) as error:
        yield Quarantined(path, _reason(error))
    finally:
        reader.detach()


def _split(path: str, name: str, reader: io.BufferedReader[Any]) -> Iterator[RawCopy | Quarantined]:
    kind = kind_of(name, reader.peek(HEAD))
    if kind == "jsonl":
        yield from _lines(path, name, reader)
        return
    data = reader.read(MAX_INPUT_BYTES + 1)
    if len(data) > MAX_INPUT_BYTES:
        raise InputError(f"too large: more than {MAX_INPUT_BYTES:,} bytes; split it into reports")
    yield RawCopy(path, name, kind, data)


def _lines(path: str, name: str, reader: io.BufferedReader[Any]) -> Iterator[RawCopy | Quarantined]:
    """One raw copy a line; blank lines are passed over."""
    number = 0
    while line := reader.readline(MAX_INPUT_BYTES + 2):
        number += 1
        where = f"{path}:{number}"
        if len(line) > MAX_INPUT_BYTES + 1 and not line.endswith(b"\n"):
            yield Quarantined(where, f"too large: a line of more than {MAX_INPUT_BYTES:,} bytes")
            while (rest := reader.readline(MAX_INPUT_BYTES)) and not rest.endswith(b"\n"):
                continue
        elif line.strip():
            yield RawCopy(where, name, "jsonl", line.rstrip(b"\r\n"))


def _reason(error: Exception) -> str:
    """What went wrong, without the path that the reader is shown beside it."""
    if isinstance(error, InputError):
        return str(error)
    if isinstance(error, EOFError | zlib.error | gzip.BadGzipFile):
        return f"cannot be unpacked: {error}"
    if isinstance(error, OSError) and error.strerror:
        return f"cannot be read: {error.strerror}"
    return f"cannot be read: {error}"

"""Paths -> raw copies: the exact bytes of every report that was given, streamed."""

from __future__ import annotations

import gzip
import io
import os
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO, cast

from dateline.errors import InputError
from dateline.intake.sniff import EXTENSIONS, HEAD, SHORT, Container, kind_of, packing_of, unpacked_name
from dateline.intake.unpack.archive import tar_members, zip_members
from dateline.intake.unpack.copy import RawCopy, within_limit
from dateline.intake.unpack.feed import entries
from dateline.intake.unpack.lines import lines
from dateline.intake.unpack.table import rows
from dateline.intake.unpack.warc import records
from dateline.intake.unpack.zstd import Unpacked
from dateline.limits import MAX_INPUT_BYTES
from dateline.model import Quarantined

STDIN = "-"
SUFFIXES = (*EXTENSIONS, *SHORT)
"""Of a folder only files so named are taken, packed or not; a file named by itself is told by its content."""
Stream = Iterator[RawCopy | Quarantined]
UNPACK: dict[Container, Callable[[str, str, io.BufferedReader[Any]], Stream]] = {
    "jsonl": lines,
    "warc": records,
    "feed": entries,
    "tar": tar_members,
    "zip": zip_members,
    "parquet": rows,
}
BROKEN = (EOFError, zlib.error, gzip.BadGzipFile)


def raw_copies(paths: Sequence[str], stdin: BinaryIO | None) -> Stream:
    """Every raw copy under ``paths`` in the order given, folders in sorted order, "-" for ``stdin``.

    Of a folder only reports by name (``SUFFIXES``) are taken; hidden files and links to folders are left
    out. What cannot be opened or is too large is quarantined.
    """
    for path in paths:
        if path == STDIN and stdin is not None:
            yield from _copies(STDIN, "stdin", stdin)
        else:
            yield from _under(Path(path), given=True)


def _under(path: Path, given: bool) -> Stream:
    """The raw copies of one file or folder; ``given`` tells a path that the user named."""
    shown = os.fsencode(path).decode("utf-8", "replace")
    try:
        if not path.is_dir():
            yield from _from_file(path, shown, given)
            return
        inside = sorted(name for name in os.listdir(path) if not name.startswith("."))
    except FileNotFoundError:
        yield Quarantined(shown, "no such file or folder")
        return
    except (OSError, ValueError) as error:
        yield Quarantined(shown, _reason(error))
        return
    for name in inside:
        child = path / name
        taken = unpacked_name(name).lower().endswith(SUFFIXES) or child.is_dir()
        if taken and not (child.is_symlink() and child.is_dir()):
            yield from _under(child, given=False)


def _from_file(path: Path, shown: str, given: bool) -> Stream:
    # A pipe may be named on purpose; one that lies in a folder would hang the run.
    if not given and not path.is_file():
        yield Quarantined(shown, "neither a file nor a folder")
        return
    with path.open("rb") as file:
        yield from _copies(shown, Path(shown).name, file)


def _copies(path: str, name: str, file: BinaryIO) -> Stream:
    """The raw copies in one open file, which stays open."""
    reader = io.BufferedReader(cast(io.RawIOBase, file), HEAD)
    try:
        packing = packing_of(reader.peek(HEAD))
        if packing == "gzip":
            with gzip.GzipFile(fileobj=reader) as packed:
                yield from _split(
                    path, unpacked_name(name), io.BufferedReader(cast(io.RawIOBase, packed), HEAD)
                )
        elif packing == "zstd":
            yield from _split(path, unpacked_name(name), io.BufferedReader(Unpacked(reader), HEAD))
        else:
            yield from _split(path, name, reader)
    except (OSError, *BROKEN, InputError) as error:
        yield Quarantined(path, _reason(error))
    finally:
        if not reader.closed:
            reader.detach()


def _split(path: str, name: str, reader: io.BufferedReader[Any]) -> Stream:
    kind = kind_of(name, reader.peek(HEAD))
    if kind == "text" or kind == "html":
        yield within_limit(RawCopy(path, name, kind, reader.read(MAX_INPUT_BYTES + 1)))
    else:
        yield from UNPACK[kind](path, name, reader)


def _reason(error: Exception) -> str:
    """What went wrong, without the path that the reader is shown beside it."""
    if isinstance(error, InputError):
        return str(error)
    if isinstance(error, BROKEN):
        return f"cannot be unpacked: {error}"
    if isinstance(error, OSError) and error.strerror:
        return f"cannot be read: {error.strerror}"
    if isinstance(error, OSError):
        return f"cannot be unpacked: {error}"
    return f"cannot be read: {error}"

"""One open file -> its raw copies: unpacked, told by what it holds, each with a bookmark."""

from __future__ import annotations

import gzip
import io
import os
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, BinaryIO, TypeAlias, cast

from dateline.intake.marks import Meter, Stream, marked, unread
from dateline.intake.sniff import HEAD, Container, kind_of, packing_of, unpacked_name
from dateline.intake.unpack.archive import tar_members, zip_members
from dateline.intake.unpack.copy import RawCopy, Start, within_limit
from dateline.intake.unpack.feed import entries
from dateline.intake.unpack.lines import lines
from dateline.intake.unpack.table import rows
from dateline.intake.unpack.warc import records
from dateline.intake.unpack.zstd import Unpacked
from dateline.limits import MAX_INPUT_BYTES
from dateline.model import Bookmark

Reader: TypeAlias = "io.BufferedReader[Any]"
UNPACK: dict[Container, Callable[[str, str, Reader], Stream]] = {
    "jsonl": lines,
    "warc": records,
    "feed": entries,
    "tar": tar_members,
    "zip": zip_members,
    "parquet": rows,
}
PLACED: dict[Container, Callable[[str, str, Reader, Start], Stream]] = {"jsonl": lines, "warc": records}
"""What can be read from a record in the middle."""
BROKEN = (EOFError, zlib.error, gzip.BadGzipFile)
"""What a packed stream that was cut off or damaged raises."""
CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Walk:
    """What one run knows of the files that it goes through: where they were left, and how far it is."""

    left: Mapping[str, Bookmark] = field(default_factory=dict)
    meter: Meter = field(default_factory=Meter)


def copies(path: str, name: str, file: BinaryIO, walk: Walk) -> Stream:
    """The raw copies in one open file, which stays open; of a file of many from where ``walk`` says."""
    with _opened(file) as reader, _unpacked(reader) as inner:
        packing = packing_of(reader.peek(HEAD)) if inner is not reader else None
        name = unpacked_name(name) if packing else name
        kind = kind_of(name, inner.peek(HEAD))
        if kind == "text" or kind == "html":
            yield within_limit(RawCopy(path, name, kind, inner.read(MAX_INPUT_BYTES + 1)))
            return
        here = unread(path, file) if _is_file(file) else None
        if here is None:
            yield from UNPACK[kind](path, name, inner)
            return
    yield from marked(
        lambda start: _from(start, path, name, kind, file),
        here,
        walk.left,
        seekable=_is_placed(kind, packing),
    )


def _is_file(file: BinaryIO) -> bool:
    """Whether it can be asked for its size and read anew: standard input and what is in memory cannot."""
    return isinstance(getattr(file, "name", None), str) and file.seekable()


def _is_placed(kind: Container, packing: str | None) -> bool:
    """Whether the place of a record is one in the file; a packed WARC archive packs each record by itself."""
    return kind in PLACED and (packing is None or (kind == "warc" and packing == "gzip"))


def _from(start: Start, path: str, name: str, kind: Container, file: BinaryIO) -> Stream:
    """The raw copies in a file of many, from a place in it."""
    file.seek(start.offset)
    with _opened(file) as reader:
        packing = packing_of(reader.peek(HEAD))
        if not _is_placed(kind, packing):
            with _unpacked(reader) as inner:
                yield from UNPACK[kind](path, name, inner)
            return
        last = start.offset
        for copy in PLACED[kind](path, name, reader, start):
            if isinstance(copy, RawCopy):
                # An archive that is packed as a whole has records that begin nowhere in the file.
                placed = not packing or _begins(file, copy.offset)
                last = copy.offset if placed and copy.offset else last
                yield copy if placed else copy._replace(offset=None)
            else:
                yield copy
    if packing:
        _check_whole(file, last)


def _begins(file: BinaryIO, offset: int | None) -> bool:
    """Whether a packed record begins at a place in a file."""
    return offset is not None and packing_of(os.pread(file.fileno(), 4, offset)) is not None


def _check_whole(file: BinaryIO, offset: int) -> None:
    """Go through the end of a packed file: what reads WARC archives passes over one that was cut off.

    Raises:
        EOFError, zlib.error, BadGzipFile: the file is not whole.
    """
    file.seek(offset)
    with gzip.GzipFile(fileobj=file) as packed:
        while packed.read(CHUNK):
            pass


@contextmanager
def _opened(file: BinaryIO) -> Iterator[Reader]:
    """A reader of an open file, which stays open."""
    reader = io.BufferedReader(cast(io.RawIOBase, file), HEAD)
    try:
        yield reader
    finally:
        if not reader.closed:
            reader.detach()


@contextmanager
def _unpacked(reader: Reader) -> Iterator[Reader]:
    """What a packed file holds; of any other the reader itself."""
    packing = packing_of(reader.peek(HEAD))
    if packing == "gzip":
        with gzip.GzipFile(fileobj=reader) as packed:
            yield io.BufferedReader(cast(io.RawIOBase, packed), HEAD)
    elif packing == "zstd":
        yield io.BufferedReader(Unpacked(reader), HEAD)
    else:
        yield reader

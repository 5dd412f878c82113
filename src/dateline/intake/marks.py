"""Where a file was left, so that the next run goes on there."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import BinaryIO

from dateline.intake.unpack.copy import BEGINNING, RawCopy, Start
from dateline.model import Bookmark, Quarantined, raw_hash

BEGIN = 65_536
"""Bytes at the beginning of a file that its identity is made of, beside its size and time of change."""

Stream = Iterator[RawCopy | Quarantined]
Make = Callable[[Start], Stream]
"""Unpacks a file from a place in it."""


class Meter:
    """How many bytes of the files were gone through so far."""

    def __init__(self) -> None:
        self._before = 0
        self._file: BinaryIO | None = None

    def begin(self, file: BinaryIO) -> None:
        """Go on to this file; the one before it is done."""
        self._file = file

    def end(self, size: int) -> None:
        """The file, of this size, is done."""
        self._before, self._file = self._before + size, None

    def bytes(self) -> int:
        """Those of files that are done, and those read of the one that is open."""
        return self._before + (self._file.tell() if self._file and self._file.seekable() else 0)


def unread(path: str, file: BinaryIO) -> Bookmark | None:
    """A bookmark at the beginning of a file; null for pipes and the like, which cannot be gone back to.

    Its identity changes with the file's size, its time of change, and its first bytes.
    """
    told = os.fstat(file.fileno())
    if not stat.S_ISREG(told.st_mode):
        return None
    begin = hashlib.sha256(os.pread(file.fileno(), BEGIN, 0)).hexdigest()[:32]
    return Bookmark(os.path.abspath(path), f"{told.st_size}-{told.st_mtime_ns}-{begin}", 0, None, "")


def marked(make: Make, here: Bookmark, left: Mapping[str, Bookmark], *, seekable: bool) -> Stream:
    """What a file of many holds, each with its bookmark, from behind the one where it was left.

    Where the file is not as it was, all of it is given. ``seekable`` says whether the places of its records
    are places in the file.
    """
    last = left.get(here.file)
    if last is not None and last.identity == here.identity:
        if last.finished:
            return
        rest = _after(make, last, seekable=seekable)
        if rest is not None:
            yield from _numbered(rest, replace(here, number=last.number), seekable=seekable)
            return
    yield from _numbered(make(BEGINNING), here, seekable=seekable)


def _after(make: Make, last: Bookmark, *, seekable: bool) -> Stream | None:
    """What comes after a bookmark; null where another report is at it now."""
    if seekable and last.offset is not None:
        stream = make(Start(last.number, last.offset))
        at = next(stream, None)
    else:
        stream = make(BEGINNING)
        at = next(islice(stream, last.number - 1, None), None)
    return stream if isinstance(at, RawCopy) and raw_hash(at.data) == last.raw else None


def _numbered(stream: Stream, here: Bookmark, *, seekable: bool) -> Stream:
    """Each report with its bookmark; they are counted where the place of a record tells nothing."""
    for count, copy in enumerate(stream, start=here.number + 1):
        if isinstance(copy, RawCopy):
            number, offset = (copy.number, copy.offset) if seekable else (count, None)
            number = count if offset is None else number
            mark = replace(here, number=number, offset=offset, raw=raw_hash(copy.data))
            yield copy._replace(mark=mark)
        else:
            yield copy

"""A tar or zip archive -> the raw copies of its members. Archives inside archives are refused."""

from __future__ import annotations

import struct
import tarfile
import zipfile
from collections.abc import Iterator
from io import BufferedReader, RawIOBase
from pathlib import PurePosixPath
from typing import IO, Any, cast

from dateline.errors import InputError
from dateline.intake.sniff import HEAD, kind_of, packing_of
from dateline.intake.unpack.copy import RawCopy, within_limit
from dateline.intake.unpack.lines import lines
from dateline.limits import MAX_INPUT_BYTES, MAX_MEMBERS
from dateline.model import Quarantined

END = struct.Struct("<4s4H2LH")
"""The end record of a zip archive: magic, disks, entries here and in all, size and start of the list."""
END_MAGIC = b"PK\x05\x06"
LONGEST_COMMENT = 65_535
MOST_PER_MEMBER = 400
"""Bytes that a member may take in a zip archive's list, so that the list can be held in memory."""


def tar_members(path: str, name: str, reader: BufferedReader[Any]) -> Iterator[RawCopy | Quarantined]:
    """The members of a tar archive, as they come.

    Raises:
        InputError: at the member past the most that is taken; those before have been given.
    """
    try:
        with tarfile.open(fileobj=reader, mode="r|") as archive:
            for number, member in enumerate(archive, start=1):
                _check_number(number)
                archive.members.clear()  # type: ignore[attr-defined]  # it would keep all it has seen
                file = archive.extractfile(member) if member.isreg() and _taken(member.name) else None
                if file is not None:
                    yield from _member(path, member.name, file)
    except tarfile.TarError as error:
        raise InputError(f"a tar archive that cannot be unpacked: {error}") from error


def zip_members(path: str, name: str, reader: BufferedReader[Any]) -> Iterator[RawCopy | Quarantined]:
    """The members of a zip archive in the order of its list.

    Raises:
        InputError: if it is no zip archive, or has more members than are taken.
    """
    if not reader.seekable():
        raise InputError("a zip archive must be a file of its own, not packed or from standard input")
    _check_list(reader)
    try:
        with zipfile.ZipFile(reader) as archive:
            for member in archive.infolist():
                if member.is_dir() or not _taken(member.filename):
                    continue
                try:
                    with archive.open(member) as file:
                        yield from _member(path, member.filename, file)
                except (RuntimeError, NotImplementedError, zipfile.BadZipFile) as error:
                    yield Quarantined(f"{path}:{member.filename}", f"cannot be unpacked: {error}")
    except zipfile.BadZipFile as error:
        raise InputError(f"a zip archive that cannot be unpacked: {error}") from error


def _member(path: str, member: str, file: IO[bytes]) -> Iterator[RawCopy | Quarantined]:
    """What one member holds: a report, or records a line."""
    where, name = f"{path}:{member}", PurePosixPath(member).name
    reader = BufferedReader(cast(RawIOBase, file), HEAD)
    head = reader.peek(HEAD)
    kind = None if packing_of(head) else kind_of(name, head)
    if kind == "jsonl":
        yield from lines(where, name, reader)
    elif kind == "text" or kind == "html":
        yield within_limit(RawCopy(where, name, kind, reader.read(MAX_INPUT_BYTES + 1)))
    else:
        yield Quarantined(where, "an archive in an archive: unpack it and give what it holds")


def _taken(member: str) -> bool:
    """Whether a member is a report by name: no hidden file, nothing that archives add of themselves."""
    parts = PurePosixPath(member).parts
    return not any(part.startswith((".", "__MACOSX")) and part not in (".", "..") for part in parts)


def _check_number(number: int) -> None:
    if number > MAX_MEMBERS:
        raise InputError(f"more than {MAX_MEMBERS:,} members: unpack the archive and give the folder")


def _check_list(reader: BufferedReader[Any]) -> None:
    """Refuse a list of members that would fill the memory, before it is read."""
    size = reader.seek(0, 2)
    reader.seek(max(0, size - END.size - LONGEST_COMMENT))
    tail = reader.read()
    reader.seek(0)
    at = tail.rfind(END_MAGIC)
    if at < 0 or len(tail) < at + END.size:
        raise InputError("a zip archive that cannot be unpacked: it breaks off")
    _, _, _, _, entries, listed, _, _ = END.unpack_from(tail, at)
    _check_number(entries)
    if listed > MOST_PER_MEMBER * MAX_MEMBERS:
        raise InputError("a zip archive whose list of members is too large: unpack it and give the folder")

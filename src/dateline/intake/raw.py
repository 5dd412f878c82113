"""Paths -> raw copies: the exact bytes of every report that was given, streamed."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from dateline.errors import InputError
from dateline.intake.file import BROKEN, Walk, copies
from dateline.intake.marks import Stream
from dateline.intake.sniff import EXTENSIONS, SHORT, unpacked_name
from dateline.model import Quarantined

STDIN = "-"
SUFFIXES = (*EXTENSIONS, *SHORT)
"""Of a folder only files so named are taken, packed or not; a file named by itself is told by its content."""


def raw_copies(
    paths: Sequence[str], stdin: BinaryIO | None, walk: Walk | None = None, called: str = ""
) -> Stream:
    """Every raw copy under ``paths`` in the order given, folders in sorted order, "-" for ``stdin``.

    Of a folder only reports by name (``SUFFIXES``) are taken; hidden files and links to folders are left
    out. What cannot be opened or is too large is quarantined. A file that ``walk`` says was left is gone on
    with. ``called`` is the name of what comes from ``stdin``, where it has one.
    """
    walk = walk or Walk()
    for path in paths:
        if path == STDIN and stdin is not None:
            yield from _safely(called or STDIN, copies(called or STDIN, called or "stdin", stdin, walk))
        else:
            yield from _under(Path(path), walk, given=True)


def bytes_under(paths: Sequence[str]) -> int:
    """Bytes of all files that would be taken; of what cannot be looked at, none."""
    total = 0
    for path in map(Path, paths):
        try:
            inside = [child for child in path.iterdir() if is_taken(child)] if path.is_dir() else []
            total += path.stat().st_size if path.is_file() else bytes_under([os.fspath(p) for p in inside])
        except OSError:
            continue  # told when it is taken
    return total


def _under(path: Path, walk: Walk, *, given: bool) -> Stream:
    """The raw copies of one file or folder; ``given`` tells a path that the user named."""
    shown = os.fsencode(path).decode("utf-8", "replace")
    try:
        if not path.is_dir():
            yield from _from_file(path, shown, walk, given=given)
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
        if is_taken(child):
            yield from _under(child, walk, given=False)


def is_taken(path: Path) -> bool:
    """Whether of a folder this file or folder in it is taken."""
    if path.name.startswith("."):
        return False
    taken = unpacked_name(path.name).lower().endswith(SUFFIXES) or path.is_dir()
    return taken and not (path.is_symlink() and path.is_dir())


def _from_file(path: Path, shown: str, walk: Walk, *, given: bool) -> Stream:
    # A pipe may be named on purpose; one that lies in a folder would hang the run.
    if not given and not path.is_file():
        yield Quarantined(shown, "neither a file nor a folder")
        return
    with path.open("rb") as file:
        walk.meter.begin(file)
        yield from _safely(shown, copies(shown, Path(shown).name, file, walk))
        walk.meter.end(os.fstat(file.fileno()).st_size)


def _safely(path: str, copies: Stream) -> Stream:
    """The same, and in the place of what cannot be read its reason."""
    try:
        yield from copies
    except (OSError, *BROKEN, InputError) as error:
        yield Quarantined(path, _reason(error))


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

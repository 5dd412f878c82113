"""Which files have come into a folder, whole?"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from dateline.intake.raw import is_taken


class Stamp(NamedTuple):
    """By what a change of a file is told."""

    size: int
    changed: int


def arrivals(folder: Path, wait: Callable[[], bool]) -> Iterator[list[str]]:
    """The files that are new or changed, round after round, each once it is whole; a round may have none.

    A file counts as whole when it is as it was one round before, so that one still being written is let be.

    Args:
        folder: watched with all folders in it.
        wait: pauses between rounds; false ends the watch.
    """
    before, given = dict[str, Stamp](), dict[str, Stamp]()
    while True:
        now = dict(_files(folder))
        whole = [path for path, stamp in now.items() if before.get(path) == stamp != given.get(path)]
        given.update((path, now[path]) for path in whole)
        before = now
        yield sorted(whole)
        if not wait():
            return


def _files(folder: Path) -> Iterator[tuple[str, Stamp]]:
    try:
        inside = sorted(folder.iterdir())
    except OSError:
        return  # gone between two rounds
    for child in inside:
        if not is_taken(child):
            continue
        if child.is_dir():
            yield from _files(child)
            continue
        try:
            told = child.stat()
        except OSError:
            continue  # gone since it was listed
        yield os.fspath(child), Stamp(told.st_size, told.st_mtime_ns)

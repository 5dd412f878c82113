"""Runs a command and tells the peak of the memory of all its processes together."""

from __future__ import annotations

import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

EVERY, AT_FIRST = 0.25, 0.02
"""Seconds between two looks at the memory; and in the first second, in which short commands end."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a command printed, how long it took by the clock, and the most memory that its processes had."""

    out: str
    err: str
    seconds: float
    peak: int


def run(command: Sequence[str]) -> Run:
    """Run a command to its end.

    Memory is what its processes have of their own and their share of what they have in common (PSS), on
    Linux, where the system tells it.

    Raises:
        CalledProcessError: the command failed; its standard error is told.
    """
    began, peak, done = time.monotonic(), 0, threading.Event()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:

        def watch() -> None:
            nonlocal peak
            while not done.wait(AT_FIRST if time.monotonic() - began < 1 else EVERY):
                peak = max(peak, sum(map(_memory, _with_children(process.pid))))

        watcher = threading.Thread(target=watch)
        watcher.start()
        out, err = process.communicate()
        done.set()
        watcher.join()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, out, err)
    return Run(out, err, time.monotonic() - began, peak)


def _with_children(pid: int) -> list[int]:
    """A process and all that come from it."""
    children: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(stat.read_text().rsplit(")", 1)[1].split()[1])
        except (OSError, IndexError):
            continue  # it has just ended
        children.setdefault(parent, []).append(int(stat.parent.name))
    found, todo = list[int](), [pid]
    while todo:
        found.append(todo.pop())
        todo += children.get(found[-1], [])
    return found


def _memory(pid: int) -> int:
    """Bytes of one process."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0  # it has just ended
    return next((1024 * int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)

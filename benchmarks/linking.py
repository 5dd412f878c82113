"""Times linking of synthetic events, each size in a process of its own, and tells the peak of its memory.

Seconds are those of the processor, so that what else the machine does says nothing, and without making the
events, which are linked as they are made.

python -m benchmarks.linking [EVENTS ...]
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import pairwise

from benchmarks.events import synthetic_events
from dateline.codebook import load_codebook
from dateline.reconcile.cluster import cluster
from dateline.reconcile.views import EventView

SIZES = (100_000, 1_000_000)
TARGET = 12.0
"""How many times as long ten times the events may take."""


class Making:
    """Events one after another, and the processor seconds that making them took."""

    def __init__(self, views: Iterator[EventView]) -> None:
        self._views = views
        self.took = 0.0

    def __iter__(self) -> Iterator[EventView]:
        start = time.process_time()
        for view in self._views:
            self.took += time.process_time() - start
            yield view
            start = time.process_time()


def measure(events: int) -> str:
    """Processor seconds of linking, incidents, and the peak of memory in megabytes, of this process."""
    codebook = load_codebook()
    making = Making(synthetic_events(events, codebook))
    start = time.process_time()
    groups = cluster(making, codebook.linking)
    took = time.process_time() - start - making.took
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return f"{events} {took:.1f} {len(groups)} {peak}"


def main() -> int:
    """Measure every size and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("events", nargs="*", type=int, default=list(SIZES))
    parser.add_argument("--here", action="store_true", help="measure in this process")
    asked = parser.parse_args()
    if asked.here:
        sys.stdout.write(measure(asked.events[0]) + "\n")
        return 0
    sys.stdout.write("| events | seconds | incidents | peak MB |\n|--:|--:|--:|--:|\n")
    seconds = []
    for events in asked.events:
        command = [sys.executable, "-m", "benchmarks.linking", "--here", str(events)]
        row = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
        seconds.append(float(row[1]))
        sys.stdout.write(f"| {' | '.join(row)} |\n")
        sys.stdout.flush()
    slow = any(b > TARGET * a for a, b in pairwise(seconds))
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())

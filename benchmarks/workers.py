"""Times an engine over invented reports: wall-clock seconds from the first report read to the last.

python -m benchmarks.workers WORKERS [--screen] [--ray]
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from benchmarks.invented import mixed
from dateline.intake import RawCopy
from dateline.running.batches import take_and_read
from dateline.settings import Settings

REPORTS = 600


@contextmanager
def cluster(workers: int) -> Iterator[str]:
    """The address of a local cluster of so many nodes with one core each."""
    from ray.cluster_utils import Cluster

    made: Any = Cluster(initialize_head=True, head_node_args={"num_cpus": 1})
    for _ in range(workers - 1):
        made.add_node(num_cpus=1)
    try:
        yield made.address
    finally:
        made.shutdown()


def measure(settings: Settings) -> tuple[int, float]:
    """Reports after the first, and the seconds that they took."""
    texts = (text.encode() for text in mixed(REPORTS))
    copies = (RawCopy(f"{n}.txt", f"{n}.txt", "text", text) for n, text in enumerate(texts))
    outcomes = iter(take_and_read(copies, settings))
    next(outcomes)
    first = time.monotonic()
    return sum(1 for _ in outcomes), time.monotonic() - first


def main() -> None:
    """Measure, and print reports and seconds as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("workers", type=int)
    parser.add_argument("--screen", action="store_true")
    parser.add_argument("--ray", action="store_true")
    asked = parser.parse_args()
    screen = "all" if asked.screen else "none"
    if asked.ray:
        with cluster(asked.workers) as address:
            found = measure(Settings(None, asked.workers, address, screen))  # type: ignore[arg-type]
    else:
        found = measure(Settings(None, asked.workers, None, screen))  # type: ignore[arg-type]
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()

"""Times an engine over invented reports: wall-clock seconds from the first report read to the last.

python -m benchmarks.workers WORKERS [--screen] [--ray]
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import islice
from typing import Any

from benchmarks.invented import mixed
from dateline.engine.work import AHEAD
from dateline.intake import RawCopy
from dateline.limits import BATCH_ITEMS
from dateline.running.batches import take_and_read
from dateline.settings import Settings

REPORTS = 10 * BATCH_ITEMS
WARMING = 2 * BATCH_ITEMS
"""Reports for each worker that are read before the clock runs."""


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


def measure(settings: Settings) -> tuple[int, int, float]:
    """Reports in the midst of a run, their words, and the seconds that they took.

    The first reports warm every worker, as each loads its model with its first batch. Reports after the last
    keep all busy until the clock is stopped: so what is under way when it starts and stops is alike.
    """
    before = WARMING * settings.workers
    texts = list(mixed(before + REPORTS + 2 * AHEAD * BATCH_ITEMS * settings.workers))
    copies = (RawCopy(f"{n}.txt", f"{n}.txt", "text", text.encode()) for n, text in enumerate(texts))
    with closing(take_and_read(copies, settings)) as outcomes:
        for _ in islice(outcomes, before):
            pass
        first = time.monotonic()
        for _ in islice(outcomes, REPORTS):
            pass
        seconds = time.monotonic() - first
    return REPORTS, sum(len(text.split()) for text in texts[before : before + REPORTS]), seconds


def main() -> None:
    """Measure, and print reports, words and seconds as JSON."""
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

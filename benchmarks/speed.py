"""Times reading against bare spaCy over the same texts; rewrites its part of docs/benchmarks.md.

python -m benchmarks.speed
"""

from __future__ import annotations

import platform
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import spacy

from benchmarks.gold import gold_folder
from dateline.batches import make_reader
from dateline.codebook import load_codebook
from dateline.intake import take
from dateline.model import Report
from dateline.reading.parse import MODEL

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "benchmarks.md"
LINKING = "\n## Linking\n"
"""Begins the part of the page that is not rewritten."""

TARGET = 1.35
SAMPLE = 250
ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Timing:
    """Best of some rounds over the same words."""

    words: int
    bare: float
    reading: float

    @property
    def ratio(self) -> float:
        """How many times the bare parse reading costs."""
        return self.reading / self.bare


def sample() -> tuple[str, list[Report]]:
    """Reports to time, and what they are: gold documents where they are at hand, else the examples."""
    gold = gold_folder()
    boilerplate = load_codebook().boilerplate
    if gold is None:
        found = [r for r in take([str(ROOT / "examples")], None, boilerplate) if isinstance(r, Report)]
        return "the bundled examples, ten times over", found * 10
    paths = []
    reports: list[Report] = []
    for name in ("gva", "airwars_gaza", "muc4cased"):
        source = gold / "dev" / f"{name}.docs.jsonl.gz"
        paths.append(name)
        taken = (r for r in take([str(source)], None, boilerplate) if isinstance(r, Report))
        reports += [r for r, _ in zip(taken, range(SAMPLE // 3), strict=False)]
    return f"{len(reports)} reports of {', '.join(paths)}", reports


def timed(run: Callable[[], Iterable[object]]) -> float:
    """Seconds of the fastest of some rounds."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.perf_counter()
        for _ in run():
            pass
        best = min(best, time.perf_counter() - start)
    return best


def measure(reports: list[Report]) -> Timing:
    """Time both over the same texts."""
    texts = [r.text for r in reports]
    nlp = spacy.load(MODEL)
    reader = make_reader(None)
    for _ in nlp.pipe(texts[:20]):
        pass
    for _ in reader.read(reports[:20]):
        pass
    words = sum(len(t.split()) for t in texts)
    return Timing(words, timed(lambda: nlp.pipe(texts)), timed(lambda: reader.read(reports)))


def main() -> int:
    """Measure and rewrite the page."""
    what, reports = sample()
    t = measure(reports)
    rest = PAGE.read_text(encoding="utf-8").partition(LINKING)
    PAGE.write_text(
        "# Benchmarks\n\n"
        f"Rewritten by `make bench` ({platform.machine()}, Python {platform.python_version()}, one process): "
        f"best of {ROUNDS} rounds over {what}, {t.words:,} words.\n\n"
        "| what | seconds | words a second |\n|---|--:|--:|\n"
        f"| bare `nlp.pipe` of the model | {t.bare:.2f} | {t.words / t.bare:,.0f} |\n"
        f"| reading: parse, claims, statements | {t.reading:.2f} | {t.words / t.reading:,.0f} |\n\n"
        f"Reading costs {t.ratio:.2f} times the bare parse; the target is at most {TARGET}.\n"
        f"{rest[1]}{rest[2]}",
        encoding="utf-8",
    )
    sys.stdout.write(PAGE.read_text(encoding="utf-8"))
    return 0


if __name__ == "__main__":
    sys.exit(main())

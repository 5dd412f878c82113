"""Measures speed and memory, prints one table, and writes it to docs/benchmarks.md.

python -m benchmarks.bench [--long]

Ray's nodes are no children of the process that asks them, so that its memory is not told.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks import group
from benchmarks.invented import conflict
from benchmarks.reading import Timing

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "benchmarks.md"
MEASURED = "<!-- measured -->\n"
"""Begins the part of the page that is rewritten."""
PYTHON = sys.executable
DATELINE = (PYTHON, "-c", "from dateline.cli import main; main()")
LINKED, MANY = (10_000, 100_000), 1_000_000
ENVIRONMENT = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
"""One thread a process, so that a process is a core."""
HEAD = "| what | docs/s | words/s | × bare `nlp.pipe` | peak MB | found |\n|---|--:|--:|--:|--:|---|\n"


class Row(NamedTuple):
    """One line of the table; what does not apply is empty."""

    what: str
    docs: str = ""
    words: str = ""
    ratio: str = ""
    peak: str = ""
    found: str = ""

    def line(self) -> str:
        """As Markdown."""
        return "| " + " | ".join(self) + " |\n"


def reading() -> Iterator[Row]:
    """Ways to read the same texts, in processor time of one process."""
    done = group.run((PYTHON, "-m", "benchmarks.reading"))
    timings = [Timing(**each) for each in json.loads(done.out)]
    bare = {t.texts: t.seconds for t in timings if t.what.startswith("bare")}
    for t in timings:
        yield Row(
            f"{t.what}, {t.texts}",
            f"{t.reports / t.seconds:,.1f}",
            f"{t.words / t.seconds:,.0f}",
            f"{t.seconds / bare[t.texts]:.2f}",
            found=t.found,
        )


def engines() -> Iterator[Row]:
    """Workers of this machine and of a local Ray cluster, by the clock."""
    rates: dict[tuple[str, ...], float] = {}
    for flags in ((), ("--screen",), ("--ray",)):
        for workers in (1, 2):
            done = group.run((PYTHON, "-m", "benchmarks.workers", str(workers), *flags))
            reports, seconds = json.loads(done.out)
            rate = rates[(str(workers), *flags)] = reports / seconds
            what = "Ray" if "--ray" in flags else "local"
            screen = "on" if "--screen" in flags else "off"
            told = "" if workers == 1 else f"{rate / rates[('1', *flags)]:.2f} times one worker"
            name = f"{what}, {workers} worker{'s' * (workers > 1)}, screen {screen}, one in ten of conflict"
            peak = "" if "--ray" in flags else f"{done.peak / 1e6:,.0f}"
            yield Row(name, f"{rate:,.1f}", peak=peak, found=told)


def linking(sizes: tuple[int, ...]) -> Iterator[Row]:
    """Linking of invented events, in processor time."""
    for size in sizes:
        done = group.run((PYTHON, "-m", "benchmarks.linking", "--here", str(size)))
        _, seconds, incidents, peak = done.out.split()
        told = f"{float(seconds):,.1f} s, {int(incidents):,} incidents"
        yield Row(f"linking {size:,} events", f"{size / float(seconds):,.0f}", peak=peak, found=told)


def startup() -> Iterator[Row]:
    """What a short call costs, in processor time."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "report.txt"
        file.write_text(next(conflict(1)), encoding="utf-8")
        one = ("read", str(file), "--workers", "1")
        calls = (("`dateline --help`", ("--help",)), ("`dateline read` of one report", one))
        for what, words in calls:
            spent = min(_spent((*DATELINE, *words)) for _ in range(3))
            yield Row(what, found=f"{spent:.2f} s")


def _spent(command: tuple[str, ...]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def machine() -> str:
    """What it was measured on."""
    models = {
        line.partition(":")[2].strip()
        for line in Path("/proc/cpuinfo").read_text().splitlines()
        if line.startswith("model name")
    }
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    return (
        f"{', '.join(sorted(models)) or platform.machine()}, {os.cpu_count()} cores, {memory:.0f} GB, "
        f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
    )


def main() -> int:
    """Measure, print, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--long", action="store_true", help=f"link {MANY:,} events, too")
    asked = parser.parse_args()
    os.environ.update(ENVIRONMENT)
    sizes = (*LINKED, MANY) if asked.long else LINKED
    table = HEAD
    sys.stdout.write(HEAD)
    for part in (startup(), reading(), linking(sizes), engines()):
        for row in part:
            table += row.line()
            sys.stdout.write(row.line())
            sys.stdout.flush()
    before = PAGE.read_text(encoding="utf-8").partition(MEASURED)[0]
    PAGE.write_text(f"{before}{MEASURED}\n{machine()}.\n\n{table}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

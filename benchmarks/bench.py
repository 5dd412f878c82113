"""Measures speed and memory, prints one table, and writes it to docs/benchmarks.md and docs/scale.md.

python -m benchmarks.bench [--short]

Reading and linking are in processor time and go on side by side, one to a core; what is by the clock comes
after them, alone.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from benchmarks import group
from benchmarks.figures import Figures, Links, Rate, Start
from benchmarks.invented import conflict
from benchmarks.page import table, write_pages
from benchmarks.reading import Timing

PYTHON = sys.executable
DATELINE = (PYTHON, "-c", "from dateline.cli import main; main()")
SIZES, SHORT_SIZES = (10_000, 100_000, 1_000_000), (10_000, 100_000)
ENVIRONMENT = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "RAY_DISABLE_MEMORY_MONITOR": "1"}
"""One thread a process, so that a process is a core."""
ENGINES = (("local", False, 2), ("local", True, 2), ("Ray", False, 1), ("Ray", True, 1))
"""Engine, screen, and rounds: one and two workers in turn, of which the fastest of each is told."""


def measure(sizes: tuple[int, ...]) -> Figures:
    """Everything, told on standard error as it comes."""
    with ThreadPoolExecutor(1) as beside:
        linked = beside.submit(lambda: tuple(linking(sizes)))
        starts = tuple(startup())
        timings, peak = reading()
        links = linked.result()
    return Figures(machine(), starts, timings, peak, tuple(engines()), links)


def reading() -> tuple[tuple[Timing, ...], int]:
    """Ways to read the same texts, in processor time of one process, and its peak of memory."""
    done = group.run((PYTHON, "-m", "benchmarks.reading"))
    _tell(f"reading: {done.seconds:.0f} s")
    return tuple(Timing(**each) for each in json.loads(done.out)), done.peak


def engines() -> Iterator[Rate]:
    """Workers of this machine and of a local Ray cluster, by the clock."""
    for engine, screen, rounds in ENGINES:
        flags = [*(["--screen"] if screen else []), *(["--ray"] if engine == "Ray" else [])]
        fastest: dict[int, Rate] = {}
        for workers in (1, 2) * rounds:
            done = group.run((PYTHON, "-m", "benchmarks.workers", str(workers), *flags))
            reports, words, seconds = json.loads(done.out)
            rate = Rate(engine, workers, screen, reports, words, seconds, done.peak)
            _tell(f"{engine}, {workers}, screen {screen}: {rate.docs:.1f} a second")
            fastest[workers] = min(rate, fastest.get(workers, rate), key=lambda each: each.seconds)
        yield from fastest.values()


def linking(sizes: tuple[int, ...]) -> Iterator[Links]:
    """Linking of invented events, in processor time."""
    for size in sizes:
        done = group.run((PYTHON, "-m", "benchmarks.linking", "--here", str(size)))
        _, seconds, incidents, _ = done.out.split()
        yield Links(size, float(seconds), int(incidents), done.peak)
        _tell(f"linking {size:,} events: {seconds} s")


def startup() -> Iterator[Start]:
    """What a short call costs, in processor time, the best of three."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "report.txt"
        file.write_text(next(conflict(1)), encoding="utf-8")
        calls = (
            ("dateline --help", ("--help",)),
            ("dateline read REPORT", ("read", str(file), "--workers", "1")),
        )
        for name, words in calls:
            peak = group.run((*DATELINE, *words)).peak
            yield Start(name, min(_spent((*DATELINE, *words)) for _ in range(3)), peak)


def _spent(command: tuple[str, ...]) -> float:
    """Processor seconds of a command, told by the command's own shell: others may end meanwhile."""
    program = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=-3, stderr=-3, check=True); "
        "used = resource.getrusage(resource.RUSAGE_CHILDREN); print(used.ru_utime + used.ru_stime)"
    )
    return float(subprocess.run((PYTHON, "-c", program, *command), capture_output=True, check=True).stdout)


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


def _tell(words: str) -> None:
    sys.stderr.write(f"{words}\n")
    sys.stderr.flush()


def main() -> int:
    """Measure, print, and write the pages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--short", action="store_true", help=f"leave out the linking of {SIZES[-1]:,} events")
    asked = parser.parse_args()
    os.environ.update(ENVIRONMENT)
    figures = measure(SHORT_SIZES if asked.short else SIZES)
    sys.stdout.write(table(figures))
    write_pages(figures)
    return 0


if __name__ == "__main__":
    sys.exit(main())

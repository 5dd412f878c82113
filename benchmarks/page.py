"""Figures -> docs/benchmarks.md, and the costs of a year of news in docs/scale.md."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.figures import Figures, Rate
from benchmarks.reading import ALL, BARE, MIXED_IN, SCREEN_OFF, SCREEN_ON, Timing

DOCS = Path(__file__).resolve().parents[1] / "docs"
BEGIN, END = "<!-- measured -->\n", "<!-- /measured -->\n"
"""Stand around what is rewritten of a page."""
HEAD = (
    "| what | docs/s | words/s | × bare `nlp.pipe` | seconds | peak MB | found |\n"
    "|---|--:|--:|--:|--:|--:|---|\n"
)
YEAR, LENGTH, PAGE_SECONDS = 40_000_000, 450, 0.010
"""CC-News in a year: reports, words of each; and the seconds that taking the article out of a page costs."""
THIRD = 1 / 3


class Row(NamedTuple):
    """One line of the table; what does not apply is empty."""

    what: str
    docs: str = ""
    words: str = ""
    ratio: str = ""
    seconds: str = ""
    peak: str = ""
    found: str = ""

    def line(self) -> str:
        """As Markdown."""
        return "| " + " | ".join(self) + " |\n"


def write_pages(figures: Figures) -> None:
    """Rewrite what is measured on both pages."""
    _put(DOCS / "benchmarks.md", _benchmarks(figures))
    _put(DOCS / "scale.md", _year(figures))


def table(figures: Figures) -> str:
    """All that was measured, as one table."""
    return HEAD + "".join(row.line() for row in _rows(figures))


def _benchmarks(figures: Figures) -> str:
    met = "".join(
        f"| {target} | {measured} | {'yes' if reached else '**no**'} |\n"
        for target, measured, reached in figures.targets()
    )
    targets = f"| target | measured | reached |\n|---|---|---|\n{met}"
    return f"\n{figures.machine}.\n\n{targets}\n{table(figures)}"


def _rows(figures: Figures) -> Iterator[Row]:
    for start in figures.starts:
        yield Row(f"`{start.command}`", seconds=f"{start.seconds:.2f}", peak=_megabytes(start.peak))
    for timing in figures.timings:
        yield _reading(figures, timing)
    for rate in figures.rates:
        yield _workers(figures, rate)
    for link in figures.links:
        yield Row(
            f"linking {link.events:,} events",
            seconds=f"{link.seconds:,.1f}",
            peak=_megabytes(link.peak),
            found=f"{link.incidents:,} incidents",
        )


def _reading(figures: Figures, timing: Timing) -> Row:
    return Row(
        f"{timing.what}, {timing.texts}",
        f"{timing.reports / timing.seconds:,.1f}",
        f"{timing.words / timing.seconds:,.0f}",
        f"{figures.ratio(timing):.2f}",
        f"{timing.seconds:.1f}",
        _megabytes(figures.peak),
        timing.found,
    )


def _workers(figures: Figures, rate: Rate) -> Row:
    several = "s" if rate.workers > 1 else ""
    return Row(
        f"{rate.engine}, {rate.workers} worker{several}, screen {'on' if rate.screen else 'off'}, {MIXED_IN}",
        f"{rate.docs:,.1f}",
        f"{rate.words / rate.seconds:,.0f}",
        seconds=f"{rate.seconds:.1f}",
        peak=_megabytes(rate.peak),
        found=f"{figures.speed_up(rate):.2f} times one worker" if several else "",
    )


def _megabytes(peak: int) -> str:
    return f"{peak / 1e6:,.0f}"


def _year(figures: Figures) -> str:
    """What a year of CC-News costs in core-hours."""
    out = YEAR * PAGE_SECONDS / 3600
    mixed, whole = _hours(figures, SCREEN_ON, MIXED_IN), _hours(figures, SCREEN_OFF, MIXED_IN)
    more = _third(figures)
    lines = [
        ("bare `nlp.pipe`, for comparison", _hours(figures, BARE, MIXED_IN)),
        ("all read, nothing screened", whole),
        ("screened, one report in ten of conflict", mixed),
        ("screened, one report in three of conflict or much like it", more),
        ("taking the articles out of their pages, on top", out),
    ]
    rows = "".join(f"| {what} | {hours:,.0f} |\n" for what, hours in lines)
    days = (mixed + out) / 16 / 24
    return (
        f"\nOn one core of this machine: {figures.machine}.\n\n| | core-hours |\n|---|--:|\n{rows}\n"
        f"So a year takes {mixed + out:,.0f} core-hours, {days:.1f} days on 16 cores; and {more + out:,.0f} "
        "where a third of the news tells of arrests, protests and accidents, which reading gives claims of.\n"
    )


def _hours(figures: Figures, what: str, texts: str) -> float:
    timing = figures.timing(what, texts)
    return YEAR * LENGTH * timing.seconds / timing.words / 3600


def _third(figures: Figures) -> float:
    """Hours where a third is read whole, and the rest costs what screening costs in the mix."""
    whole = _hours(figures, SCREEN_OFF, ALL)
    silent = (_hours(figures, SCREEN_ON, MIXED_IN) - whole / 10) / 0.9
    return THIRD * whole + (1 - THIRD) * max(0.0, silent)


def _put(page: Path, told: str) -> None:
    before, _, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    page.write_text(f"{before}{BEGIN}{told}{END}{after}", encoding="utf-8")

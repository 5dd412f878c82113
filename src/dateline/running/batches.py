"""What every process does with a batch: inputs -> reports -> readings that can be trusted."""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TypeVar

from dateline.codebook import load_codebook
from dateline.codebook.boilerplate import Boilerplate
from dateline.doctor import check_ledger
from dateline.engine import Work, map_batches, map_on_cluster
from dateline.gazetteer import open_gazetteer
from dateline.intake import RawCopy, report_of
from dateline.model import Ledger, Quarantined, Reading, Report, Screened
from dateline.reading import Reader
from dateline.settings import Screening, Settings

S = TypeVar("S")
T = TypeVar("T")
R = TypeVar("R")

Outcome = Reading | Quarantined | Screened
Taken = tuple[RawCopy | Quarantined, Outcome]
"""What was given, and what came of it."""


@dataclass(frozen=True, slots=True)
class Readable:
    """A report that would be read, where it is only looked at."""

    path: str


@dataclass(frozen=True, slots=True)
class Desk:
    """What every process reads with."""

    reader: Reader
    boilerplate: Boilerplate
    screening: Screening


def take_and_read(
    copies: Iterable[RawCopy | Quarantined], settings: Settings
) -> Generator[Taken, None, None]:
    """What comes of each input, in order; where there is none, no model is loaded."""
    return _taken(_take_batch, copies, settings)


def take_and_look(
    copies: Iterable[RawCopy | Quarantined], settings: Settings
) -> Iterator[tuple[RawCopy | Quarantined, Readable | Quarantined | Screened]]:
    """What would come of each input, without reading any."""
    return _taken(_look_at_batch, copies, settings)


def _taken(
    function: Callable[[Desk, list[RawCopy | Quarantined]], list[R | Quarantined]],
    copies: Iterable[RawCopy | Quarantined],
    settings: Settings,
) -> Generator[tuple[RawCopy | Quarantined, R | Quarantined], None, None]:
    make = partial(_make_desk, settings.codebook, settings.screen)
    work: Work[Desk, RawCopy | Quarantined, R | Quarantined] = Work(make, function, _size, _lost)
    drawn = deque[RawCopy | Quarantined]()
    rest = _noted(copies, drawn)
    for first in rest:
        for outcome in _mapped(work, chain((first,), rest), settings):
            yield drawn.popleft(), outcome


def _noted(
    copies: Iterable[RawCopy | Quarantined], drawn: deque[RawCopy | Quarantined]
) -> Iterator[RawCopy | Quarantined]:
    """The same, each kept for when its outcome is there: workers need not send it back."""
    for copy in copies:
        drawn.append(copy)
        yield copy


def make_reader(codebook: Path | None) -> Reader:
    """A reader with its model, codebook and gazetteer loaded.

    What stays as long as the process is out of the collector's sight: looking through it took 6 % of reading.
    """
    book = load_codebook(codebook)
    reader = Reader(book, open_gazetteer(book))
    if not gc.get_freeze_count():  # once: a reader that goes is to be collected
        gc.collect()
        gc.freeze()
    return reader


def _make_desk(codebook: Path | None, screening: Screening) -> Desk:
    return Desk(make_reader(codebook), load_codebook(codebook).boilerplate, screening)


def _mapped(work: Work[S, T, R], items: Iterable[T], settings: Settings) -> Iterator[R]:
    """The results, by whichever engine the settings ask for; they are the same."""
    if settings.cluster:
        return map_on_cluster(work, items, settings.cluster, settings.workers)
    return map_batches(work, items, settings.workers)


def _size(copy: RawCopy | Quarantined) -> int:
    return len(copy.data) if isinstance(copy, RawCopy) else 0


def _lost(copy: RawCopy | Quarantined, reason: str) -> Quarantined:
    return Quarantined(copy.path, reason)


def _take_batch(desk: Desk, copies: list[RawCopy | Quarantined]) -> list[Outcome]:
    taken = [copy if isinstance(copy, Quarantined) else report_of(copy, desk.boilerplate) for copy in copies]
    passed = _screened(desk, copies, taken)
    read = iter(desk.reader.read([each for each in passed if isinstance(each, Report)]))
    return [_sound(next(read)) if isinstance(each, Report) else each for each in passed]


def _look_at_batch(
    desk: Desk, copies: list[RawCopy | Quarantined]
) -> list[Readable | Quarantined | Screened]:
    taken = [copy if isinstance(copy, Quarantined) else report_of(copy, desk.boilerplate) for copy in copies]
    passed = _screened(desk, copies, taken)
    return [Readable(each.path) if isinstance(each, Report) else each for each in passed]


def _screened(
    desk: Desk, copies: list[RawCopy | Quarantined], taken: list[Report | Quarantined]
) -> list[Report | Quarantined | Screened]:
    """The same, with those left out that a screen finds to tell nothing."""
    asked = [
        report
        for copy, report in zip(copies, taken, strict=True)
        if isinstance(report, Report) and isinstance(copy, RawCopy) and _is_screened(copy, desk.screening)
    ]
    silent = {r.id for r, may in zip(asked, desk.reader.may_tell(asked), strict=True) if not may}
    return [Screened(r.path) if isinstance(r, Report) and r.id in silent else r for r in taken]


def _is_screened(copy: RawCopy, screening: Screening) -> bool:
    return screening == "all" or (screening == "crawls" and copy.kind == "warc")


def _sound(result: Reading | Quarantined) -> Reading | Quarantined:
    """The reading, or why it cannot be trusted."""
    if isinstance(result, Quarantined):
        return result
    findings = check_ledger(Ledger((result,), (), ()))
    if not findings:
        return result
    reason = f"a fault of Dateline, please report it: {findings[0].record} {findings[0].problem}"
    return Quarantined(result.report.path, reason)

"""What every process does with a batch: inputs -> reports -> readings that can be trusted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TypeVar

from dateline.codebook import load_codebook
from dateline.codebook.boilerplate import Boilerplate
from dateline.doctor import check_ledger
from dateline.engine import Work, map_batches, map_on_cluster
from dateline.gazetteer import open_gazetteer
from dateline.intake import RawCopy, report_id, report_of
from dateline.model import Ledger, Quarantined, Reading, Report
from dateline.reading import Reader
from dateline.settings import Settings

S = TypeVar("S")
T = TypeVar("T")
R = TypeVar("R")

Taken = tuple[RawCopy | Quarantined, Reading | Quarantined]
"""What was given, and what came of it."""


class Unknown:
    """The inputs that are not known yet, the same bytes once; ``known`` counts the others.

    Args:
        copies: the inputs, streamed.
        has: whether a report id is known.
    """

    def __init__(self, copies: Iterable[RawCopy | Quarantined], has: Callable[[str], bool]) -> None:
        self._copies = copies
        self._has = has
        self._seen: set[str] = set()
        self.known = 0

    def __iter__(self) -> Iterator[RawCopy | Quarantined]:
        for copy in self._copies:
            if isinstance(copy, RawCopy):
                report = report_id(copy.data)
                if report in self._seen or self._has(report):
                    self.known += 1
                    continue
                self._seen.add(report)
            yield copy


def take_and_read(copies: Iterable[RawCopy | Quarantined], settings: Settings) -> Iterator[Taken]:
    """What comes of each input, in order; where there is none, no model is loaded."""
    rest = iter(copies)
    work = Work(partial(_make_desk, settings.codebook), _take_batch, _size_of_copy, _lost_copy)
    for first in rest:
        yield from _mapped(work, chain((first,), rest), settings)


def read_reports(reports: Sequence[Report], settings: Settings) -> Iterator[Reading | Quarantined]:
    """One reading a report, in order, by as many processes as the settings ask for."""
    work = Work(partial(make_reader, settings.codebook), _read_batch, _size_of_report, _lost_report)
    return _mapped(work, reports, settings)


def make_reader(codebook: Path | None) -> Reader:
    """A reader with its model, codebook and gazetteer loaded."""
    book = load_codebook(codebook)
    return Reader(book, open_gazetteer(book))


def _make_desk(codebook: Path | None) -> tuple[Reader, Boilerplate]:
    return make_reader(codebook), load_codebook(codebook).boilerplate


def _mapped(work: Work[S, T, R], items: Iterable[T], settings: Settings) -> Iterator[R]:
    """The results, by whichever engine the settings ask for; they are the same."""
    if settings.cluster:
        return map_on_cluster(work, items, settings.cluster, settings.workers)
    return map_batches(work, items, settings.workers)


def _size_of_copy(copy: RawCopy | Quarantined) -> int:
    return len(copy.data) if isinstance(copy, RawCopy) else 0


def _size_of_report(report: Report) -> int:
    return len(report.text)


def _lost_copy(copy: RawCopy | Quarantined, reason: str) -> Taken:
    return (copy, Quarantined(copy.path, reason))


def _lost_report(report: Report, reason: str) -> Reading | Quarantined:
    return Quarantined(report.path, reason)


def _take_batch(desk: tuple[Reader, Boilerplate], copies: list[RawCopy | Quarantined]) -> list[Taken]:
    reader, boilerplate = desk
    taken = [copy if isinstance(copy, Quarantined) else report_of(copy, boilerplate) for copy in copies]
    read = iter(_read_batch(reader, [each for each in taken if isinstance(each, Report)]))
    results = [each if isinstance(each, Quarantined) else next(read) for each in taken]
    return list(zip(copies, results, strict=True))


def _read_batch(reader: Reader, reports: list[Report]) -> list[Reading | Quarantined]:
    return [_sound(result) for result in reader.read(reports)]


def _sound(result: Reading | Quarantined) -> Reading | Quarantined:
    """The reading, or why it cannot be trusted."""
    if isinstance(result, Quarantined):
        return result
    findings = check_ledger(Ledger((result,), (), ()))
    if not findings:
        return result
    reason = f"a fault of Dateline, please report it: {findings[0].record} {findings[0].problem}"
    return Quarantined(result.report.path, reason)

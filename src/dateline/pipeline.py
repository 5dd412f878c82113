"""The whole story: bytes -> reports -> readings -> incidents."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import BinaryIO

from dateline.codebook import Codebook, load_codebook
from dateline.doctor import check_ledger, require_sound
from dateline.engine import map_batches
from dateline.gazetteer import open_gazetteer
from dateline.intake import copy_groups, take
from dateline.model import Ledger, Quarantined, Reading, Report
from dateline.reading import Reader
from dateline.reconcile import reconcile
from dateline.settings import Settings

Progress = Callable[[int, int | None], None]
"""Called with the number of reports read so far and the number there are."""


def read(
    paths: Sequence[str],
    settings: Settings = Settings(),  # noqa: B008  (frozen)
    *,
    stdin: BinaryIO | None = None,
    progress: Progress | None = None,
) -> Ledger:
    """Read every report under ``paths`` and bring their claims together into incidents.

    Args:
        paths: files, folders, or "-" for ``stdin``.
        settings: codebook and number of processes.
        stdin: the stream that "-" stands for.
        progress: told after each report how many are done.

    Raises:
        CodebookError: a file of ``settings.codebook`` is wrong.
        InvariantError: what was read contradicts itself, a fault of Dateline.
    """
    codebook = load_codebook(settings.codebook)
    reports, refused = _intake(paths, stdin, codebook)
    readings: list[Reading] = []
    for done, result in enumerate(read_reports(reports, settings), start=1):
        sound = result if isinstance(result, Quarantined) else _sound(result)
        if isinstance(sound, Reading):
            readings.append(sound)
        else:
            refused.append(sound)
        if progress:
            progress(done, len(reports))
    quarantined = tuple(sorted(refused, key=lambda q: (q.path, q.reason)))
    ledger = Ledger(tuple(readings), reconcile(readings, codebook), quarantined)
    require_sound(ledger)
    return ledger


def read_reports(reports: Sequence[Report], settings: Settings) -> Iterator[Reading | Quarantined]:
    """One reading a report, in order, by as many processes as the settings ask for."""
    return map_batches(_read_batch, reports, settings.workers, partial(make_reader, settings.codebook))


def _sound(reading: Reading) -> Reading | Quarantined:
    """The reading, or why it cannot be trusted."""
    findings = check_ledger(Ledger((reading,), (), ()))
    if not findings:
        return reading
    reason = f"a fault of Dateline, please report it: {findings[0].record} {findings[0].problem}"
    return Quarantined(reading.report.path, reason)


def make_reader(codebook: Path | None) -> Reader:
    """A reader with its model, codebook and gazetteer loaded."""
    book = load_codebook(codebook)
    return Reader(book, open_gazetteer(book))


def _read_batch(reader: Reader, reports: list[Report]) -> list[Reading | Quarantined]:
    return list(reader.read(reports))


def _intake(
    paths: Sequence[str], stdin: BinaryIO | None, codebook: Codebook
) -> tuple[list[Report], list[Quarantined]]:
    """Reports in order of id, the same bytes once, each with its copy group; and what was refused."""
    taken = list(take(paths, stdin, codebook.boilerplate))
    given = sorted((r for r in taken if isinstance(r, Report)), key=lambda r: (r.path, r.key), reverse=True)
    unique = {r.id: r for r in given}
    groups = copy_groups(list(unique.values()))
    reports = [replace(unique[i], copy_group=groups[i]) for i in sorted(unique)]
    return reports, [q for q in taken if isinstance(q, Quarantined)]

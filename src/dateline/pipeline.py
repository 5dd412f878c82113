"""The whole story: bytes -> reports -> readings -> incidents; in one go, or kept in a ledger."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import BinaryIO

from dateline.batches import Unknown, read_reports, take_and_read
from dateline.codebook import Codebook, load_codebook
from dateline.doctor import require_sound
from dateline.intake import RawCopy, copy_groups, raw_copies, take
from dateline.ledger import Store
from dateline.model import Ledger, Making, Quarantined, Reading, Removal, Report
from dateline.reconcile import reconcile
from dateline.settings import Settings
from dateline.settling import Settled, maker_of, settle

Progress = Callable[[int, int | None], None]
"""Called with the number of reports read so far and the number there are."""


@dataclass(frozen=True, slots=True)
class Added:
    """What adding did.

    ``reports`` are new, ``known`` were there already, ``removed`` were given again after a person had
    taken them out, and stay out; ``outdated`` of the ledger were read by another maker.
    """

    reports: int
    known: int
    removed: tuple[Removal, ...]
    outdated: int
    quarantined: tuple[Quarantined, ...]
    settled: Settled


def read(
    paths: Sequence[str],
    settings: Settings | None = None,
    *,
    stdin: BinaryIO | None = None,
    progress: Progress | None = None,
) -> Ledger:
    """Read every report under ``paths`` and bring their claims together into incidents.

    Args:
        paths: files, folders, or "-" for ``stdin``.
        settings: codebook and processes; the packaged codebook and all cores where none are given.
        stdin: the stream that "-" stands for.
        progress: told after each report how many are done.

    Raises:
        CodebookError: a file of ``settings.codebook`` is wrong.
        InvariantError: what was read contradicts itself, a fault of Dateline.
    """
    settings = settings or Settings()
    codebook = load_codebook(settings.codebook)
    reports, refused = _intake(paths, stdin, codebook)
    readings: list[Reading] = []
    for done, result in enumerate(read_reports(reports, settings), start=1):
        if isinstance(result, Reading):
            readings.append(result)
        else:
            refused.append(result)
        if progress:
            progress(done, len(reports))
    quarantined = tuple(sorted(refused, key=lambda q: (q.path, q.reason)))
    ledger = Ledger(tuple(readings), reconcile(readings, codebook), quarantined)
    require_sound(ledger)
    return ledger


def add(
    paths: Sequence[str],
    store: Store,
    settings: Settings,
    *,
    stdin: BinaryIO | None = None,
    progress: Progress | None = None,
) -> Added:
    """Read what is new under ``paths`` into a ledger, report by report, then link all that it holds.

    Each report is kept as soon as it is read: an interrupt loses none of those, and the next call goes on.
    Arguments and errors as for ``read``; ``store`` is an open ledger.

    Raises:
        LedgerError: the ledger cannot be written.
    """
    maker = maker_of(settings)
    removed, met = {each.report: each for each in store.removals()}, dict[str, Removal]()

    def known(report: str) -> bool:
        if report in removed:
            met[report] = removed[report]
        return report in removed or store.has(report)

    unknown = Unknown(raw_copies(sorted(paths), stdin), known)
    added, refused = 0, list[Quarantined]()
    for done, (given, result) in enumerate(take_and_read(unknown, settings), start=1):
        if isinstance(result, Quarantined):
            store.quarantine(result, given.data if isinstance(given, RawCopy) else None)
            refused.append(result)
        elif isinstance(given, RawCopy):
            added += store.add(result, given.data, Making(given.name, given.kind, maker))
        if progress:
            progress(done, None)
    outdated = store.made_by_others(maker)
    told = tuple(met[report] for report in sorted(met))
    return Added(added, unknown.known - len(told), told, outdated, tuple(refused), settle(store, settings))


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

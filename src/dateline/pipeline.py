"""The whole story: bytes -> reports -> readings -> incidents; in one go, or kept in a ledger."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from typing import BinaryIO

from dateline.batches import Unknown, read_reports, take_and_read
from dateline.codebook import Codebook, codebook_digest, load_codebook
from dateline.doctor import require_sound
from dateline.errors import LedgerError
from dateline.intake import RawCopy, copy_groups, raw_copies, take
from dateline.ledger import Change, Store
from dateline.model import Ledger, Maker, Making, Quarantined, Reading, Removal, Report, Term
from dateline.reconcile import Standing, reconcile, rulings_of, standings
from dateline.settings import Settings

Progress = Callable[[int, int | None], None]
"""Called with the number of reports read so far and the number there are."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What linking did to the incidents, and how the judgements by people stood in it."""

    incidents: Change
    judgements: tuple[Standing, ...]


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


def settle(store: Store, settings: Settings) -> Settled:
    """Make the incidents of a ledger from all its readings, unless they are made; anew if it grew meanwhile.

    They are made, too, where another version or codebook made those that are there.

    Raises:
        LedgerError: the ledger holds events of a type that the codebook lacks.
        InvariantError: what was reconciled contradicts itself, a fault of Dateline.
    """
    codebook, maker = load_codebook(settings.codebook), maker_of(settings)
    settled = Settled(Change(0, 0, 0), ())
    while not (store.settled() and store.settled_by() == maker):
        head, readings = store.head(), tuple(store.readings())
        _require_types(readings, codebook)
        groups = copy_groups([reading.report for reading in readings])
        grouped = {
            r.report.id: replace(r, report=replace(r.report, copy_group=groups[r.report.id]))
            for r in readings
        }
        stood = standings(store.judgements(), grouped)
        incidents = reconcile(grouped.values(), codebook, rulings_of(stood))
        require_sound(Ledger(tuple(grouped.values()), incidents, ()))
        change = store.put_incidents(incidents, groups, head, maker)
        if change:
            settled = Settled(change, stood)
    return settled


def maker_of(settings: Settings) -> Maker:
    """Who reads and links with these settings."""
    return Maker(version("dateline"), codebook_digest(settings.codebook))


def _require_types(readings: Sequence[Reading], codebook: Codebook) -> None:
    """Events can only be linked by a codebook that has their types."""
    known = {each.name for each in codebook.event_types.type}
    for reading in readings:
        for claim in reading.claims:
            if isinstance(claim.value, Term) and claim.field == "type" and claim.value.name not in known:
                raise LedgerError(
                    f"{reading.report.id} tells a {claim.value.name}, a type that this codebook lacks: give "
                    "--codebook with the one that it was read with, or read it again by `dateline reread`"
                )


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

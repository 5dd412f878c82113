"""The whole story: bytes -> reports -> readings -> incidents; in one go, or kept in a ledger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import BinaryIO

from dateline.codebook import load_codebook
from dateline.doctor import require_sound
from dateline.intake import RawCopy, Walk, bytes_under, copy_groups, raw_copies, report_id
from dateline.keeping.settling import Settled, settle
from dateline.ledger import Store
from dateline.model import Ledger, Making, Quarantined, Reading, Removal, Screened
from dateline.reconcile import reconcile
from dateline.running.batches import Outcome, Readable, take_and_look, take_and_read
from dateline.running.inputs import Once, Unknown
from dateline.running.maker import maker_of
from dateline.running.place import keeping_place, run_of
from dateline.running.tally import OnTally, Tally, Texts
from dateline.settings import Settings


@dataclass(frozen=True, slots=True)
class Added:
    """What adding did.

    ``reports`` are new, ``copies`` of them with the text of another; ``known`` were there already,
    ``screened`` were not read as they tell of nothing, ``removed`` were given again after a person had taken
    them out, and stay out; ``outdated`` of the ledger were read by another maker. ``resumed`` tells that an
    interrupted call was gone on with.
    """

    reports: int
    known: int
    screened: int
    removed: tuple[Removal, ...]
    outdated: int
    quarantined: tuple[Quarantined, ...]
    settled: Settled
    resumed: bool = False
    copies: int = 0


@dataclass(frozen=True, slots=True)
class Looked:
    """What adding would do: in ``tally.read`` what it would read."""

    tally: Tally
    quarantined: tuple[Quarantined, ...]


def read(
    paths: Sequence[str],
    settings: Settings | None = None,
    *,
    stdin: BinaryIO | None = None,
    progress: OnTally | None = None,
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
    once = Once(raw_copies(paths, stdin))
    found, refused, tally = dict[str, Reading](), list[Quarantined](), Tally()
    for given, outcome in take_and_read(once, settings):
        tally = counted(tally, outcome)
        if isinstance(outcome, Reading):
            found[outcome.report.id] = outcome
        elif isinstance(outcome, Quarantined):
            refused.append(outcome)
            if isinstance(given, RawCopy):
                refused += (replace(outcome, path=path) for path in once.others(report_id(given.data)))
        if progress:
            progress(tally)
    groups = copy_groups([found[i].report for i in sorted(found)])
    readings = [
        replace(found[i], report=replace(found[i].report, copy_group=groups[i])) for i in sorted(found)
    ]
    quarantined = tuple(sorted(set(refused), key=lambda q: (q.path, q.reason)))
    ledger = Ledger(tuple(readings), reconcile(readings, codebook), quarantined)
    require_sound(ledger)
    return ledger


def add(
    paths: Sequence[str],
    store: Store,
    settings: Settings,
    *,
    stdin: BinaryIO | None = None,
    called: str = "",
    progress: OnTally | None = None,
) -> Added:
    """Read what is new under ``paths`` into a ledger, report by report, then link all that it holds.

    Each report is kept as soon as it is read: an interrupt loses none of those, and the next call goes on.
    Arguments and errors as for ``read``; ``store`` is an open ledger, ``called`` the name of what ``stdin``
    gives, where it has one.

    Raises:
        LedgerError: the ledger cannot be written.
    """
    maker = maker_of(settings)
    removed, met = {each.report: each for each in store.removals()}, dict[str, Removal]()

    def known(report: str) -> bool:
        if report in removed:
            met[report] = removed[report]
        return report in removed or store.has(report)

    run = run_of(settings)
    walk = Walk(store.bookmarks(run))
    unknown = Unknown(raw_copies(sorted(paths), stdin, walk, called), known)
    tally, added, refused = Tally(size=bytes_under(paths) if progress else None), 0, list[Quarantined]()
    texts, copies = Texts(), 0
    with keeping_place(store, run) as place:
        for given, outcome in take_and_read(unknown, settings):
            if isinstance(outcome, Quarantined):
                store.quarantine(outcome, given.data if isinstance(given, RawCopy) else None)
                refused.append(outcome)
            elif isinstance(outcome, Reading) and isinstance(given, RawCopy):
                added += store.add(outcome, given.data, Making(given.name, given.kind, maker))
                copies += texts.again(outcome.report.text)
            place.passed(given.mark if isinstance(given, RawCopy) else None)
            tally = replace(counted(tally, outcome), copies=copies, known=unknown.known)
            tally = replace(tally, bytes=walk.meter.bytes())
            if progress:
                progress(tally)
    store.forget_bookmarks(run)
    outdated = store.made_by_others(maker)
    told = tuple(met[report] for report in sorted(met))
    known_before = unknown.known - len(told)
    settled = settle(store, settings)
    return Added(
        added, known_before, tally.screened, told, outdated, tuple(refused), settled, bool(walk.left), copies
    )


def look(
    paths: Sequence[str],
    store: Store,
    settings: Settings,
    *,
    stdin: BinaryIO | None = None,
    progress: OnTally | None = None,
) -> Looked:
    """What adding would do, by everything but the reading itself; nothing is written."""
    gone = {each.report for each in store.removals()}
    unknown = Unknown(raw_copies(sorted(paths), stdin), lambda report: report in gone or store.has(report))
    tally, refused = Tally(size=bytes_under(paths) if progress else None), list[Quarantined]()
    for _, outcome in take_and_look(unknown, settings):
        tally = replace(counted(tally, outcome), known=unknown.known)
        if isinstance(outcome, Quarantined):
            refused.append(outcome)
        if progress:
            progress(tally)
    return Looked(replace(tally, known=unknown.known), tuple(refused))


def counted(tally: Tally, outcome: Outcome | Readable) -> Tally:
    """The tally with one outcome more."""
    if isinstance(outcome, Reading | Readable):
        return replace(tally, read=tally.read + 1)
    if isinstance(outcome, Screened):
        return replace(tally, screened=tally.screened + 1)
    return replace(tally, quarantined=tally.quarantined + 1)

"""Keeping a ledger: reading again what another version or codebook read, and checking all that it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import cast

from dateline.batches import take_and_read
from dateline.codebook import load_codebook
from dateline.codebook.boilerplate import Boilerplate
from dateline.doctor import Finding, check_ledger
from dateline.doctor.spans import spans_quote_exactly
from dateline.errors import LedgerError
from dateline.intake import RawCopy, report_of
from dateline.intake.sniff import Kind
from dateline.judging import stand
from dateline.ledger import Store
from dateline.model import IMPORTED, Kept, Ledger, Maker, Quarantined, Reading, Report, content_id, raw_hash
from dateline.reconcile import rulings_of
from dateline.reconcile.rulings import Rulings
from dateline.redrawn import redrawn_differs
from dateline.settings import Settings
from dateline.settling import Settled, maker_of, settle

Progress = Callable[[int, int | None], None]
"""Called with the number of reports done so far and the number there are."""
FROM_TEXT = ("key", "publisher", "title", "published", "published_from", "dateline", "text", "repairs")
"""Parts of a report that intake makes of its raw copy alone."""


@dataclass(frozen=True, slots=True)
class Reread:
    """What reading again did: reports read again, those that could not be and stay as they were."""

    reports: int
    quarantined: tuple[Quarantined, ...]
    settled: Settled


def reread(store: Store, settings: Settings, progress: Progress | None = None) -> Reread:
    """Read again every raw copy whose reading another version or codebook made, then link all.

    Each report's new reading supersedes the old one as soon as it is made: an interrupt loses none of
    those, and the next call goes on. A report that cannot be read now keeps its old reading.

    Raises:
        LedgerError: the ledger cannot be written.
    """
    maker = maker_of(settings)
    outdated = store.outdated(maker)
    again, refused = 0, list[Quarantined]()
    taken = take_and_read((_raw_copy(store, report) for report in outdated), settings)
    for done, (report, (given, result)) in enumerate(zip(outdated, taken, strict=True), start=1):
        kept = store.kept(report)
        if isinstance(given, RawCopy) and isinstance(result, Reading) and kept:
            again += store.reread(result, replace(kept.making, maker=maker))
        elif isinstance(result, Quarantined):
            refused.append(result)
        if progress:
            progress(done, len(outdated))
    return Reread(again, tuple(refused), settle(store, settings))


def verify(store: Store, settings: Settings, progress: Progress | None = None) -> Iterator[Finding]:
    """What is wrong with raw copies, with what was made of them, or with the audit chain.

    Every raw copy is hashed; the canonical text of every report is made again from it, by the codebook of
    ``settings``; every span is cut out again; every entry of the chain is sealed again. One report is in
    memory at a time.
    """
    boilerplate, maker = load_codebook(settings.codebook).boilerplate, maker_of(settings)
    for done, digest in enumerate(store.raw_copies(), start=1):
        report = content_id("report", digest)
        try:
            yield from _verified(store, report, digest, boilerplate, maker)
        except LedgerError as error:
            yield Finding(report, str(error))
        if progress:
            progress(done, None)
    for fault in store.verify_chain():
        yield Finding("audit", fault)


def examine(store: Store) -> Iterator[Finding]:
    """Everything on which the ledger breaks what is always true of one, by its stored records and tables."""
    for fault in store.drawn_faults():
        yield Finding("tables", fault)
    if not store.settled():
        yield Finding("incidents", "what was added or decided last is not linked yet: run `dateline reread`")
        return  # the incidents are those of an earlier ledger
    try:
        readings = tuple(store.readings())
        judged = (store.judgements(), store.value_judgements())
        ledger = Ledger(readings, store.incidents(), store.quarantined(), *judged)
    except LedgerError as error:
        yield Finding("records", f"{error}; until it is mended the rest cannot be checked")
        return
    rulings = rulings_of(stand(store))
    found = (*check_ledger(ledger), *_judged(ledger, rulings))
    yield from found
    if not found:
        yield from redrawn_differs(store, ledger, rulings)


def _judged(ledger: Ledger, rulings: Rulings) -> Iterator[Finding]:
    """Judgements that are in force and do not hold."""
    incident_of = {claim: incident.id for incident in ledger.incidents for claim in incident.claims}
    of_event = {
        claim.event: incident_of[claim.id]
        for reading in ledger.readings
        for claim in reading.claims
        if claim.id in incident_of
    }
    for left, right in sorted(rulings.same | rulings.different):
        if not {left, right} <= of_event.keys():
            continue  # a person rejected all that it tells
        together = of_event[left] == of_event[right]
        if together != ((left, right) in rulings.same):
            found = "one incident" if together else "two incidents"
            yield Finding(left, f"was judged with {right}, and yet they are {found}")


def _verified(
    store: Store, report: str, digest: str, boilerplate: Boilerplate, maker: Maker
) -> Iterator[Finding]:
    kept, reading = store.kept(report), store.reading(report)
    if kept is not None and kept.making.kind == IMPORTED:
        yield Finding(report, "was imported without its raw copy, so that nothing can be checked against it")
        return
    data = store.raw(digest)
    if raw_hash(data) != digest:
        yield Finding(report, f"the raw copy {digest} was changed: its bytes have another hash")
        return
    if kept is None or reading is None:  # removed
        return
    again = report_of(_named(kept, data), boilerplate)
    for problem in _differences(reading.report, again):
        by = "" if kept.making.maker == maker else " (read by another version or codebook: `dateline reread`)"
        yield Finding(report, f"{problem}{by}")
    yield from spans_quote_exactly(Ledger((reading,), (), ()))


def _differences(kept: Report, again: Report | Quarantined) -> Iterator[str]:
    if isinstance(again, Quarantined):
        yield f"its raw copy no longer makes a report: {again.reason}"
        return
    for name in FROM_TEXT:
        if getattr(kept, name) != getattr(again, name):
            yield f"its raw copy makes another {'canonical text' if name == 'text' else name} than was kept"


def _raw_copy(store: Store, report: str) -> RawCopy | Quarantined:
    """The input of a report as it was given, or why it cannot be had."""
    kept = store.kept(report)
    if kept is None:
        return Quarantined(report, "it was removed meanwhile")
    try:
        data = store.raw(kept.raw)
    except LedgerError as error:
        return Quarantined(kept.path, str(error))
    if raw_hash(data) != kept.raw:
        return Quarantined(kept.path, f"the raw copy {kept.raw} was changed: see `dateline verify`")
    return _named(kept, data)


def _named(kept: Kept, data: bytes) -> RawCopy:
    return RawCopy(kept.path, kept.making.name, cast(Kind, kept.making.kind), data)

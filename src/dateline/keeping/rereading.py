"""Reading again what another version or codebook read."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dateline.errors import LedgerError
from dateline.intake import RawCopy
from dateline.keeping.as_given import as_given
from dateline.keeping.settling import Settled, settle
from dateline.ledger import Store
from dateline.model import Quarantined, Reading, raw_hash
from dateline.running.batches import take_and_read
from dateline.running.maker import maker_of
from dateline.running.tally import Progress
from dateline.settings import Settings


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
    return as_given(kept, data)

"""Reading without a ledger at hand: readings land as Parquet partitions, and are loaded into one later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from dateline.doctor import check_ledger
from dateline.errors import InputError
from dateline.intake import RawCopy, bytes_under, raw_copies
from dateline.keeping.settling import settle
from dateline.ledger import Store
from dateline.ledger.partitions import Landed, PartitionWriter, Refused, read_partitions
from dateline.model import Ledger, Making, Quarantined, Reading
from dateline.pipeline import Added, counted
from dateline.running.batches import take_and_read
from dateline.running.inputs import Unknown
from dateline.running.maker import maker_of
from dateline.running.tally import OnTally, Tally
from dateline.settings import Settings


def land(
    paths: Sequence[str],
    folder: Path,
    settings: Settings,
    *,
    stdin: BinaryIO | None = None,
    progress: OnTally | None = None,
) -> tuple[Tally, tuple[Quarantined, ...]]:
    """Read every report under ``paths`` into partitions in a new folder; nothing is linked.

    Arguments and errors as for ``pipeline.read``.

    Raises:
        InputError: the folder holds something already.
    """
    maker = maker_of(settings)
    once = Unknown(raw_copies(sorted(paths), stdin), lambda _: False)
    tally, refused = Tally(size=bytes_under(paths) if progress else None), list[Quarantined]()
    with PartitionWriter(folder) as partitions:
        for given, outcome in take_and_read(once, settings):
            raw = given.data if isinstance(given, RawCopy) else None
            if isinstance(outcome, Quarantined):
                partitions.put(Refused(outcome, raw))
                refused.append(outcome)
            elif isinstance(outcome, Reading) and isinstance(given, RawCopy):
                partitions.put(Landed(outcome, given.data, Making(given.name, given.kind, maker)))
            tally = replace(counted(tally, outcome), known=once.known)
            if progress:
                progress(tally)
    return tally, tuple(refused)


def load(folder: Path, store: Store, settings: Settings) -> Added:
    """Take the readings in a folder of partitions into a ledger, and link all that it holds.

    What the ledger has already is passed over, so that an interrupted load can be given again.

    Raises:
        InputError: the folder holds no partitions, or readings that contradict themselves.
        LedgerError: the ledger cannot be written, or a raw copy is not that of its reading.
    """
    added = known = 0
    refused = list[Quarantined]()
    for row in read_partitions(folder):
        if isinstance(row, Refused):
            store.quarantine(row.quarantined, row.raw)
            refused.append(row.quarantined)
            continue
        faults = check_ledger(Ledger((row.reading,), (), ()))
        if faults:
            raise InputError(f"a reading in {folder} is at fault: {faults[0].record} {faults[0].problem}")
        if store.add(*row):
            added += 1
        else:
            known += 1
    outdated = store.made_by_others(maker_of(settings))
    return Added(added, known, 0, (), outdated, tuple(refused), settle(store, settings))

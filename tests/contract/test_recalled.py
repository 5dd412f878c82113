"""What linking recalls is kept alike by every store, and what is linked little by little is alike in each."""

from __future__ import annotations

from contextlib import closing

from dateline.keeping.settling import COMPONENT, settle
from dateline.ledger import Store
from dateline.ledger.opening import open_ledger
from dateline.model import Ledger, Making, Reading
from dateline.running.maker import maker_of
from dateline.settings import Settings
from tests.ledger.stores import clock, pair_of, raw_of, tellings

SETTINGS = Settings()
MADE = Making("report.txt", "text", maker_of(SETTINGS))


def add(store: Store, *readings: Reading) -> None:
    for reading in readings:
        assert store.add(reading, raw_of(reading), MADE)


def scratch(*readings: Reading) -> Ledger:
    with closing(open_ledger("sqlite://", clock, create=True)) as store:
        add(store, *readings)
        settle(store, SETTINGS)
        return store.export()


def test_what_is_recalled_is_kept_by_kind_until_it_is_stale(store: Store) -> None:
    store.put_recalled("block", {"a": b"1", "b": b"", "c": b"\0"}, ())
    store.put_recalled("component", {"a": b"other"}, ())
    store.put_recalled("block", {"d": b"4", "b": b"2"}, ("a", "never there"))
    assert store.recalled("block") == {"b": b"2", "c": b"\0", "d": b"4"}
    assert store.recalled("component") == {"a": b"other"}
    assert store.recalled("none") == {}


def test_little_by_little_is_at_once(store: Store) -> None:
    readings = tuple(tellings(7))
    add(store, *readings[:4])
    settle(store, SETTINGS)
    assert store.export() == scratch(*readings[:4])
    assert {report for report, _ in store.footprints()} == set(store.view_origins())
    judged = store.judge("same", pair_of(readings[:2]), "Ana", "one bomb", store.head())
    settle(store, SETTINGS)
    assert judged
    assert len(store.incidents()) == 3
    assert store.recalled(COMPONENT)
    add(store, *readings[4:])
    assert store.undo(judged.id, "Ana", "two", store.head())
    settle(store, SETTINGS)
    whole = scratch(*readings)
    export = store.export()
    assert (export.readings, export.incidents) == (whole.readings, whole.incidents)
    assert store.copy_groups() == {r.report.id: r.report.copy_group for r in whole.readings}
    store.remove(readings[0].report.id, "Ana", "a hoax")
    settle(store, SETTINGS)
    assert store.export().incidents == scratch(*readings[1:]).incidents

"""A ledger that is kept is written as one in memory is, and as it stood when the export began."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from dateline.codebook import load_codebook
from dateline.errors import LedgerError
from dateline.exchange.formats import BY_NAME
from dateline.keeping import stored
from dateline.keeping.exporting import Asked, export, export_kept
from dateline.ledger import Linked, Store, answering, paging
from dateline.ledger.opening import open_ledger
from dateline.model import Incident, Number, content_id
from dateline.reconcile import claim_anchor
from tests.builders import market_bombing
from tests.exchange.exported import bombing
from tests.ledger.stores import MADE, MAKER, clock, fill, raw_of, synthetic

BOOK = load_codebook()
FEW, PAGE = 20, 5


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    where = "sqlite://" if request.param == "memory" else str(tmp_path / "ledger.db")
    with closing(open_ledger(where, clock, create=True)) as opened:
        yield opened


def kept(store: Store, asked: Asked) -> bytes:
    out = BytesIO()
    export_kept(store, asked, BOOK, out)
    return out.getvalue()


@pytest.mark.slow
@pytest.mark.parametrize("policy", [None, "ucdp"])
@pytest.mark.parametrize("name", BY_NAME)
def test_every_format_is_that_of_the_ledger_in_memory(store: Store, name: str, policy: str | None) -> None:
    if policy and BY_NAME[name].figures == "none":
        pytest.skip("it has no figures")
    fill(store)
    claim = next(c for r in store.readings() for c in r.claims if c.field == "killed")
    store.judge_value(("correct", Number(13, 13, "13")), claim_anchor(claim), "Ana", "counted twice")
    ledger = market_bombing()
    groups = {reading.report.id: reading.report.copy_group for reading in ledger.readings}
    assert store.put_incidents(Linked(ledger.incidents), groups, store.head(), MAKER)
    raw = {each.report.id: (raw_of(each), MADE) for each in store.readings()}
    asked = Asked(name, policy, name == "json", lambda report: raw[report.id])  # type: ignore[arg-type]
    out = BytesIO()
    left = export(store.export(), asked, BOOK, out)
    again = BytesIO()
    assert export_kept(store, asked, BOOK, again) == left
    assert again.getvalue() == out.getvalue()


def test_what_is_not_linked_is_not_written(store: Store) -> None:
    fill(store)
    reading = next(synthetic(1))
    assert store.add(reading, raw_of(reading), MADE)
    with pytest.raises(LedgerError, match="not linked yet"):
        kept(store, Asked("json"))


def test_what_is_added_meanwhile_is_not_in_it(tmp_path: Path) -> None:
    where = str(tmp_path / "ledger.db")
    with (
        closing(open_ledger(where, clock, create=True)) as store,
        closing(open_ledger(where, clock, create=False)) as other,
    ):
        fill(store)
        before = kept(store, Asked("jsonl"))

        with store.still() as still:
            assert still.settled()
            reading = next(synthetic(1))
            assert other.add(reading, raw_of(reading), MADE)
            assert kept(still, Asked("jsonl")) == before
        assert not store.settled()


@pytest.fixture(scope="module")
def ledgers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Store]]:
    """A ledger of some incidents, each of a report of its own, and one of ten times as many."""
    folder = tmp_path_factory.mktemp("ledgers")
    with (
        closing(open_ledger(str(folder / "few.db"), clock, create=True)) as few,
        closing(open_ledger(str(folder / "many.db"), clock, create=True)) as many,
    ):
        for store, reports in ((few, FEW), (many, 10 * FEW)):
            incidents, groups = list[Incident](), dict[str, str]()
            for reading in synthetic(reports, claims=20):
                report, claims = reading.report, tuple(claim.id for claim in reading.claims)
                assert store.add(reading, raw_of(reading), MADE)
                named = replace(
                    bombing(market_bombing()), id=content_id("incident", report.id), reports=(report.id,)
                )
                incidents.append(replace(named, claims=tuple(sorted(claims)), checks=(), differences=()))
                groups[report.id] = report.copy_group
            assert store.put_incidents(Linked(incidents), groups, store.head(), MAKER)
        yield few, many


def peak(store: Store, name: str) -> int:
    """The most memory that writing a ledger takes, in bytes."""
    tracemalloc.start()
    try:
        with Path("/dev/null").open("wb") as out:
            export_kept(store, Asked(name), BOOK, out)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.slow
@pytest.mark.parametrize("name", ["json", "csv", "ged", "prov"])
def test_ten_times_the_ledger_takes_no_ten_times_the_memory(
    ledgers: tuple[Store, Store], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    for module in (stored, answering, paging):
        monkeypatch.setattr(module, "LEDGER_PAGE", PAGE)
    kept(ledgers[0], Asked(name))  # what is held ready for later is there from now on
    few, many = (peak(store, name) for store in ledgers)
    assert many < 10 * few / 2, f"{few:,} -> {many:,} bytes"

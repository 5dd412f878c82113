"""Linking little by little makes what linking from scratch makes, and makes no more of it than it must."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path

import pytest

from dateline.codebook import load_codebook
from dateline.intake import take
from dateline.keeping import settling
from dateline.keeping.examining import examine
from dateline.keeping.judging import keep_value
from dateline.keeping.settling import settle
from dateline.ledger import Store
from dateline.ledger.opening import open_ledger
from dateline.limits import LINK_TRIES
from dateline.model import Ledger, Making, Reading, Report
from dateline.reading import Reader
from dateline.reconcile.incidents import make_incidents
from dateline.running.maker import maker_of
from dateline.settings import Settings
from tests.ledger.stores import clock, pair_of, raw_of, tellings

pytestmark = pytest.mark.slow

SETTINGS = Settings()
MADE = Making("report.txt", "text", maker_of(SETTINGS))
BOMB = (
    "A car bomb killed 12 people and wounded 30 others at a market in Hit on Tuesday, police said. "
    "Witnesses said the blast was heard across the river. Shops near the market stayed closed on Wednesday."
)
TEXTS = (
    BOMB,
    BOMB[: BOMB.index(" Shops")],
    "The toll of Tuesday's car bombing at the market in Hit rose to 15, the ministry said.",
    "The army denied that soldiers died in Tuesday's car bombing in Hit.",
    "Soldiers raided a village near Mosul on Monday and killed three gunmen, police said.",
    "Gunmen shot dead two guards in Basra on Tuesday in response to the car bombing in Hit, police said.",
    "A mine wounded a boy in Kirkuk on Tuesday. A sniper shot a guard in Basra on Tuesday.",
    "A landmine killed a shepherd near Kirkuk on Sunday, the mayor said.",
)


@pytest.fixture(scope="module")
def told(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Reading, bytes]]:
    """Readings and their raw copies by report id."""
    folder = tmp_path_factory.mktemp("reports")
    for n, text in enumerate(TEXTS):
        (folder / f"2019-05-0{8 + n % 2}-{n}.txt").write_text(text, encoding="utf-8")
    reports = [r for r in take([str(folder)], None, load_codebook().boilerplate) if isinstance(r, Report)]
    readings = [r for r in reader.read(reports) if isinstance(r, Reading)]
    return {r.report.id: (r, Path(r.report.path).read_bytes()) for r in readings}


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    where = "sqlite://" if request.param == "memory" else str(tmp_path / "ledger.db")
    with closing(open_ledger(where, clock, create=True)) as opened:
        yield opened


def add(store: Store, told: dict[str, tuple[Reading, bytes]], *reports: str) -> None:
    for report in reports:
        assert store.add(*told[report], MADE)


def scratch(told: dict[str, tuple[Reading, bytes]], *reports: str) -> Ledger:
    """What a new ledger makes of some reports at once."""
    with closing(open_ledger("sqlite://", clock, create=True)) as store:
        add(store, told, *reports)
        settle(store, SETTINGS)
        return store.export()


@pytest.mark.parametrize("seed", range(3))
def test_any_order_and_any_split_makes_the_same(
    store: Store, told: dict[str, tuple[Reading, bytes]], seed: int
) -> None:
    chance, order = random.Random(seed), sorted(told)
    chance.shuffle(order)
    for n, report in enumerate(order, start=1):
        add(store, told, report)
        if chance.random() < 0.5:
            settle(store, SETTINGS)
            assert store.export() == scratch(told, *order[:n])
    settle(store, SETTINGS)
    assert store.export() == scratch(told, *order)
    assert list(examine(store)) == []


def test_judging_removing_and_reading_again_leave_what_scratch_makes(
    store: Store, told: dict[str, tuple[Reading, bytes]]
) -> None:
    order = sorted(told)
    add(store, told, *order)
    settle(store, SETTINGS)
    whole = store.export()
    events = pair_of([reading for reading, _ in told.values() if reading.claims][-2:])
    judged = store.judge("same", events, "Ana", "one day", store.head())
    assert judged
    settle(store, SETTINGS)
    assert store.undo(judged.id, "Ana", "two days", store.head())
    settle(store, SETTINGS)
    assert replace(store.export(), judgements=()) == whole
    for report in order[:3]:
        store.remove(report, "Ana", "a hoax")
        settle(store, SETTINGS)
        left = replace(store.export(), judgements=())
        assert left == scratch(told, *(each for each in order if each != report))
        store.restore(report, "Ana", "none")
        settle(store, SETTINGS)
    assert replace(store.export(), judgements=()) == whole
    for report in order:
        assert store.reread(told[report][0], MADE)
    settle(store, SETTINGS)
    assert replace(store.export(), judgements=()) == whole
    assert list(examine(store)) == []


def test_only_incidents_that_may_differ_are_made_again(
    store: Store, told: dict[str, tuple[Reading, bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    last = next(id_ for id_, (reading, _) in told.items() if "landmine" in reading.report.text)
    add(store, told, *(id_ for id_ in told if id_ != last))
    settle(store, SETTINGS)
    before = {incident.id for incident in store.incidents()}
    made: list[str] = []

    def making(*given: object) -> object:
        incidents = make_incidents(*given)  # type: ignore[arg-type]
        made.extend(incident.id for incident in incidents)
        return incidents

    monkeypatch.setattr(settling, "make_incidents", making)
    add(store, told, last)
    settle(store, SETTINGS)
    after = {incident.id for incident in store.incidents()}
    assert set(made) == after - before
    assert len(made) == 1 < len(before)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ("UPDATE linkable SET record = replace(record, '\"size\":', '\"size\":1')", "kept views"),
        ("DELETE FROM linkable", "are not kept"),
        ("UPDATE reports SET copy_group = 'copies-x'", "not of its copy group"),
    ],
)
def test_doctor_finds_what_linking_from_scratch_makes_otherwise(
    tmp_path: Path, told: dict[str, tuple[Reading, bytes]], change: str, fault: str
) -> None:
    where = tmp_path / "ledger.db"
    with closing(open_ledger(str(where), clock, create=True)) as store:
        add(store, told, *sorted(told)[:3])
        settle(store, SETTINGS)
        assert list(examine(store)) == []
    with closing(sqlite3.connect(where)) as connection, connection:
        connection.execute(change)
    with closing(open_ledger(str(where), clock, create=False)) as store:
        assert any(fault in finding.problem for finding in examine(store))


class Busy:
    """A ledger in which others write whenever it is about to be linked."""

    def __init__(self, store: Store, others: Iterator[Callable[[], object]]) -> None:
        self._store, self._others, self.tried = store, others, 0

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)

    def put_incidents(self, *given: object) -> object:
        self.tried += 1
        for write in islice(self._others, 1):
            assert write()
        return self._store.put_incidents(*given)  # type: ignore[arg-type]


def told_in(store: Store, number: int) -> tuple[Reading, ...]:
    readings = tuple(tellings(number))
    for reading in readings:
        assert store.add(reading, raw_of(reading), MADE)
    return readings


def removing(store: Store, readings: Sequence[Reading]) -> Iterator[Callable[[], object]]:
    return (partial(store.remove, each.report.id, "Ana", "a hoax") for each in readings)


def test_what_others_add_and_judge_meanwhile_does_not_hold_up_linking(store: Store) -> None:
    *first, late = tellings(3)
    for reading in first:
        assert store.add(reading, raw_of(reading), MADE)
    adding = partial(store.add, late, raw_of(late), MADE)
    busy = Busy(store, iter([adding]))
    assert settle(busy, SETTINGS).incidents.new == 2  # type: ignore[arg-type]
    assert busy.tried == 1
    assert not store.settled()
    claim = first[0].claims[1].id
    judging = partial(keep_value, store, ("accept", None), claim, ("Ana", "read"))
    assert settle(Busy(store, iter([judging])), SETTINGS).incidents.new == 1  # type: ignore[arg-type]
    assert (len(store.incidents()), store.settled()) == (3, False)
    settle(store, SETTINGS)
    assert store.settled()
    assert list(examine(store)) == []


def test_linking_begins_again_when_a_report_went(store: Store) -> None:
    readings = told_in(store, 4)
    busy = Busy(store, removing(store, readings[:2]))
    settle(busy, SETTINGS)  # type: ignore[arg-type]
    assert busy.tried == 3
    assert len(store.incidents()) == 2
    assert store.settled()


def test_where_reports_go_for_ever_others_wait_until_it_is_linked(store: Store) -> None:
    readings = told_in(store, LINK_TRIES + 4)
    busy = Busy(store, removing(store, readings))
    assert settle(busy, SETTINGS).incidents.new == 4  # type: ignore[arg-type]
    assert busy.tried == LINK_TRIES
    assert store.settled()
    assert store.verify_chain() == ()

"""One contract for every store: memory, a SQLite file and a real PostgreSQL keep it alike."""

from __future__ import annotations

import random
import re
from contextlib import closing
from dataclasses import replace

import pytest
from sqlalchemy import create_engine, text

from dateline.errors import LedgerError
from dateline.ledger import Change, Linked, Store
from dateline.ledger.opening import open_ledger
from dateline.model import Kept, Maker, Number, Quarantined, Reading, Term, raw_hash
from dateline.reconcile import claim_anchor
from tests.builders import market_bombing
from tests.ledger.stores import MADE, MAKER, clock, fill, pair_of, raw_of, synthetic

NEWER = Maker("1.2.4", "d" * 64)
VIEWS = {"report_view": 2, "claim_view": 11, "statement_view": 5, "incident_view": 2}


def test_records_out_are_the_records_in(store: Store) -> None:
    ledger = market_bombing()
    fill(store)
    assert tuple(store.readings()) == ledger.readings
    assert store.incidents() == ledger.incidents
    assert store.quarantined() == ledger.quarantined
    assert store.export() == ledger
    for reading in ledger.readings:
        assert store.raw(reading.report.raw) == raw_of(reading)
        assert store.text(reading.report.id) == reading.report.text
    assert store.text("report-unknown") is None
    assert dict(store.texts()) == {r.report.id: r.report.text for r in ledger.readings}


def test_no_record_is_too_odd_to_come_back(store: Store) -> None:
    odd = "NUL \0, a smile \U0001f600, a quote ' and \" and \\, a line\nand \u2028"
    first = next(synthetic(1, claims=2))
    number, term = first.claims
    huge = replace(number, value=Number(10**30, None, odd, None, odd), group=odd)
    reading = Reading(
        replace(first.report, title=odd, key=odd, path=odd, publisher=odd),
        (huge, replace(term, field="type", value=Term(odd, odd), rule=odd)),
        (),
        (),
        (),
    )
    assert store.add(reading, raw_of(reading), MADE)
    assert list(store.readings()) == [reading]
    assert store.verify_chain() == ()


def test_an_empty_ledger_is_sound_and_settled(store: Store) -> None:
    assert store.settled()
    assert store.export().readings == ()
    assert store.verify_chain() == ()
    assert not store.has("report-0")


def test_the_same_bytes_twice_change_nothing(store: Store) -> None:
    fill(store)
    head, export = store.head(), store.export()
    for reading in market_bombing().readings:
        assert store.has(reading.report.id)
        elsewhere = replace(reading, report=replace(reading.report, path="elsewhere.txt"))
        assert not store.add(elsewhere, raw_of(reading), MADE)
    for each in market_bombing().quarantined:
        assert not store.quarantine(each, None)
    assert store.settled()
    assert (store.head(), store.export()) == (head, export)


def test_every_fact_lengthens_the_chain(store: Store) -> None:
    heads = [store.head()]
    for reading in market_bombing().readings:
        store.add(reading, raw_of(reading), MADE)
        heads.append(store.head())
    store.quarantine(Quarantined("scan.pdf", "not text"), b"%PDF")
    heads.append(store.head())
    assert len(set(heads)) == len(heads)
    assert store.verify_chain() == ()


def test_the_order_of_adding_does_not_show(store: Store) -> None:
    readings = list(synthetic(30))
    random.Random(7).shuffle(readings)
    for reading in readings:
        store.add(reading, raw_of(reading), MADE)
    assert list(store.readings()) == sorted(readings, key=lambda reading: reading.report.id)


def test_a_raw_copy_that_is_not_the_reports_is_refused(store: Store) -> None:
    reading = market_bombing().readings[0]
    with pytest.raises(LedgerError, match="not made from the raw copy"):
        store.add(reading, b"other bytes", MADE)
    with pytest.raises(LedgerError, match="no raw copy"):
        store.raw(raw_hash(b"other bytes"))
    assert not store.has(reading.report.id)


def test_a_report_is_kept_whole_or_not_at_all(store: Store) -> None:
    reading = next(synthetic(1, claims=2))
    twice = replace(reading, claims=(reading.claims[0], reading.claims[0]))  # an id is unique
    with pytest.raises(LedgerError, match="database failed"):
        store.add(twice, raw_of(reading), MADE)
    assert not store.has(reading.report.id)
    assert list(store.readings()) == []
    assert store.add(reading, raw_of(reading), MADE)
    assert store.verify_chain() == ()


def test_incidents_are_replaced_and_the_change_is_told(store: Store) -> None:
    fill(store)
    bombing, raid = market_bombing().incidents
    groups = {reading.report.id: reading.report.copy_group for reading in store.readings()}
    other = replace(bombing, weapons=(Term("mine", "mine"),))
    new = replace(raid, id="incident-new")
    assert store.put_incidents(Linked((other, new)), groups, store.head(), MAKER) == Change(
        new=1, changed=1, gone=1
    )
    assert store.incidents() == tuple(sorted((other, new), key=lambda incident: incident.id))
    assert store.put_incidents(Linked((other, new)), groups, store.head(), MAKER) == Change(0, 0, 0)


def test_copy_groups_are_the_last_ones_put(store: Store) -> None:
    fill(store)
    groups = {reading.report.id: "copies-one" for reading in store.readings()}
    store.put_incidents(Linked(store.incidents()), groups, store.head(), MAKER)
    assert {reading.report.copy_group for reading in store.readings()} == {"copies-one"}
    assert store.verify_chain() == ()


def test_incidents_of_a_ledger_that_lost_a_report_since_are_not_put(store: Store) -> None:
    fill(store)
    head = store.head()
    late = next(synthetic(1))
    store.add(late, raw_of(late), MADE)
    store.remove(late.report.id, "Ana", "a hoax")
    assert store.put_incidents(Linked(()), {}, head, MAKER) is None
    assert not store.put_views((), head)
    assert store.incidents() == market_bombing().incidents
    assert store.put_incidents(Linked(()), {}, "no such head", MAKER) is None


def test_what_was_added_since_is_left_for_the_next_time(store: Store) -> None:
    fill(store)
    head = store.head()
    late = next(synthetic(1))
    store.add(late, raw_of(late), MADE)
    assert not store.settled()
    assert store.put_views((), head)
    (raid,) = (each for each in market_bombing().incidents if len(each.reports) == 1)
    assert store.put_incidents(Linked((raid,)), {}, head, MAKER)
    assert store.incidents() == (raid,)
    assert not store.settled()
    with pytest.raises(LedgerError, match="interrupted; run it again"):
        store.export()


def test_incidents_of_a_later_head_stay(store: Store) -> None:
    fill(store)
    early = store.head()
    late = next(synthetic(1))
    store.add(late, raw_of(late), MADE)
    assert store.put_incidents(Linked(market_bombing().incidents), {}, store.head(), MAKER)
    assert store.put_incidents(Linked(()), {}, early, MAKER) is None
    assert store.incidents() == market_bombing().incidents
    assert store.settled()


@pytest.mark.parametrize("by_bytes", [True, False])
def test_what_could_be_read_later_is_quarantined_no_more(store: Store, by_bytes: bool) -> None:
    reading = next(synthetic(1))
    path = "elsewhere.txt" if by_bytes else reading.report.path
    store.quarantine(Quarantined(path, "a fault"), raw_of(reading) if by_bytes else None)
    kept = Quarantined(reading.report.path, "other bytes from the same path")
    store.quarantine(kept, b"other bytes")
    store.add(reading, raw_of(reading), MADE)
    assert store.quarantined() == (kept,)
    assert store.verify_chain() == ()


def test_the_last_reason_stands(store: Store) -> None:
    store.quarantine(Quarantined("scan.pdf", "not text"), b"%PDF")
    store.quarantine(Quarantined("scan.pdf", "a PDF"), b"%PDF")
    store.quarantine(Quarantined("scan.pdf", "empty"), b"")
    assert [each.reason for each in store.quarantined()] == ["a PDF", "empty"]
    assert store.verify_chain() == ()


def test_a_reading_is_found_by_its_report_and_its_event(store: Store) -> None:
    fill(store)
    for reading in market_bombing().readings:
        report = reading.report
        assert store.reading(report.id) == reading
        assert {store.report_of(claim.event) for claim in reading.claims} == {report.id}
        assert store.kept(report.id) == Kept(report.id, report.path, report.raw, MADE)
    assert (store.reading("report-x"), store.report_of("event-x"), store.kept("report-x")) == (None,) * 3
    assert list(store.raw_copies()) == sorted(each.report.raw for each in market_bombing().readings)


def test_what_others_made_is_known_and_can_be_superseded(store: Store) -> None:
    fill(store)
    assert (store.settled_by(), store.made_by_others(MAKER), store.outdated(MAKER)) == (MAKER, 0, ())
    reports = tuple(each.report.id for each in market_bombing().readings)
    assert (store.made_by_others(NEWER), store.outdated(NEWER)) == (2, reports)
    first = market_bombing().readings[0]
    shorter = replace(first, statements=(), mentions=())
    assert store.reread(shorter, replace(MADE, maker=NEWER))
    assert store.outdated(NEWER) == reports[1:]
    assert store.reading(first.report.id) == shorter
    assert not store.settled()
    assert not store.reread(next(synthetic(1)), MADE)
    assert store.verify_chain() == ()


def test_the_same_reading_may_come_again_and_again(store: Store) -> None:
    fill(store)
    before = store.incidents()
    groups = {reading.report.id: reading.report.copy_group for reading in store.readings()}
    for maker in (NEWER, MAKER, NEWER):
        for reading in market_bombing().readings:
            assert store.reread(reading, replace(MADE, maker=maker))
        assert store.put_incidents(Linked(before), groups, store.head(), maker) == Change(0, 0, 0)
        assert list(store.drawn_faults()) == []
    assert store.export() == market_bombing()
    assert store.verify_chain() == ()


def test_a_judgement_is_kept_and_can_be_undone(store: Store) -> None:
    fill(store)
    pair = pair_of(market_bombing().readings)
    first = store.judge("same", pair, "Ana", "one street", store.head())
    assert first
    assert store.judge("different", pair, "Ben", "late", "0" * 64) is None
    second = store.judge("different", pair, "Ben", "two streets", store.head())
    assert second
    assert not store.settled()
    assert store.judgements() == (first, second)
    assert (first.number, first.events, first.by, first.at, first.undoes) == (1, pair, "Ana", clock(), None)
    assert store.undo(second.id, "Cy", "a slip", "0" * 64) is None
    undoing = store.undo(second.id, "Cy", "a slip", store.head())
    assert undoing
    assert (undoing.undoes, undoing.verdict, undoing.why) == (second.id, "different", "a slip")
    assert store.judgements() == (first, second, undoing)
    assert store.verify_chain() == ()


def test_judgements_on_values_are_found_by_report_and_by_claim(store: Store) -> None:
    fill(store)
    first, second = (reading.claims[0] for reading in market_bombing().readings)
    kept = store.judge_value(("accept", None), claim_anchor(first), "Ana", "as it stands")
    other = store.judge_value(("reject", None), claim_anchor(second), "Ana", "a slip of the pen")
    assert store.value_judgements_on({first.report}) == (kept,)
    assert store.value_judgements_on({first.report, second.report}) == (kept, other)
    assert store.value_judgements_on(()) == ()
    assert store.claims_judged() == {first.id, second.id}
    undoing = store.undo_value(other.id, "Ana", "not so")
    assert store.claims_judged() == {first.id}
    assert store.value_judgements_on({second.report}) == (other, undoing)


@pytest.mark.parametrize(
    ("which", "refusal"), [(None, "no judgement"), (0, "was undone already"), (1, "judge the pair again")]
)
def test_what_cannot_be_undone(store: Store, which: int | None, refusal: str) -> None:
    fill(store)
    judged = store.judge("unsure", pair_of(market_bombing().readings), "Ana", "?", store.head())
    assert judged
    assert store.undo(judged.id, "Ana", "!", store.head())
    asked = "judgement-x" if which is None else store.judgements()[which].id
    with pytest.raises(LedgerError, match=refusal):
        store.undo(asked, "Ana", "again", store.head())
    assert len(store.judgements()) == 2


def test_the_same_words_twice_are_two_judgements(store: Store) -> None:
    fill(store)
    pair = pair_of(market_bombing().readings)
    made = [store.judge("same", pair, "Ana", "one street", store.head()) for _ in range(2)]
    assert len({each.id for each in made if each}) == 2
    assert store.verify_chain() == ()


def test_a_report_is_removed_and_brought_back(store: Store) -> None:
    fill(store)
    export = store.export()
    reading = export.readings[0]
    removal = store.remove(reading.report.id, "Ana", "a hoax")
    assert (removal.report, removal.by, removal.why, removal.undoes) == (
        reading.report.id,
        "Ana",
        "a hoax",
        None,
    )
    assert store.removals() == (removal,)
    assert not store.has(reading.report.id)
    assert tuple(store.readings()) == export.readings[1:]
    assert not store.add(reading, raw_of(reading), MADE)
    assert store.raw(reading.report.raw) == raw_of(reading)
    assert not store.reread(reading, MADE)
    back = store.restore(reading.report.id, "Ben", "no hoax")
    assert (back.undoes, back.number) == (removal.id, 2)
    assert store.removals() == ()
    assert tuple(store.readings()) == export.readings
    groups = {each.report.id: each.report.copy_group for each in export.readings}
    store.put_incidents(Linked(export.incidents), groups, store.head(), MAKER)
    assert store.export() == export
    assert list(store.drawn_faults()) == []
    store.remove(reading.report.id, "Ana", "a hoax after all")
    store.restore(reading.report.id, "Ben", "no hoax")
    assert store.verify_chain() == ()


def test_what_cannot_be_removed_or_brought_back(store: Store) -> None:
    fill(store)
    report = market_bombing().readings[0].report.id
    with pytest.raises(LedgerError, match="no report report-x"):
        store.remove("report-x", "Ana", "?")
    with pytest.raises(LedgerError, match="is not removed"):
        store.restore(report, "Ana", "?")
    store.remove(report, "Ana", "a hoax")
    with pytest.raises(LedgerError, match="was removed already"):
        store.remove(report, "Ana", "a hoax")


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ("UPDATE claims SET low = 13 WHERE low = 12", "in claims differs from its record: low"),
        ("UPDATE reports SET title = 'x'", "in reports differs from its record: title"),
        ("DELETE FROM mentions", "is not in mentions"),
        ("DELETE FROM incident_fields WHERE field = 'killed'", "is not in incident_fields"),
        ("UPDATE incident_fields SET high = 99 WHERE field = 'killed'", "in incident_fields differs"),
        ("UPDATE incidents SET place = 'Elsewhere'", "in incidents differs from its record: place"),
        ("UPDATE incidents SET record = '{}'", "a record cannot be read"),
        (
            "UPDATE readings SET record = replace(record, '12,\"high\"', '99,\"high\"')",
            "low 99 above high 12",
        ),
        ("UPDATE readings SET record = replace(record, '2031-05-05\",\"e', '2032-05-05\",\"e')", "backwards"),
    ],
)
def test_drawn_tables_that_disagree_with_the_records_are_found(where: str, change: str, fault: str) -> None:
    if where == "sqlite://":
        pytest.skip("nobody gets behind its back in memory")
    with closing(open_ledger(where, clock, create=True)) as store:
        fill(store)
        assert list(store.drawn_faults()) == []
    _run_sql(where, change)
    with closing(open_ledger(where, clock, create=False)) as store:
        faults = list(store.drawn_faults())
    assert any(re.search(fault, each) for each in faults), faults


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ("UPDATE judgements SET record = replace(record, 'Ana', 'Eva')", "in judgements was changed"),
        ("DELETE FROM judgements WHERE undoes IS NULL", "gone from judgements"),
        ("UPDATE judgements SET superseded_why = NULL", "not superseded as the audit chain says"),
        ("UPDATE removals SET record = replace(record, 'hoax', 'joke')", "in removals was changed"),
        ("UPDATE readings SET codebook = 'mine'", "in readings was changed"),
        ("UPDATE readings SET superseded_why = NULL, superseded_by = NULL", "not superseded"),
    ],
)
def test_what_was_decided_cannot_be_changed_unseen(where: str, change: str, fault: str) -> None:
    if where == "sqlite://":
        pytest.skip("nobody gets behind its back in memory")
    with closing(open_ledger(where, clock, create=True)) as store:
        fill(store)
        judged = store.judge("same", pair_of(market_bombing().readings), "Ana", "one street", store.head())
        assert judged
        store.undo(judged.id, "Ana", "no", store.head())
        store.remove(market_bombing().readings[0].report.id, "Ana", "a hoax")
    _run_sql(where, change)
    with closing(open_ledger(where, clock, create=False)) as store:
        faults = store.verify_chain()
    assert any(re.search(fault, each) for each in faults), faults


def test_a_ledger_is_there_when_it_is_opened_again(where: str) -> None:
    if where == "sqlite://":
        pytest.skip("memory is gone when it is closed")
    with closing(open_ledger(where, clock, create=True)) as first:
        fill(first)
        head = first.head()
    with closing(open_ledger(where, clock, create=False)) as again:
        assert again.head() == head
        assert again.export() == market_bombing()


def test_two_who_write_at_once_keep_one_chain(where: str, store: Store) -> None:
    if where == "sqlite://":
        pytest.skip("memory has one user")
    with closing(open_ledger(where, clock, create=True)) as other:
        for n, reading in enumerate(synthetic(10)):
            one, two = (store, other) if n % 2 else (other, store)
            assert one.add(reading, raw_of(reading), MADE)
            assert not two.add(reading, raw_of(reading), MADE)
        assert other.verify_chain() == store.verify_chain() == ()
        assert other.head() == store.head()


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ("UPDATE readings SET record = replace(record, '12', '21')", "was changed after it was added"),
        ("UPDATE audit SET at = '2031-05-07T00:00:00+00:00' WHERE n = 2", "entry 2 .* was changed"),
        ("DELETE FROM audit WHERE n = 2", "entry 2 of the audit chain is missing"),
        ("DELETE FROM audit WHERE n = 3", "quarantined is not in the audit chain"),
        ("DELETE FROM quarantined", "gone from quarantined"),
        ("UPDATE quarantined SET superseded_why = 'hush'", "not superseded as the audit chain says"),
    ],
)
def test_what_was_changed_behind_its_back_is_found(where: str, change: str, fault: str) -> None:
    if where == "sqlite://":
        pytest.skip("nobody gets behind its back in memory")
    with closing(open_ledger(where, clock, create=True)) as store:
        fill(store)
    _run_sql(where, change)
    with closing(open_ledger(where, clock, create=False)) as store:
        faults = store.verify_chain()
    assert faults
    assert any(re.search(fault, each) for each in faults), faults


def test_views_open_plainly(where: str) -> None:
    if where == "sqlite://":
        pytest.skip("memory cannot be opened by another")
    with closing(open_ledger(where, clock, create=True)) as store:
        fill(store)
    assert {name: len(_run_sql(where, f"SELECT * FROM {name}")) for name in VIEWS} == VIEWS
    toll = "SELECT killed_low, killed_best, killed_high, killed_status, reports, claims FROM incident_view"
    assert (12, 15, 15, "revised", 2, 10) in _run_sql(where, toll)
    told = "SELECT field, low, source, modality, place, incident FROM claim_view WHERE low = 12"
    ((*values, incident),) = _run_sql(where, told)
    assert values == ["killed", 12, "police", "asserted", "Velmar"]
    assert incident in {each.id for each in market_bombing().incidents}


def test_a_claims_span_quotes_its_report_in_sql(where: str) -> None:
    if where == "sqlite://":
        pytest.skip("memory cannot be opened by another")
    with closing(open_ledger(where, clock, create=True)) as store:
        fill(store)
    cut = "substr(r.text, c.span_start + 1, c.span_end - c.span_start)"
    wrong = f"SELECT c.id FROM claims c JOIN reports r ON r.id = c.report WHERE {cut} <> c.quote"
    assert _run_sql(where, wrong) == []


def _run_sql(where: str, statement: str) -> list[tuple[object, ...]]:
    """Run one statement past the store."""
    address = (
        where.replace("postgresql://", "postgresql+psycopg://") if "://" in where else f"sqlite:///{where}"
    )
    engine = create_engine(address)
    with engine.begin() as connection:
        done = connection.execute(text(statement))
        rows = [tuple(row) for row in done] if done.returns_rows else []
    engine.dispose()
    return rows

"""Paging through reports, claims and statements: every store gives the same ones in the same order."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.ledger import Linked, Store
from dateline.ledger.finding import Facet, Filter, Order, Page, Sought
from dateline.model import Reading
from tests.builders import REPORTS, market_bombing, report
from tests.ledger.stores import MADE, MAKER, fill

FIRST, SECOND = REPORTS
BOMBING = next(each for each in market_bombing().incidents if len(each.reports) == 2)
RAID = next(each for each in market_bombing().incidents if len(each.reports) == 1)
ALL = Page()


@pytest.fixture
def filled(store: Store) -> Store:
    fill(store)
    return store


def test_pages_follow_each_other_without_a_gap(filled: Store) -> None:
    whole = filled.seek_claims(Sought(), ALL)
    pages = [filled.seek_claims(Sought(), Page(offset, 4)) for offset in range(0, whole.total, 4)]
    assert tuple(each for page in pages for each in page.ids) == whole.ids
    assert {page.total for page in pages} == {whole.total} == {len(whole.ids)}
    readings = sorted(market_bombing().readings, key=lambda each: each.report.id)
    assert [claim for _, claim in whole.ids] == [claim.id for each in readings for claim in each.claims]


def test_reports_come_latest_first(filled: Store) -> None:
    assert filled.seek_reports(Sought(), ALL).ids == ((SECOND.id, SECOND.id), (FIRST.id, FIRST.id))
    assert filled.seek_reports(Sought(publisher="HARBOUR"), ALL).ids == ((FIRST.id, FIRST.id),)
    assert filled.seek_reports(Sought(since=date(2031, 5, 7)), ALL).ids == ((SECOND.id, SECOND.id),)
    assert filled.seek_reports(Sought(until=date(2031, 5, 5)), ALL).total == 0
    assert filled.seek_reports(Sought(incident=RAID.id), ALL).ids == ((FIRST.id, FIRST.id),)


def test_a_line_of_the_list_tells_what_its_report_tells(filled: Store) -> None:
    claims = {each.report.id: len(each.claims) for each in market_bombing().readings}
    told = filled.report_lines([SECOND.id, "report-0", FIRST.id])
    assert [(each.id, each.claims) for each in told] == [(r.id, claims[r.id]) for r in (SECOND, FIRST)]
    for each, report_ in zip(told, (SECOND, FIRST), strict=True):
        assert (each.key, each.title, each.publisher) == (report_.key, report_.title, report_.publisher)
        assert (each.published, each.language) == (report_.published, report_.language)
        assert report_.text.startswith(each.beginning)


def test_copies_of_a_report_are_its_group(filled: Store) -> None:
    assert filled.seek_reports(Sought(copies_of=FIRST.id), ALL).ids == ((FIRST.id, FIRST.id),)
    text = f"{FIRST.text} (HP)"
    third = report("third", text, "Copyist", date(2031, 5, 8))
    filled.add(Reading(third, (), (), (), ()), text.encode(), MADE)
    groups = {FIRST.id: "copies-1", SECOND.id: "copies-2", third.id: "copies-1"}
    assert filled.put_incidents(Linked(market_bombing().incidents), groups, filled.head(), MAKER)
    assert filled.seek_reports(Sought(copies_of=FIRST.id), ALL).ids == (
        (third.id, third.id),
        (FIRST.id, FIRST.id),
    )
    assert filled.seek_reports(Sought(copies_of="report-0"), ALL).total == 0


@pytest.mark.parametrize(
    ("sought", "number"),
    [
        (Sought(field="killed"), 4),
        (Sought(field="killed", modality="asserted"), 4),
        (Sought(modality="hedged"), 0),
        (Sought(source="POLICE"), 4),
        (Sought(source="%"), 0),
        (Sought(incident=RAID.id), 1),
        (Sought(report=SECOND.id), 4),
    ],
)
def test_claims_fit_what_is_sought(filled: Store, sought: Sought, number: int) -> None:
    assert filled.seek_claims(sought, ALL).total == number


def test_statements_are_found_by_speaker_and_incident(filled: Store) -> None:
    assert filled.seek_statements(Sought(source="front"), ALL).total == 2
    assert filled.seek_statements(Sought(incident=BOMBING.id), ALL).total == 3
    assert filled.seek_statements(Sought(source="governor"), ALL).total == 1


def test_a_sketch_has_what_a_map_shows(filled: Store) -> None:
    (bombing,) = filled.sketch(Filter(), Order(), 10)
    (raid,) = filled.sketch_of((RAID.id,))
    assert (bombing.id, bombing.type, bombing.starts, bombing.place) == (
        BOMBING.id,
        "bombing",
        date(2031, 5, 6),
        "Velmar",
    )
    assert (bombing.killed_low, bombing.killed_best, bombing.killed_status) == (12, 15, "revised")
    assert (raid.lat, raid.killed_low, raid.killed_status) == (None, None, None)
    assert filled.sketch(Filter(), Order(), 0) == ()


def test_facets_count_incidents(filled: Store) -> None:
    facets = filled.facets()
    assert facets.types == (Facet("bombing", 1), Facet("raid", 1))
    assert Facet("revised", 1) in facets.statuses
    assert (facets.first, facets.last) == (date(2031, 5, 5), date(2031, 5, 6))
    assert filled.fields_with(("revised",)) == {BOMBING.id: ("killed",)}


def test_what_is_counted_is_counted_again_when_incidents_are_put_anew(filled: Store) -> None:
    before = filled.begun(Filter()), filled.facets(), filled.find(Filter(), Order(), 0).total
    assert (filled.begun(Filter()), filled.facets(), filled.find(Filter(), Order(), 0).total) == before
    third = report("third", f"{FIRST.text} (HP)", "Copyist", date(2031, 5, 8))
    filled.add(Reading(third, (), (), (), ()), third.text.encode(), MADE)
    groups = {each.report.id: each.report.copy_group for each in filled.readings()}
    assert filled.put_incidents(Linked((BOMBING,)), groups, filled.head(), MAKER)
    assert filled.begun(Filter()) == before[0][1:]
    assert filled.facets().types == (Facet("bombing", 1),)
    assert filled.find(Filter(), Order(), 0).total == 1


def test_what_went_is_counted_no_more_before_it_is_linked_again(filled: Store) -> None:
    said = Filter(source="inland")
    assert filled.find(said, Order(), 10).total == 1
    assert filled.remove(SECOND.id, "Ana", "a hoax")
    findings = filled.find(said, Order(), 10)
    assert (findings.total, findings.found) == (0, ())


def test_a_listing_can_begin_later(filled: Store) -> None:
    findings = filled.find(Filter(), Order(), 1, 1)
    assert (findings.total, [each.incident.id for each in findings.found]) == (2, [RAID.id])

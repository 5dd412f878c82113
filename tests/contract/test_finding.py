"""Finding incidents: every store gives the same ones in the same order."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest

from dateline.errors import LedgerError
from dateline.ledger import Linked, Store
from dateline.ledger.finding import Begun, Filter, Order
from dateline.ledger.opening import open_ledger
from dateline.model import FieldSummary, Incident, Place, Status, Term, When
from tests.builders import MARKET, market_bombing
from tests.contract.conftest import KINDS, address_of
from tests.ledger.stores import MAKER, clock, fill

WHOLE = next(each for each in market_bombing().incidents if len(each.reports) == 2)
BRIEF = next(each for each in market_bombing().incidents if len(each.reports) == 1)
HARBOUR = Place("Ålund", 60.1, 19.9, None, "FI", "Åland", "exact", 2.0, "Ålund")


def days(first: date, last: date | None = None) -> When:
    return When(first, last or first, "day", None, "then")


def told(low: int | None, best: int | None, high: int | None, status: Status) -> FieldSummary:
    return FieldSummary(low, best, high, status, (), (), "so it is told")


def variant(name: str, kind: str, when: When | None, place: Place | None, killed: FieldSummary) -> Incident:
    """Another incident, told by the claim of the raid."""
    return replace(
        BRIEF,
        id=f"incident-{name}",
        type=Term(kind, kind),
        when=when,
        place=place,
        fields=(("killed", killed),),
    )


BOMBING = replace(WHOLE, id="incident-bb", relations=(replace(WHOLE.relations[0], incident="incident-dd"),))
SHELLING = variant(
    "aa",
    "shelling",
    days(date(2031, 4, 28), date(2031, 5, 2)),
    HARBOUR,
    told(100, None, None, "disputed"),
)
LATER = variant("cc", "raid", days(date(2031, 6, 1)), replace(MARKET, name="arden"), told(0, 0, 0, "single"))
UNDATED = variant("dd", "raid", None, None, told(None, None, 2, "denied"))


@pytest.fixture(scope="module", params=KINDS)
def filled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One ledger of each kind for all that only looks."""
    where = address_of(request.param, request, tmp_path_factory.mktemp("found"))
    with closing(open_ledger(where, clock, create=True)) as store:
        fill(store)
        groups = {each.report.id: each.report.copy_group for each in store.readings()}
        incidents = (SHELLING, BOMBING, LATER, UNDATED)
        assert store.put_incidents(Linked(incidents), groups, store.head(), MAKER)
        before = store.head()
        yield store
        assert store.head() == before


OLDEST_FIRST = Order("date", descending=False)


def names(store: Store, wanted: Filter, order: Order = OLDEST_FIRST) -> str:
    """The last letters of the ids found."""
    return " ".join(each.incident.id[-2:] for each in store.find(wanted, order, None).found)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Filter(), "aa bb cc dd"),
        (Filter(since=date(2031, 5, 2)), "aa bb cc"),
        (Filter(since=date(2031, 5, 3)), "bb cc"),
        (Filter(until=date(2031, 4, 28)), "aa"),
        (Filter(until=date(2031, 4, 27)), ""),
        (Filter(since=date(2031, 5, 1), until=date(2031, 5, 1)), "aa"),
        (Filter(since=date(2031, 5, 7), undated=True), "cc dd"),
        (Filter(undated=True), "aa bb cc dd"),
        (Filter(countries=frozenset(("XK",))), "bb cc"),
        (Filter(countries=frozenset(("XK", "FI"))), "aa bb cc"),
        (Filter(types=frozenset(("raid", "shelling"))), "aa cc dd"),
        (Filter(types=frozenset(("riot",))), ""),
        (Filter(statuses=frozenset(("revised",))), "bb"),
        (Filter(statuses=frozenset(("agreed",)), field="killed"), ""),
        (Filter(statuses=frozenset(("revised", "disputed")), field="killed"), "aa bb"),
        (Filter(field="responsibility"), "bb"),
        (Filter(words=("market", "bomb")), "bb"),
        (Filter(words=("MARKET",)), "bb"),
        (Filter(words=("market", "shelling")), ""),
        (Filter(words=("ministry",)), "bb"),
        (Filter(words=("åLUND",)), "aa"),
        (Filter(words=("100%",)), ""),
        (Filter(words=("_",)), ""),
        (Filter(source="health"), "bb"),
        (Filter(source="harbour post"), "aa bb cc dd"),
        (Filter(source="inland"), "bb"),
        (Filter(source="nobody"), ""),
        (Filter(since=date(2031, 5, 3), types=frozenset(("raid",)), countries=frozenset(("XK",))), "cc"),
    ],
)
def test_a_filter_finds_what_fits_all_of_it(filled: Store, wanted: Filter, found: str) -> None:
    assert names(filled, wanted) == found


@pytest.mark.parametrize(
    ("order", "found"),
    [
        (Order("date", descending=False), "aa bb cc dd"),
        (Order("date"), "cc bb aa dd"),
        (Order("killed"), "aa bb dd cc"),
        (Order("killed", descending=False), "cc dd bb aa"),
        (Order("reports"), "bb aa cc dd"),
        (Order("place", descending=False), "cc bb aa dd"),
        (Order("place"), "aa bb cc dd"),
    ],
)
def test_the_unknown_comes_last_and_equals_go_by_id(filled: Store, order: Order, found: str) -> None:
    assert names(filled, Filter(), order) == found


def test_the_total_counts_past_the_limit(filled: Store) -> None:
    findings = filled.find(Filter(), Order(), 2)
    assert (findings.total, [each.incident for each in findings.found]) == (4, [LATER, BOMBING])
    assert filled.find(Filter(), Order(), 0).found == ()


def test_a_listing_can_begin_in_the_middle(filled: Store) -> None:
    for order in (Order(), Order("killed"), Order("place")):
        whole = filled.find(Filter(), order, None).found
        assert filled.find(Filter(), order, 2, 1).found == whole[1:3]
        assert filled.find(Filter(), order, None, 2).found == whole[2:]


def test_days_count_what_began_on_them(filled: Store) -> None:
    april, may, june = date(2031, 4, 28), date(2031, 5, 6), date(2031, 6, 1)
    all_ = (Begun(april, 1, 1, 1), Begun(may, 1, 0, 1), Begun(june, 1, 0, 1), Begun(None, 1, 1, 0))
    assert filled.begun(Filter()) == all_
    assert filled.begun(Filter(types=frozenset(("raid",)))) == all_[2:]
    assert filled.begun(Filter(statuses=frozenset(("revised", "disputed")), field="killed")) == all_[:2]
    assert filled.begun(Filter(words=("åLUND",))) == all_[:1]
    assert filled.begun(Filter(source="nobody")) == ()


def test_a_map_shows_as_many_as_asked_for_of_those_placed(filled: Store) -> None:
    assert [each.id[-2:] for each in filled.sketch(Filter(), Order("killed"), 3)] == ["aa", "bb", "cc"]
    assert [each.id[-2:] for each in filled.sketch(Filter(), Order("place"), 1)] == ["aa"]


def test_voices_are_counted_as_everywhere(filled: Store) -> None:
    voices = {each.incident.id: each.voices for each in filled.find(Filter(), Order(), None).found}
    assert voices["incident-bb"] == 4  # police, the Front in two reports, the ministry, one paper's own
    assert voices["incident-cc"] == 1


@pytest.mark.parametrize(
    ("prefix", "ids"),
    [
        ("incident-", ("incident-aa", "incident-bb", "incident-cc", "incident-dd")),
        ("incident-b", ("incident-bb",)),
        ("incident-bb", ("incident-bb",)),
        ("incident-bbb", ()),
        ("incident-%", ()),
        ("incident_b", ()),
    ],
)
def test_ids_are_found_by_their_beginning(filled: Store, prefix: str, ids: tuple[str, ...]) -> None:
    assert filled.incident_ids(prefix) == ids


def test_an_excerpt_has_what_bears_on_one_incident(filled: Store) -> None:
    whole = filled.excerpt("incident-bb")
    assert whole.readings == market_bombing().readings
    assert whole.incidents == (BOMBING, UNDATED)
    (reading,) = filled.excerpt("incident-cc").readings
    assert (reading.report.id,) == LATER.reports


def test_there_is_no_excerpt_without_an_incident(filled: Store) -> None:
    with pytest.raises(LedgerError, match="no incident incident-b"):
        filled.excerpt("incident-b")

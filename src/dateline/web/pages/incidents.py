"""The page of incidents: filters, map, timeline and table over the same incidents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import get_args

from dateline.errors import InputError
from dateline.ledger import Store
from dateline.ledger.finding import Facet, Filter, Found, Order
from dateline.limits import MAP_INCIDENTS, TABLE_PAGE
from dateline.model import COUNTS, Field, Status
from dateline.web.desk import Desk
from dateline.web.pages.parts import Figure, figure, incident_href
from dateline.web.pages.question import Question, filter_of
from dateline.web.pages.timeline import Timeline, timeline
from dateline.wording.words import Countries, place_detail, sentence_case, short_when

SORTED = (
    ("-date", "Latest first"),
    ("date", "Earliest first"),
    ("-killed", "Most killed"),
    ("-reports", "Most reports"),
    ("place", "Place"),
)


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter: what it is called, how many incidents have it, and whether it is asked for."""

    value: str
    words: str
    number: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Row:
    """An incident in the table; ``also`` is the count that the filters ask about, beside the two shown."""

    id: str
    href: str
    type: str
    when: str
    where: str
    precision: str
    killed: Figure | None
    injured: Figure | None
    also: Figure | None
    reports: int
    voices: int


@dataclass(frozen=True, slots=True)
class IncidentsPage:
    """Everything on the page; ``notice`` says what was wrong with the filters."""

    question: Question
    notice: str
    countries: tuple[Choice, ...]
    types: tuple[Choice, ...]
    statuses: tuple[Choice, ...]
    fields: tuple[Choice, ...]
    sorts: tuple[Choice, ...]
    rows: tuple[Row, ...]
    also: str
    total: int
    known: int
    undated: int
    mapped: int
    timeline: Timeline | None
    pages: int
    tiles: str

    @property
    def first(self) -> int:
        """The number of the first row of this page."""
        return (self.question.page - 1) * TABLE_PAGE + 1


def incidents_page(desk: Desk, question: Question) -> IncidentsPage:
    """The incidents that fit; all of them, with a notice, where the filters mean nothing."""
    try:
        wanted, order = filter_of(question, desk.codebook)
        notice = ""
    except InputError as error:
        wanted, order, notice = Filter(), Order(), str(error)
    store, facets = desk.store, desk.store.facets()
    findings = store.find(wanted, order, TABLE_PAGE, (question.page - 1) * TABLE_PAGE)
    begun = store.begun(wanted)
    also = wanted.field if wanted.field in COUNTS and wanted.field not in ("killed", "injured") else None
    known = sum(each.number for each in facets.types)
    return IncidentsPage(
        question,
        notice,
        _choices(facets.countries, question.country, desk.countries),
        _choices(facets.types, question.type, {}),
        _choices(facets.statuses, question.status, {}, tuple(get_args(Status))),
        tuple(Choice(each, each, 0, each == question.field) for each in get_args(Field)),
        tuple(Choice(value, words, 0, value == question.sort) for value, words in SORTED),
        tuple(_row(each, also, desk.countries) for each in findings.found),
        also or "",
        findings.total,
        known,
        _left_out(store, wanted, order, findings.total),
        min(sum(each.placed for each in begun), MAP_INCIDENTS),
        timeline(begun, question),
        max(1, -(-findings.total // TABLE_PAGE)),
        desk.serving.tiles or "",
    )


def _row(found: Found, also: Field | None, countries: Countries) -> Row:
    incident = found.incident
    place = incident.place
    country = countries.get(place.country, place.country) if place and place.country else None
    where = "unknown" if place is None else place.name
    if country and country != where:
        where = f"{where}, {country}"
    return Row(
        incident.id,
        incident_href(incident.id),
        sentence_case(incident.type.name),
        short_when(incident.when),
        where,
        place_detail(place) if place else "",
        figure(incident.field("killed")),
        figure(incident.field("injured")),
        figure(incident.field(also)) if also else None,
        len(incident.reports),
        found.voices,
    )


def _choices(
    facets: Sequence[Facet], asked: Sequence[str], words: Countries, order: tuple[str, ...] = ()
) -> tuple[Choice, ...]:
    """The values that incidents have, and those asked for that none has."""
    numbers = {each.name: each.number for each in facets}
    wanted = {each.casefold() for each in asked}
    names = [*numbers, *(each for each in asked if each.casefold() not in {n.casefold() for n in numbers})]
    if order:
        names.sort(key=lambda name: order.index(name) if name in order else len(order))
    return tuple(
        Choice(name, words.get(name, name), numbers.get(name, 0), name.casefold() in wanted) for name in names
    )


def _left_out(store: Store, wanted: Filter, order: Order, total: int) -> int:
    """How many of unknown date would fit, where days are asked for."""
    if not (wanted.since or wanted.until) or wanted.undated:
        return 0
    return store.find(replace(wanted, undated=True), order, 0).total - total

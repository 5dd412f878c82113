"""The page of an incident: its figures, who gives them and when, how they differ, and the reports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.errors import LedgerError
from dateline.model import COUNTS, Claim, Field, FieldSummary, Incident, Ledger, Reading
from dateline.reconcile.speakers import speakers
from dateline.web.desk import Desk
from dateline.web.pages.parts import Figure, Link, figure, incident_href, report_href, title
from dateline.web.pages.plot import Plot, plot
from dateline.web.pages.sides import Sides, side_names, side_numbers, sides
from dateline.wording.lookup import Lookup, look_up
from dateline.wording.said import Said, rank, said
from dateline.wording.speech import speaker_words, statement_words
from dateline.wording.words import (
    capped,
    place_detail,
    place_words,
    sentence_case,
    short_day,
    summary_words,
    when_words,
)

VOICES = 4
"""Voices named for one value; the rest are counted."""

NOT_SO = ("denied", "negated")


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence in three parts, the words of the value in the middle; and where it stands."""

    before: str
    value: str
    after: str
    href: str
    report: str


@dataclass(frozen=True, slots=True)
class SaidRow:
    """What one voice says: value, day, who, how many reports carry it, and its first sentence."""

    day: str
    value: str
    who: str
    reports: int
    not_so: bool
    quote: Quote
    claim: str


@dataclass(frozen=True, slots=True)
class FieldPart:
    """One field: its range in words, its status and why, a plot of a count that moved, and every voice.

    ``values`` are what is said and who says so, what most say first.
    """

    name: Field
    words: str
    figure: Figure | None
    status: str
    why: str
    plot: Plot | None
    values: tuple[tuple[str, str], ...]
    rows: tuple[SaidRow, ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """A statement: who speaks, how, and the words."""

    who: str
    kind: str
    words: str
    href: str


@dataclass(frozen=True, slots=True)
class Told:
    """A report of the incident; ``copy`` says that it has the text of an earlier one."""

    href: str
    publisher: str
    day: str
    title: str
    copy: bool


@dataclass(frozen=True, slots=True)
class IncidentPage:
    """The whole page. ``differences`` are field, kind, words; ``checks`` whether it holds, words, rule."""

    id: str
    title: str
    type: str
    when: str
    where: str
    precision: str
    radius_km: float | None
    parties: tuple[tuple[str, str], ...]
    acled: str
    voices: int
    counts: tuple[FieldPart, ...]
    others: tuple[FieldPart, ...]
    differences: tuple[tuple[str, str, str], ...]
    checks: tuple[tuple[bool, str, str], ...]
    relations: tuple[tuple[str, Link], ...]
    sides: Sides | None
    side_key: tuple[tuple[int, str], ...]
    statements: tuple[Spoken, ...]
    reports: tuple[Told, ...]
    tiles: str


def incident_page(desk: Desk, incident: str) -> IncidentPage | None:
    """The page of an incident; none where the ledger has no such incident now."""
    if incident not in desk.store.incident_ids(incident):
        return None
    excerpt = desk.store.excerpt(incident)
    found = next((each for each in excerpt.incidents if each.id == incident), None)
    if found is None:
        raise LedgerError(f"{incident} has gone while it was looked up: load the page again")
    return _page(desk, found, excerpt)


def _page(desk: Desk, incident: Incident, excerpt: Ledger) -> IncidentPage:
    lookup = look_up(excerpt, desk.countries)
    readings = {reading.report.id: reading for reading in excerpt.readings}
    claims = [lookup.claims[claim] for claim in incident.claims]
    who = speakers(claims, readings, desk.codebook)
    names = side_names(claims, who, desk.countries)
    numbers = side_numbers(names)
    coloured = {claim: numbers.get(name, 0) for claim, name in names.items()}
    parts = [
        _part(name, summary, incident, lookup, coloured)
        for name, summary in sorted(incident.fields, key=lambda each: rank(each[0]))
    ]
    place, acled = incident.place, incident.crosswalk.acled
    named = (("by", incident.actors), ("against", incident.targets), ("with", incident.weapons))
    return IncidentPage(
        incident.id,
        title(incident),
        sentence_case(incident.type.name),
        when_words(incident.when) if incident.when else "unknown",
        place_words(place, desk.countries) if place else "unknown",
        place_detail(place) if place else "",
        place.radius_km if place else None,
        tuple((label, "; ".join(dict.fromkeys(e.name for e in each))) for label, each in named if each),
        f"{acled.event_type}: {acled.sub_event_type}" if acled else "",
        len({who[claim].key for claim in claims}),
        tuple(part for part in parts if part.name in COUNTS),
        tuple(part for part in parts if part.name not in COUNTS),
        _differences(incident),
        tuple((check.holds, check.text, check.rule) for check in incident.checks),
        tuple(
            (each.kind, Link(title(lookup.incidents[each.incident]), incident_href(each.incident)))
            for each in incident.relations
            if each.incident in lookup.incidents
        ),
        sides(incident, names, lookup),
        tuple((number, name) for name, number in sorted(numbers.items(), key=lambda each: each[1])),
        tuple(_statements(incident, lookup)),
        tuple(_reports(excerpt.readings, incident)),
        desk.serving.tiles or "",
    )


def _part(
    name: Field, summary: FieldSummary, incident: Incident, lookup: Lookup, sides_of: Mapping[str, int]
) -> FieldPart:
    told = said(incident, summary, lookup, daily=name in COUNTS)
    own = [each for each in told if each.claims[0].field == name]
    counted = name in COUNTS
    return FieldPart(
        name,
        summary_words(summary) if counted else "",
        figure(summary) if counted else None,
        summary.status,
        summary.why if counted else "",
        plot(name, own, _series(summary), sides_of) if counted else None,
        _values(own),
        tuple(_row(each, lookup) for each in own),
    )


def _values(told: Sequence[Said]) -> tuple[tuple[str, str], ...]:
    by_value: dict[str, list[Said]] = {}
    for each in told:
        by_value.setdefault(each.told, []).append(each)
    most = sorted(by_value.items(), key=lambda each: -sum(len(one.claims) for one in each[1]))
    return tuple((value, "; ".join(capped([one.who for one in who], VOICES))) for value, who in most)


def _series(summary: FieldSummary) -> list[tuple[date, int]]:
    """The number on each day, of several the largest; what is disputed makes no one line."""
    numbers: dict[date, int] = {}
    for point in summary.series if summary.status not in ("disputed", "denied") else ():
        number = point.high if point.high is not None else point.low
        if point.date and number is not None:
            numbers[point.date] = max(number, numbers.get(point.date, 0))
    return sorted(numbers.items())


def _row(told: Said, lookup: Lookup) -> SaidRow:
    first = told.claims[0]
    return SaidRow(
        short_day(told.day) if told.day else "undated",
        told.told,
        told.who,
        len({claim.report for claim in told.claims}),
        first.modality in NOT_SO,
        _quote(first, lookup),
        first.id,
    )


def _quote(claim: Claim, lookup: Lookup) -> Quote:
    value = claim.spans.value or claim.spans.trigger
    start, end = 0, 0
    if value and claim.span.contains(value):
        start, end = value.start - claim.span.start, value.end - claim.span.start
    report = lookup.reports[claim.report]
    return Quote(
        claim.quote[:start],
        claim.quote[start:end],
        claim.quote[end:],
        report_href(claim.report, claim.id),
        report.publisher or report.key,
    )


def _differences(incident: Incident) -> tuple[tuple[str, str, str], ...]:
    """Field, kind and words, each once; what cannot both be right first."""
    rows = dict.fromkeys((each.field, each.kind, each.text) for each in incident.differences)
    return tuple(sorted(rows, key=lambda row: (row[1] not in ("true conflict", "denial"), rank(row[0]))))


def _statements(incident: Incident, lookup: Lookup) -> Iterator[Spoken]:
    seen: set[tuple[str, str]] = set()
    for each in sorted(lookup.statements.get(incident.id, ()), key=lookup.published):
        told = speaker_words(each, lookup), statement_words(each, lookup)
        if told not in seen:
            seen.add(told)
            yield Spoken(told[0], each.kind, told[1], report_href(each.report, each.id))


def _reports(readings: Sequence[Reading], incident: Incident) -> Iterator[Told]:
    """The incident's reports by day; the first of a copy group is its voice."""
    mine = [each.report for each in readings if each.report.id in incident.reports]
    groups: set[str] = set()
    for report in sorted(mine, key=lambda each: (each.published is None, str(each.published), each.key)):
        yield Told(
            report_href(report.id),
            report.publisher or report.key,
            short_day(report.published) if report.published else "undated",
            report.title or "",
            report.copy_group in groups,
        )
        groups.add(report.copy_group)

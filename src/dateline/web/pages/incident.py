"""The page of an incident: its figures, who gives them and when, how they differ, and the reports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.errors import LedgerError
from dateline.model import COUNTS, Field, Incident, Ledger, Reading
from dateline.reconcile.speakers import speakers
from dateline.web.desk import Desk
from dateline.web.pages.fields import FieldPart, field_part, quote_of
from dateline.web.pages.judged import Verdict, verdicts
from dateline.web.pages.parts import Link, Quote, incident_href, report_href, title
from dateline.web.pages.sides import Sides, side_names, side_numbers, sides
from dateline.wording.lookup import Lookup, look_up
from dateline.wording.said import rank
from dateline.wording.speech import speaker_words, statement_words
from dateline.wording.words import (
    place_detail,
    place_words,
    sentence_case,
    short_day,
    value_words,
    when_words,
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A statement: who speaks, how, and the words."""

    who: str
    kind: str
    words: str
    href: str


GRAVE = ("true conflict", "denial")
"""Kinds of differences that cannot both be right."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """A claim that people took out: its field and value as read, its sentence, and their judgement."""

    field: Field
    value: str
    quote: Quote
    judged: Verdict


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
    """The page; ``differences`` are kinds and words by field, ``checks`` whether it holds, words and rule."""

    id: str
    title: str
    type: str
    when: str
    where: str
    precision: str
    placed: bool
    parties: tuple[tuple[str, str], ...]
    acled: str
    voices: int
    counts: tuple[FieldPart, ...]
    others: tuple[FieldPart, ...]
    rejected: tuple[Rejected, ...]
    differences: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
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
    """The page of what counts; what people judged stands beside it, and not in the names of the voices."""
    told = look_up(excerpt, desk.countries)
    said_of = verdicts(told.judged, desk.countries)
    lookup = replace(told, judged={})
    readings = {reading.report.id: reading for reading in excerpt.readings}
    claims = [lookup.claims[claim] for claim in incident.claims]
    who = speakers(claims, readings, desk.codebook)
    names = side_names(claims, who, readings, desk.codebook.countries, desk.countries)
    numbers = side_numbers(names)
    coloured = {claim: numbers.get(name, 0) for claim, name in names.items()}
    parts = [
        field_part(name, summary, incident, lookup, coloured, said_of)
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
        place is not None and place.resolved,
        tuple((label, "; ".join(dict.fromkeys(e.name for e in each))) for label, each in named if each),
        f"{acled.event_type}: {acled.sub_event_type}" if acled else "",
        len({who[claim].key for claim in claims}),
        tuple(part for part in parts if part.name in COUNTS),
        tuple(part for part in parts if part.name not in COUNTS),
        tuple(_rejected(incident, told, said_of)),
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


def _rejected(incident: Incident, lookup: Lookup, said_of: Mapping[str, Verdict]) -> Iterator[Rejected]:
    """The claims that would count in the incident, had nobody rejected them, in order of publication."""
    for claim in sorted(lookup.rejected(incident), key=lookup.published):
        if claim.id not in incident.claims:
            value = value_words(claim.value, lookup.countries)
            yield Rejected(claim.field, value, quote_of(claim, lookup), said_of[claim.id])


def _differences(incident: Incident) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Kinds and words by field, each once; what cannot both be right first."""

    def order(row: tuple[Field, str, str]) -> tuple[bool, tuple[bool, int]]:
        return row[1] not in GRAVE, rank(row[0])

    by_field: dict[str, dict[tuple[str, str], None]] = {}
    for field, kind, text in sorted(((e.field, e.kind, e.text) for e in incident.differences), key=order):
        by_field.setdefault(field, {})[kind, text] = None
    return tuple((field, tuple(rows)) for field, rows in by_field.items())


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

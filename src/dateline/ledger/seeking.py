"""Reports, claims and statements page by page; and what incidents can be asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Select, func, or_, select

from dateline.ledger import schema
from dateline.ledger.finding import Facet, Facets, Named, Page, ReportLine, Sketch, Sought
from dateline.ledger.holding import holds
from dateline.limits import LEDGER_PAGE
from dateline.model import Status

REPORTS, CLAIMS, STATEMENTS = schema.reports, schema.claims, schema.statements
BEGINNING = 2_000
"""Characters of a text in which its first line is looked for."""

INCIDENTS, FIELDS, HELD = schema.incidents, schema.incident_fields, schema.incident_claims


def page_of_reports(connection: Connection, sought: Sought, page: Page) -> Named:
    """Reports, the latest first, those without a day last."""
    asked = select(REPORTS.c.id.label("report"), REPORTS.c.id).where(*_of_reports(sought))
    if sought.incident:
        asked = asked.where(REPORTS.c.id.in_(_claims_of(sought.incident, CLAIMS.c.report)))
    if sought.copies_of:
        group = select(REPORTS.c.copy_group).where(REPORTS.c.id == sought.copies_of)
        asked = asked.where(REPORTS.c.copy_group.in_(group))
    order = (REPORTS.c.published.is_(None), REPORTS.c.published.desc(), REPORTS.c.id)
    return _named(connection, asked, order, page)


def page_of_claims(connection: Connection, sought: Sought, page: Page) -> Named:
    """Claims in order of report and text."""
    asked = select(CLAIMS.c.report, CLAIMS.c.id).join(REPORTS, REPORTS.c.id == CLAIMS.c.report)
    asked = asked.where(*_of_reports(sought), *_of_source(CLAIMS.c.source, CLAIMS.c.via, sought))
    if sought.field:
        asked = asked.where(CLAIMS.c.field == sought.field)
    if sought.modality:
        asked = asked.where(CLAIMS.c.modality == sought.modality)
    if sought.incident:
        asked = asked.where(CLAIMS.c.id.in_(_claims_of(sought.incident, CLAIMS.c.id)))
    return _named(connection, asked, (CLAIMS.c.report, CLAIMS.c.position), page)


def page_of_statements(connection: Connection, sought: Sought, page: Page) -> Named:
    """Statements in order of report and text."""
    asked = select(STATEMENTS.c.report, STATEMENTS.c.id).join(REPORTS, REPORTS.c.id == STATEMENTS.c.report)
    asked = asked.where(
        *_of_reports(sought), *_of_source(STATEMENTS.c.speaker, STATEMENTS.c.addressee, sought)
    )
    if sought.incident:
        part = schema.statement_claims
        held = select(part.c.statement).join(HELD, HELD.c.claim == part.c.claim)
        asked = asked.where(STATEMENTS.c.id.in_(held.where(HELD.c.incident == sought.incident)))
    return _named(connection, asked, (STATEMENTS.c.report, STATEMENTS.c.position), page)


def sketches(connection: Connection, ids: Sequence[str]) -> Iterator[Sketch]:
    """The incidents with these ids, in this order."""
    about = INCIDENTS.c
    columns: tuple[Column[Any], ...] = (about.id, about.type, about.starts, about.ends, about.place)
    columns += (about.lat, about.lon, about.radius_km, about.place_precision)
    killed = (FIELDS.c.low, FIELDS.c.best, FIELDS.c.high, FIELDS.c.status)
    of_killed = (FIELDS.c.incident == about.id) & (FIELDS.c.field == "killed")
    asked = select(*columns, *killed).join(FIELDS, of_killed, isouter=True)
    for start in range(0, len(ids), LEDGER_PAGE):
        page = ids[start : start + LEDGER_PAGE]
        rows = {row.id: tuple(row) for row in connection.execute(asked.where(about.id.in_(page)))}
        yield from (Sketch(*rows[id_]) for id_ in page if id_ in rows)


def report_lines(connection: Connection, ids: Sequence[str]) -> Iterator[ReportLine]:
    """The reports with these ids, in this order."""
    about = REPORTS.c
    columns = (about.id, about.key, about.title, about.publisher, about.published, about.language)
    asked = select(*columns, func.substr(about.text, 1, BEGINNING))
    counted = select(CLAIMS.c.report, func.count()).group_by(CLAIMS.c.report)
    for start in range(0, len(ids), LEDGER_PAGE):
        page = ids[start : start + LEDGER_PAGE]
        claims = {row[0]: row[1] for row in connection.execute(counted.where(CLAIMS.c.report.in_(page)))}
        found = connection.execute(asked.where(about.id.in_(page)))
        rows = {row.id: (*row, claims.get(row.id, 0)) for row in found}
        yield from (ReportLine(*rows[id_]) for id_ in page if id_ in rows)


def facets(connection: Connection) -> Facets:
    """What the incidents of a ledger have, each with their number, the most frequent first."""
    return Facets(
        _facet(connection, select(INCIDENTS.c.country, func.count()).group_by(INCIDENTS.c.country)),
        _facet(connection, select(INCIDENTS.c.type, func.count()).group_by(INCIDENTS.c.type)),
        _facet(
            connection,
            select(FIELDS.c.status, func.count(FIELDS.c.incident.distinct())).group_by(FIELDS.c.status),
        ),
        *_span(connection),
    )


def statuses(connection: Connection, wanted: Sequence[Status]) -> dict[str, tuple[str, ...]]:
    """Incident id -> its fields that have one of these statuses."""
    asked = select(FIELDS.c.incident, FIELDS.c.field).where(FIELDS.c.status.in_(wanted))
    found: dict[str, list[str]] = {}
    for row in connection.execute(asked):
        found.setdefault(row.incident, []).append(row.field)
    return {incident: tuple(sorted(fields)) for incident, fields in sorted(found.items())}


def _facet(connection: Connection, asked: Select[Any]) -> tuple[Facet, ...]:
    rows = [Facet(str(name), number) for name, number in connection.execute(asked) if name is not None]
    return tuple(sorted(rows, key=lambda each: (-each.number, each.name)))


def _span(connection: Connection) -> tuple[date | None, date | None]:
    row = connection.execute(select(func.min(INCIDENTS.c.starts), func.max(INCIDENTS.c.ends))).one()
    return row[0], row[1]


def _named(connection: Connection, asked: Select[Any], order: Sequence[Any], page: Page) -> Named:
    total = connection.execute(select(func.count()).select_from(asked.subquery())).scalar_one()
    rows = connection.execute(asked.order_by(*order).limit(page.limit).offset(page.offset))
    return Named(total, tuple((str(row.report), str(row.id)) for row in rows))


def _of_reports(sought: Sought) -> Iterator[ColumnElement[bool]]:
    if sought.report:
        yield REPORTS.c.id == sought.report
    if sought.since:
        yield REPORTS.c.published >= sought.since
    if sought.until:
        yield REPORTS.c.published <= sought.until
    if sought.publisher:
        yield holds(REPORTS.c.publisher, sought.publisher)


def _of_source(one: Column[Any], other: Column[Any], sought: Sought) -> Iterator[ColumnElement[bool]]:
    if sought.source:
        yield or_(holds(one, sought.source), holds(other, sought.source))


def _claims_of(incident: str, column: Column[Any]) -> Select[Any]:
    held = select(column).join_from(CLAIMS, HELD, HELD.c.claim == CLAIMS.c.id)
    return held.where(HELD.c.incident == incident)

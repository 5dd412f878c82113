"""Asking the drawn tables: which incidents fit a filter, which ids begin so, how many voices tell of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Row,
    Select,
    case,
    distinct,
    false,
    func,
    or_,
    select,
    true,
)

from dateline.ledger import schema
from dateline.ledger.finding import Begun, Filter, Found, Order
from dateline.ledger.holding import holds
from dateline.ledger.records import INCIDENT
from dateline.limits import LEDGER_PAGE
from dateline.model import Incident

Condition = ColumnElement[bool]

INCIDENTS, FIELDS, CLAIMS, REPORTS = schema.incidents, schema.incident_fields, schema.claims, schema.reports
HELD = schema.incident_claims

NAMING = (INCIDENTS.c.type, INCIDENTS.c.place, INCIDENTS.c.actors, INCIDENTS.c.targets, INCIDENTS.c.weapons)
SAYING = (CLAIMS.c.quote, CLAIMS.c.value, CLAIMS.c.place, CLAIMS.c.source, CLAIMS.c.via)
TELLING = (CLAIMS.c.source, CLAIMS.c.via, REPORTS.c.publisher)


def matching(
    connection: Connection,
    wanted: Filter,
    order: Order,
    limit: int | None,
    offset: int = 0,
    *,
    placed: bool = False,
) -> list[str]:
    """The ids of the incidents that fit, or of those that a map can show; in order, equal ones by id."""
    rank = _rank(order).label("rank")
    asked = select(INCIDENTS.c.id, rank).where(*_conditions(wanted))
    if placed:
        asked = asked.where(INCIDENTS.c.lat.is_not(None), INCIDENTS.c.lon.is_not(None))
    if order.by == "place":
        end = None if limit is None else offset + limit
        return _by_name(connection.execute(asked), order.descending)[offset:end]
    # Databases put nulls each at another end.
    ranked = asked.order_by(rank.is_(None), rank.desc() if order.descending else rank, INCIDENTS.c.id)
    return [str(row.id) for row in connection.execute(ranked.limit(limit).offset(offset)).all()]


def _by_name(rows: Iterable[Row[Any]], descending: bool) -> list[str]:
    """Put in order here, as databases order letters each in their own way."""
    told = sorted(rows, key=lambda row: str(row.id))
    known = [row for row in told if row.rank is not None]
    known.sort(key=lambda row: str(row.rank).casefold(), reverse=descending)
    return [str(row.id) for row in (*known, *(row for row in told if row.rank is None))]


def begun(connection: Connection, wanted: Filter) -> Iterator[Begun]:
    """The incidents that fit, counted by the day on which they began, unknown days last."""
    killed = FIELDS.alias()
    of_killed = (killed.c.incident == INCIDENTS.c.id) & (killed.c.field == "killed")
    placed = INCIDENTS.c.lat.is_not(None) & INCIDENTS.c.lon.is_not(None)
    numbers = [
        func.count(case((condition, 1)))
        for condition in (true(), killed.c.status.in_(("disputed", "denied")), placed)
    ]
    asked = select(INCIDENTS.c.starts, *numbers).join_from(INCIDENTS, killed, of_killed, isouter=True)
    asked = asked.where(*_conditions(wanted)).group_by(INCIDENTS.c.starts)
    ordered = asked.order_by(INCIDENTS.c.starts.is_(None), INCIDENTS.c.starts)
    return (Begun(*row) for row in connection.execute(ordered).all())


def found(connection: Connection, ids: Sequence[str]) -> Iterator[Found]:
    """The incidents with these ids, in this order, each with its voices."""
    for start in range(0, len(ids), LEDGER_PAGE):
        page = ids[start : start + LEDGER_PAGE]
        voices = {row.incident: row.voices for row in connection.execute(_voices(page))}
        yield from (Found(each, voices.get(each.id, 0)) for each in incidents_with(connection, page))


def incidents_with(connection: Connection, ids: Sequence[str]) -> tuple[Incident, ...]:
    """The incidents with these ids, in this order; ids that the ledger lacks are left out."""
    asked = select(INCIDENTS.c.id, INCIDENTS.c.record).where(INCIDENTS.c.id.in_(ids))
    records = {row.id: row.record for row in connection.execute(asked)}
    return tuple(INCIDENT.read(records[id_]) for id_ in ids if id_ in records)


def ids_like(connection: Connection, prefix: str) -> tuple[str, ...]:
    """The incident ids that begin so, in order."""
    asked = select(INCIDENTS.c.id).where(INCIDENTS.c.id.startswith(prefix, autoescape=True))
    return tuple(sorted(connection.execute(asked).scalars()))


def ids_holding(connection: Connection, claims: Sequence[str]) -> tuple[str, ...]:
    """The ids of the incidents that hold one of these claims, in order."""
    asked = select(HELD.c.incident).where(HELD.c.claim.in_(claims)).distinct()
    return tuple(sorted(connection.execute(asked).scalars()))


def incident_of(connection: Connection, report: str) -> dict[str, str]:
    """Claim id -> id of the incident that holds it, of a report's claims."""
    asked = select(HELD.c.claim, HELD.c.incident).join(CLAIMS, CLAIMS.c.id == HELD.c.claim)
    return {row.claim: row.incident for row in connection.execute(asked.where(CLAIMS.c.report == report))}


def _rank(order: Order) -> ColumnElement[Any]:
    if order.by == "killed":
        numbers = func.coalesce(FIELDS.c.best, FIELDS.c.high, FIELDS.c.low)
        killed = select(numbers).where(FIELDS.c.incident == INCIDENTS.c.id, FIELDS.c.field == "killed")
        return killed.scalar_subquery()
    ranks: dict[str, Column[Any]] = {
        "date": INCIDENTS.c.starts,
        "reports": INCIDENTS.c.reports,
        "place": INCIDENTS.c.place,
    }
    return ranks[order.by]


def _conditions(wanted: Filter) -> Iterator[Condition]:
    if wanted.since:
        yield _dated(INCIDENTS.c.ends >= wanted.since, wanted.undated)
    if wanted.until:
        yield _dated(INCIDENTS.c.starts <= wanted.until, wanted.undated)
    if wanted.countries:
        yield INCIDENTS.c.country.in_(sorted(wanted.countries))
    if wanted.types:
        yield INCIDENTS.c.type.in_(sorted(wanted.types))
    if wanted.statuses or wanted.field:
        yield INCIDENTS.c.id.in_(_with_field(wanted))
    for word in wanted.words:
        said = _of_claims().where(_any_holds(SAYING, word))
        yield or_(_any_holds(NAMING, word), INCIDENTS.c.id.in_(said))
    if wanted.source:
        yield INCIDENTS.c.id.in_(_of_claims().where(_any_holds(TELLING, wanted.source)))


def _dated(condition: Condition, undated: bool) -> Condition:
    return or_(condition, INCIDENTS.c.starts.is_(None) if undated else false())


def _with_field(wanted: Filter) -> Select[Any]:
    asked = select(FIELDS.c.incident)
    if wanted.field:
        asked = asked.where(FIELDS.c.field == wanted.field)
    return asked.where(FIELDS.c.status.in_(sorted(wanted.statuses))) if wanted.statuses else asked


def _of_claims() -> Select[Any]:
    """The incidents of all claims, each beside its report."""
    joined = HELD.join(CLAIMS, CLAIMS.c.id == HELD.c.claim).join(REPORTS, REPORTS.c.id == CLAIMS.c.report)
    return select(HELD.c.incident).select_from(joined)


def _any_holds(columns: Sequence[Column[Any]], words: str) -> Condition:
    return or_(*(holds(column, words) for column in columns))


def _voices(incidents: Sequence[str]) -> Select[Any]:
    """How many speak of each incident; see ``Found``."""
    name, group = func.lower(CLAIMS.c.source), REPORTS.c.copy_group
    who = case(
        (CLAIMS.c.own_voice, group),
        (CLAIMS.c.source_named, name),
        else_=name + " in " + group,
    )
    counted = _of_claims().add_columns(func.count(distinct(who)).label("voices"))
    return counted.where(HELD.c.incident.in_(incidents)).group_by(HELD.c.incident)

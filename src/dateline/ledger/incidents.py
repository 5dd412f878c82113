"""Incidents are drawn from the readings: they are replaced as a whole, and only what differs is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update

from dateline.ledger import schema
from dateline.ledger.audit import digest
from dateline.ledger.drawing import NOT_DRAWN
from dateline.ledger.linkable import Change, Linked
from dateline.ledger.records import INCIDENT
from dateline.ledger.rows import Row, place_columns, storable, when_columns
from dateline.model import Entity, Incident, Term


def replace_incidents(connection: Connection, linked: Linked) -> Change:
    """Make the stored incidents the given ones."""
    table = schema.incidents
    rows = {each.id: _row(each) | {"origin": linked.origins.get(each.id, "")} for each in linked.made}
    old = {row.id: row.digest for row in connection.execute(select(table.c.id, table.c.digest))}
    gone = old.keys() - rows.keys() - linked.stay
    fresh = [incident for incident in linked.made if old.get(incident.id) != rows[incident.id]["digest"]]
    redrawn = [incident.id for incident in fresh if incident.id in old]
    changed = len(redrawn) - _unchanged(connection, rows)
    _tell_origins(connection, [row for id_, row in rows.items() if old.get(id_) == row["digest"]])
    if stale := [*sorted(gone), *redrawn]:
        connection.execute(
            delete(table).where(table.c.id == bindparam("stale")), [{"stale": id_} for id_ in stale]
        )
    if fresh:
        connection.execute(insert(table), [storable(rows[incident.id]) for incident in fresh])
        connection.execute(insert(schema.incident_fields), _fields(fresh))
        connection.execute(insert(schema.incident_claims), _claims(fresh))
    return Change(len(fresh) - len(redrawn), changed, len(gone))


def _tell_origins(connection: Connection, rows: Iterable[Row]) -> None:
    """Keep from what incidents were made that turned out as they were."""
    table = schema.incidents
    told = [{"made": row["id"], "made_from": row["origin"]} for row in rows]
    if told:
        connection.execute(
            update(table).where(table.c.id == bindparam("made")).values(origin=bindparam("made_from")), told
        )


def replace_copy_groups(connection: Connection, copy_groups: Mapping[str, str]) -> None:
    """Give every report its copy group."""
    table = schema.reports
    old = {row.id: row.copy_group for row in connection.execute(select(table.c.id, table.c.copy_group))}
    moved = [{"moved": id_, "group": group} for id_, group in copy_groups.items() if old[id_] != group]
    if moved:
        connection.execute(
            update(table).where(table.c.id == bindparam("moved")).values(copy_group=bindparam("group")), moved
        )


def all_incidents(connection: Connection) -> tuple[Incident, ...]:
    """Every incident, in order of id."""
    records = connection.execute(select(schema.incidents.c.record)).scalars()
    return tuple(sorted((INCIDENT.read(record) for record in records), key=lambda incident: incident.id))


def rows_of_incident(incident: Incident) -> Iterator[tuple[Table, list[Row]]]:
    """The rows of each table."""
    yield schema.incidents, [_row(incident)]
    yield schema.incident_fields, _fields((incident,))
    yield schema.incident_claims, _claims((incident,))


def _unchanged(connection: Connection, rows: Mapping[str, Row]) -> int:
    """How many incidents are to be drawn again though their record is as it was."""
    table = schema.incidents
    found = connection.execute(select(table.c.id, table.c.record).where(table.c.digest == NOT_DRAWN))
    return sum(row.id in rows and digest(row.record) == rows[row.id]["digest"] for row in found)


def _row(incident: Incident) -> Row:
    record, acled = INCIDENT.write(incident), incident.crosswalk.acled
    return {
        "id": incident.id,
        "type": incident.type.name,
        **when_columns(incident.when),
        **place_columns(incident.place),
        "radius_km": incident.place and incident.place.radius_km,
        "actors": _names(incident.actors),
        "targets": _names(incident.targets),
        "weapons": _names(incident.weapons),
        "reports": len(incident.reports),
        "acled_event_type": acled and acled.event_type,
        "acled_sub_event_type": acled and acled.sub_event_type,
        "ucdp": incident.crosswalk.ucdp,
        "plover": incident.crosswalk.plover,
        "record": record,
        "digest": digest(record),
    }


def _names(named: Iterable[Entity | Term]) -> str:
    return "; ".join(dict.fromkeys(each.name for each in named))


def _fields(incidents: Iterable[Incident]) -> list[Row]:
    return [
        storable(
            {
                "incident": incident.id,
                "field": name,
                "low": summary.low,
                "best": summary.best,
                "high": summary.high,
                "status": summary.status,
                "why": summary.why,
            }
        )
        for incident in incidents
        for name, summary in incident.fields
    ]


def _claims(incidents: Iterable[Incident]) -> list[Row]:
    return [{"incident": incident.id, "claim": claim} for incident in incidents for claim in incident.claims]

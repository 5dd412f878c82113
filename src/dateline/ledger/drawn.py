"""Do the drawn tables agree with the kept records?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy import Connection, Table, select

from dateline.errors import LedgerError
from dateline.ledger import schema
from dateline.ledger.drawing import NOT_DRAWN
from dateline.ledger.incidents import rows_of_incident
from dateline.ledger.records import INCIDENT, READING
from dateline.ledger.rows import Row, rows_of, storable
from dateline.ledger.writing import current_reading
from dateline.limits import LEDGER_PAGE
from dateline.model import Reading

LINKED = {schema.reports: ("copy_group",), schema.incidents: ("origin",)}
"""Columns that linking fills."""


def reading_faults(connection: Connection, report: str) -> Iterator[str]:
    """Where the record of a report's current reading cannot be read, or drawn rows are others."""
    kept = current_reading(connection, report)
    if kept is None:  # superseded since it was listed
        return
    try:
        reading = READING.read(kept.record)
    except LedgerError as error:
        yield f"{kept.id} of {report}: {error}"
        return
    yield from _differences(connection, reading)


def left_over(connection: Connection) -> Iterator[str]:
    """Drawn reports that have no current reading."""
    table, kept = schema.reports, schema.readings
    current = (kept.c.report == table.c.id) & kept.c.superseded_why.is_(None)
    asked = select(table.c.id).join(kept, current, isouter=True).where(kept.c.id.is_(None))
    for id_ in connection.execute(asked.order_by(table.c.id)).scalars():
        yield f"{id_} in reports has no current reading"


def incident_faults(connection: Connection) -> Iterator[str]:
    """Where the record of an incident cannot be read, or its drawn rows are not those of it."""
    table = schema.incidents
    rows = select(table).where(table.c.digest != NOT_DRAWN).order_by(table.c.id)
    for row in connection.execute(rows.execution_options(yield_per=LEDGER_PAGE)).mappings():
        try:
            incident = INCIDENT.read(row["record"])
        except LedgerError as error:
            yield f"{row['id']}: {error}"
            continue
        for part, wanted in rows_of_incident(incident):
            of_it = part.c.id if part is table else part.c.incident
            drawn = connection.execute(select(part).where(of_it == row["id"])).mappings()
            yield from _compared(part, row["id"], wanted, [dict(each) for each in drawn])


def _differences(connection: Connection, reading: Reading) -> Iterator[str]:
    id_ = reading.report.id
    for table, rows in rows_of(reading):
        yield from _compared(table, id_, rows, _drawn(connection, table, id_))


def _compared(table: Table, owner: str, rows: Iterable[Row], found: Iterable[Row]) -> Iterator[str]:
    """Rows that are missing, too many, or other than they should be."""
    wanted = {_key(table, row): _shown(table, storable(row)) for row in rows}
    drawn = {_key(table, row): _shown(table, row) for row in found}
    for key in sorted(wanted.keys() | drawn.keys(), key=str):
        named = " ".join(map(str, key))
        if key not in drawn:
            yield f"{named} of {owner} is not in {table.name}"
        elif key not in wanted:
            yield f"{named} in {table.name} is not in the record of {owner}"
        elif wanted[key] != drawn[key]:
            names = [name for name, value in wanted[key].items() if value != drawn[key][name]]
            yield f"{named} in {table.name} differs from its record: {', '.join(names)}"


def _drawn(connection: Connection, table: Table, report: str) -> list[Row]:
    if table is schema.statement_claims:
        statements = select(schema.statements.c.id).where(schema.statements.c.report == report)
        asked = select(table).where(table.c.statement.in_(statements))
    else:
        asked = select(table).where((table.c.id if table is schema.reports else table.c.report) == report)
    return [dict(row) for row in connection.execute(asked).mappings()]


def _key(table: Table, row: Mapping[str, object]) -> tuple[object, ...]:
    return tuple(row[column.name] for column in table.primary_key)


def _shown(table: Table, row: Mapping[str, object]) -> Row:
    left_out = LINKED.get(table, ())
    return {column.name: row.get(column.name) for column in table.c if column.name not in left_out}

"""The log of judgements of both kinds, the latest first, page by page."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Select, Table, func, literal, select, union_all

from dateline.ledger import schema
from dateline.ledger.finding import Logged, LoggedEntry, Page
from dateline.ledger.records import JUDGEMENT, VALUE_JUDGEMENT

PAIR, VALUE = "pair", "value"

_TABLES = {PAIR: schema.judgements, VALUE: schema.value_judgements}


def page_of_log(connection: Connection, page: Page) -> Logged:
    """Of those of one second the later number first, and judgements on values before those on pairs."""
    both = union_all(*(_keys(kind, table) for kind, table in _TABLES.items())).subquery()
    total = connection.execute(select(func.count()).select_from(both)).scalar_one()
    order = (both.c.at.desc(), both.c.number.desc(), both.c.kind.desc())
    asked = select(both.c.kind, both.c.id).order_by(*order).limit(page.limit).offset(page.offset)
    keys = [(str(row.kind), str(row.id)) for row in connection.execute(asked)]
    found: dict[str, LoggedEntry] = {}
    for kind, table in _TABLES.items():
        wanted = [id_ for of, id_ in keys if of == kind]
        read = VALUE_JUDGEMENT.read if kind == VALUE else JUDGEMENT.read
        for row in connection.execute(select(table).where(table.c.id.in_(wanted))):
            found[row.id] = LoggedEntry(read(row.record), undone=row.superseded_why is not None)
    return Logged(total, tuple(found[id_] for _, id_ in keys))


def _keys(kind: str, table: Table) -> Select[Any]:
    return select(literal(kind).label("kind"), table.c.id, table.c.at, table.c.number)

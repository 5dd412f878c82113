"""What people decide on the values of claims."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, insert, select

from dateline.errors import LedgerError
from dateline.ledger import audit, schema, writing
from dateline.ledger.deciding import decided, next_number, second
from dateline.ledger.records import VALUE_JUDGEMENT
from dateline.ledger.rows import storable
from dateline.model import ClaimAnchor, Value, ValueJudgement, ValueVerdict, content_id

TABLE = schema.value_judgements


def add_value_judgement(
    connection: Connection,
    verdict: tuple[ValueVerdict, Value | None],
    claim: ClaimAnchor,
    by_and_why: tuple[str, str],
    now: datetime,
) -> ValueJudgement:
    """Keep a judgement on a claim's value: the verdict, and of a correction what was said."""
    number = next_number(connection, TABLE)
    made = ValueJudgement("", number, verdict[0], claim, verdict[1], *by_and_why, second(now), undoes=None)
    return _keep(connection, made, now)


def undo_value_judgement(
    connection: Connection, judgement: str, by_and_why: tuple[str, str], now: datetime
) -> ValueJudgement:
    """Keep the undoing of a judgement, which it supersedes.

    Raises:
        LedgerError: there is no such judgement, it was undone, or it undoes another.
    """
    row = connection.execute(select(TABLE).where(TABLE.c.id == judgement)).first()
    if row is None:
        raise LedgerError(f"there is no judgement {judgement}; `dateline judge list` lists them")
    if row.superseded_why is not None:
        raise LedgerError(f"{judgement} was undone already, by {row.superseded_by}")
    undone = VALUE_JUDGEMENT.read(row.record)
    if undone.undoes:
        raise LedgerError(f"{judgement} undoes {undone.undoes}: judge the claim again instead")
    number, (by, why) = next_number(connection, TABLE), by_and_why
    entry = replace(undone, number=number, by=by, why=why, at=second(now), undoes=judgement)
    kept = _keep(connection, entry, now)
    writing.supersede(connection, TABLE, TABLE.c.id == judgement, (kept.id, why), now)
    return kept


def take_value_judgement(connection: Connection, judgement: ValueJudgement, now: datetime) -> ValueJudgement:
    """Keep an entry of another ledger as it was made there, under the next number.

    Raises:
        LedgerError: it undoes a judgement that is not there, or was undone.
    """
    made = replace(judgement, id="", number=next_number(connection, TABLE))
    if made.undoes is not None:
        row = connection.execute(select(TABLE.c.superseded_why).where(TABLE.c.id == made.undoes)).first()
        if row is None or row.superseded_why is not None:
            raise LedgerError(f"{judgement.id} undoes {made.undoes}, which is not there or was undone")
    kept = _keep(connection, made, now)
    if made.undoes is not None:
        writing.supersede(connection, TABLE, TABLE.c.id == made.undoes, (kept.id, made.why), now)
    return kept


def all_value_judgements(connection: Connection) -> tuple[ValueJudgement, ...]:
    """Every judgement and undoing, in order of number."""
    records = connection.execute(select(TABLE.c.record).order_by(TABLE.c.number)).scalars()
    return tuple(VALUE_JUDGEMENT.read(record) for record in records)


def value_judgements_on(connection: Connection, reports: Collection[str]) -> tuple[ValueJudgement, ...]:
    """Those on claims of some reports, and what undoes them, in order of number."""
    asked = select(TABLE.c.record).where(TABLE.c.report.in_(reports)).order_by(TABLE.c.number)
    return tuple(VALUE_JUDGEMENT.read(record) for record in connection.execute(asked).scalars())


def claims_judged(connection: Connection) -> frozenset[str]:
    """The claims that a verdict stands on: one that was not taken back, nor takes one back."""
    asked = select(TABLE.c.claim).where(TABLE.c.superseded_why.is_(None), TABLE.c.undoes.is_(None))
    return frozenset(connection.execute(asked).scalars())


def _keep(connection: Connection, judgement: ValueJudgement, now: datetime) -> ValueJudgement:
    about, value = judgement.claim, repr(judgement.value)
    told = (str(judgement.number), judgement.verdict, about.claim, value, judgement.by, judgement.why)
    named = replace(judgement, id=content_id("value-judgement", *told, judgement.undoes or ""))
    row = decided(named, VALUE_JUDGEMENT.write(named))
    row |= {"verdict": named.verdict, "claim": about.claim, "report": about.report, "field": about.field}
    connection.execute(insert(TABLE), storable(row))
    action = "value judgement undone" if named.undoes else "value judged"
    audit.append(connection, now, action, named.id, row["record"])
    return named

"""Four reports of two occurrences, and what a ledger makes of them, asked by plain SQL."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

TEXTS = {
    "2019-05-07-first.txt": "A car bomb killed 12 people at a market in Hit on Tuesday, police said.",
    "2019-05-08-rose.txt": "A mine wounded a boy in Kirkuk. A sniper shot a guard in Basra.",
    "2019-06-01-raid.txt": "Soldiers raided a village near Mosul and killed three gunmen, police said.",
    "2019-06-02-mine.txt": "A landmine killed a shepherd near Kirkuk on Sunday, the mayor said.",
}
BY = ("--by", "Ana", "--why", "one street")


def write(folder: Path) -> Path:
    """The reports as files."""
    made = folder / "reports"
    made.mkdir()
    for name, text in TEXTS.items():
        (made / name).write_text(text, encoding="utf-8")
    return made


def event(file: str) -> str:
    """The first event that the report of a file tells now."""
    return str(
        sql("SELECT event FROM claim_view WHERE path LIKE ? ORDER BY span_start, event", f"%{file}%")[0][0]
    )


def report(file: str) -> str:
    return str(sql("SELECT id FROM report_view WHERE path LIKE ?", f"%{file}%")[0][0])


def incident(file: str) -> str:
    """The incident of the first event of a file's report."""
    return str(sql("SELECT DISTINCT incident FROM claim_view WHERE event = ?", event(file))[0][0])


def sql(statement: str, *values: object) -> list[tuple[object, ...]]:
    """The rows that ``ledger.db`` answers."""
    with closing(sqlite3.connect("ledger.db")) as connection, connection:
        return connection.execute(statement, values).fetchall()

"""No cell of any CSV export is a formula, and every cell is read back as it was."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.cli.view import listing, timeline
from dateline.exchange.cells import NUMBER, guarded, unguarded, write_csv
from dateline.exchange.left_out import write_left_out
from dateline.ledger.finding import Found
from dateline.model import Acled, Crosswalk, Ledger
from dateline.wording.lookup import look_up
from tests.exchange.exported import bombing, everywhere, exported, rows, with_bombing

FIXED = frozenset(
    (
        *("id", "report", "event", "incident", "field", "claims", "reports", "kind", "precision", "modality"),
        *("status", "country", "how", "raw", "copy_group", "published_from", "language", "event_type"),
        *("sub_event_type", "ucdp", "plover", "text", "clock", "rule", "fields"),
    )
)
"""Fields that are ids or words of a fixed list; and ``text``, which is put below."""

PAYLOADS = (
    "=1+1",
    '=HYPERLINK("http://198.51.100.7","x")',
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1+1",
    "＋1",
    "－1",
    "＠x",
    "'=1",
    "''+1",
)
DANGEROUS = "=+-@\t\r\n＝＋－＠"


def held() -> Ledger:
    """The ledger with a bombing that every layout can hold."""
    acled = Acled("Explosions/Remote violence", "Remote explosive/landmine/IED")
    return with_bombing(crosswalk=Crosswalk(acled, "one-sided violence", "ASSAULT"))


def poisoned(payload: str) -> Ledger:
    return everywhere(held(), lambda _, text: f"{payload} {text}", FIXED - {"text", "clock"})


def _left(ledger: Ledger) -> str:
    _, left = exported("acled", ledger)
    out = BytesIO()
    write_left_out(left, out)
    return out.getvalue().decode()


def _listed(ledger: Ledger) -> str:
    out = StringIO()
    write_csv(out, listing.CSV_COLUMNS, (listing.csv_row(Found(each, 1)) for each in ledger.incidents))
    return out.getvalue()


def _timed(ledger: Ledger) -> str:
    out, incident, lookup = StringIO(), bombing(ledger), look_up(ledger, {})
    told = (lookup.claims[claim] for claim in incident.claims)
    write_csv(out, timeline.CSV_COLUMNS, (timeline.csv_row(claim, incident, lookup) for claim in told))
    return out.getvalue()


EXPORTS = {
    "csv": lambda ledger: exported("csv", ledger)[0],
    "acled": lambda ledger: exported("acled", ledger)[0],
    "ged": lambda ledger: exported("ged", ledger)[0],
    "left out": _left,
    "incidents": _listed,
    "timeline": _timed,
}


@pytest.mark.parametrize("name", EXPORTS)
@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_text_column_runs(name: str, payload: str) -> None:
    text = EXPORTS[name](poisoned(payload))
    told = [cell for row in csv.reader(StringIO(text, newline="")) for cell in row]
    assert [c for c in told if c[:1] and c[0] in DANGEROUS and not NUMBER.fullmatch(c)] == []
    assert any(payload.strip("'\r\n\t")[:3] in cell for cell in told), (
        "the payload is there, and shown as text"
    )


@pytest.mark.parametrize("name", ["csv", "acled", "ged"])
def test_numbers_stay_numbers(name: str) -> None:
    def south(field: str, text: str) -> str:
        return "-3.2" if field == "name" else text

    told = rows(EXPORTS[name](everywhere(held(), south, FIXED)))
    assert any("-3.2" in row.values() for row in told)


@given(st.text(st.sampled_from("'=+-@\t\n＝a1 .")))
def test_what_is_written_is_read_back(text: str) -> None:
    out = StringIO(newline="")
    write_csv(out, ["cell"], [[text]])
    ((_,), *rest) = csv.reader(StringIO(out.getvalue(), newline=""))
    read = rest[0][0] if rest and rest[0] else ""
    assert unguarded(read) == text
    assert guarded(unguarded(read)) == read

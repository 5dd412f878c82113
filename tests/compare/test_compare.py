"""Rows in both layouts, as people hold them, beside the hand-built ledger."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from dateline.compare.agree import NAMES
from dateline.compare.layouts import read_theirs
from dateline.compare.match import Compared, Window, compare
from dateline.compare.theirs import Deaths, Theirs
from dateline.errors import InputError
from dateline.exchange import acled, ged
from dateline.keeping.exporting import figures_of
from dateline.limits import MAX_DOCUMENT_BYTES
from dateline.model import Acled, Crosswalk, Ledger, Policy
from tests.exchange.exported import BOOK, exported, with_bombing

BOTH = Crosswalk(
    Acled("Explosions/Remote violence", "Remote explosive/landmine/IED"), "one-sided violence", "ASSAULT"
)


def ours() -> Ledger:
    return with_bombing(crosswalk=BOTH)


def their_file(folder: Path, layout: str, **changes: str) -> Path:
    """Our own export as a file of theirs, with some cells changed."""
    (row,) = csv.DictReader(StringIO(exported(layout, ours())[0], newline=""))
    columns = acled.COLUMNS if layout == "acled" else ged.COLUMNS
    file = folder / f"{layout}.csv"
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, columns)
        writer.writeheader()
        writer.writerow(row | changes)
    return file


def compared(theirs: Theirs, ledger: Ledger | None = None, window: Window | None = None) -> Compared:
    ledger = ledger or ours()
    policy: Policy = "acled" if theirs.layout == "acled" else "ucdp"
    return compare(theirs, ledger, figures_of(ledger, policy, BOOK), window or Window())


@pytest.mark.parametrize("layout", ["acled", "ged"])
def test_our_own_rows_agree_in_every_field(layout: str, tmp_path: Path) -> None:
    found = compared(read_theirs(their_file(tmp_path, layout), BOOK.countries))
    (pair,) = found.pairs
    assert [each.field for each in pair.agreements] == list(NAMES)
    assert [each.field for each in pair.agreements if each.same is False] == []
    assert (found.theirs, found.outside) == ((), 0)
    assert [each.type.name for each in found.ours] == ["raid"]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"event_date": "07 May 2031"}, "date"),
        ({"location": "Elsewhere", "latitude": "41.9"}, "place"),
        ({"sub_event_type": "Suicide bomb"}, "type"),
        ({"actor1": "Mountain League", "actor2": "Shepherds"}, "actors"),
        ({"inter2": "Rioters"}, "kinds"),
        ({"fatalities": "13"}, "deaths"),
        ({"fatalities": "99"}, "range"),
    ],
)
def test_a_field_that_differs_is_told(changes: dict[str, str], field: str, tmp_path: Path) -> None:
    found = compared(read_theirs(their_file(tmp_path, "acled", **changes), BOOK.countries))
    (pair,) = found.pairs
    assert field in {each.field for each in pair.agreements if each.same is False}


@pytest.mark.parametrize(
    ("changes", "outside"),
    [
        ({"event_date": "2031-05-12"}, 1),
        ({"country": "Italy"}, 1),
        ({"country": "Atlantis"}, 1),
        ({"location": "Far", "latitude": "45"}, 0),
        ({"event_type": "Protests", "sub_event_type": "Peaceful protest"}, 0),
    ],
)
def test_what_is_too_far_apart_or_of_another_kind_is_no_match(
    changes: dict[str, str], outside: int, tmp_path: Path
) -> None:
    found = compared(read_theirs(their_file(tmp_path, "acled", **changes), BOOK.countries))
    assert (found.pairs, found.outside, len(found.theirs)) == ((), outside, 1 - outside)


def test_the_window_is_the_callers() -> None:
    theirs = Theirs("acled", (row_of(first=date(2031, 5, 10), last=date(2031, 5, 10)),), ())
    assert compared(theirs).pairs == ()
    assert len(compared(theirs, window=Window(days=4)).pairs) == 1


def row_of(**changes: Any) -> Any:
    with TemporaryDirectory() as folder:
        (row,) = read_theirs(their_file(Path(folder), "acled"), BOOK.countries).rows
    return replace(row, **changes)


def test_one_row_to_one_incident_and_the_likest_first() -> None:
    alike, other = row_of(line=2), row_of(line=3, id="XK2", deaths=Deaths(1, 1, 1), first=date(2031, 5, 7))
    found = compared(Theirs("acled", (other, alike), ()))
    assert [pair.row.line for pair in found.pairs] == [2]
    assert [row.line for row in found.theirs] == [3]


HEADS = (
    "event_id_cnty{0}event_date{0}sub_event_type{0}country{0}fatalities{0}latitude{0}longitude{0}inter1{0}"
    "event_type"
)
CELLS = "IRQ1{0}{1}{0}Air/drone strike{0}Iraq{0}4{0}33.3{0}44.4{0}{2}{0}Explosions/Remote violence"


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("comma", [",", ";", "\t"])
@pytest.mark.parametrize(
    "day", ["2020-01-08", "08 January 2020", "8 Jan 2020", "2020-01-08 00:00:00.000", "08/01/2020"]
)
def test_files_come_in_many_forms(mark: str, comma: str, day: str, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text(mark + HEADS.format(comma) + "\r\n" + CELLS.format(comma, day, "8") + "\r\n", "utf-8")
    (row,) = read_theirs(file, BOOK.countries).rows
    assert (row.first, row.country, row.deaths, row.line) == (date(2020, 1, 8), "IQ", Deaths(4, 4, 4), 2)
    assert row.kinds == ("External/Other forces",)


@pytest.mark.parametrize(
    "name", ["Iraq", "DR Congo (Zaire)", "Yemen (North Yemen)", "Myanmar (Burma)", "Ivory Coast"]
)
def test_countries_by_the_names_that_files_have(name: str, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    row = CELLS.format(",", "2020-01-08", "").replace("Iraq", name)
    file.write_text(f"{HEADS.format(',')}\n{row}", encoding="utf-8")
    assert read_theirs(file, BOOK.countries).rows[0].country


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (("2020-01-08", "soon"), "no date"),
        ((",4,", ",some,"), "no number of dead"),
        (("33.3", "133.3"), "no point"),
    ],
)
def test_a_row_that_cannot_be_read_is_named_and_the_others_stay(
    change: tuple[str, str], why: str, tmp_path: Path
) -> None:
    good = CELLS.format(",", "2020-01-08", "1")
    file = tmp_path / "a.csv"
    file.write_text("\n".join((HEADS.format(","), good.replace(*change), good)), encoding="utf-8")
    told = read_theirs(file, BOOK.countries)
    ((line, reason),) = told.unread
    assert line == 2
    assert why in reason
    assert len(told.rows) == 1


def test_a_file_that_is_gone_too_large_or_no_text_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    with pytest.raises(InputError, match=r"a\.csv cannot be read: No such file"):
        read_theirs(file, BOOK.countries)
    file.write_bytes(b"event_id_cnty,\xff")
    with pytest.raises(InputError, match=r"a\.csv is not UTF-8: byte 14"):
        read_theirs(file, BOOK.countries)
    with file.open("wb") as empty:
        empty.truncate(MAX_DOCUMENT_BYTES + 1)
    with pytest.raises(InputError, match=r"a\.csv is larger than 2,000,000,000 bytes"):
        read_theirs(file, BOOK.countries)


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n", "\x00"])
def test_another_layout_is_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="in neither layout"):
        read_theirs(tmp_path / "a.csv", BOOK.countries)

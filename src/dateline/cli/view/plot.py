"""Numbers drawn with letters: one range on a scale, and a series over days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateline.wording.words import short_day

POINT, AT_LEAST, AT_MOST, REJECTED = "●", "▲", "▼", "×"
LEGEND = f"{POINT} as many   {AT_LEAST} or more   {AT_MOST} at most   ├─┤ between   {REJECTED} not so"

HEIGHT = 6
"""Rows of a series above its axis."""


@dataclass(frozen=True, slots=True)
class Range:
    """A count as it was told on a day; an open end is null, but not both."""

    day: date | None
    low: int | None
    high: int | None

    @property
    def top(self) -> int:
        """The number that it puts forward."""
        return self.high if self.high is not None else self.low or 0

    @property
    def sign(self) -> str:
        """What stands at its number."""
        if self.low is None:
            return AT_MOST
        return AT_LEAST if self.high is None else POINT


def bar(told: Range, top: int, width: int, *, rejected: bool = False) -> str:
    """The range on a scale from 0 to ``top``, which is ``width`` letters long."""

    def column(number: int) -> int:
        return round(number / top * (width - 1)) if top else 0

    cells = [" "] * width
    if told.low is not None and told.high is not None and column(told.low) < column(told.high):
        first, last = column(told.low), column(told.high)
        cells[first : last + 1] = ["├", *"─" * (last - first - 1), "┤"]
    else:
        cells[column(told.top)] = told.sign
    if rejected:
        cells[column(told.top)] = REJECTED
    return "".join(cells).rstrip()


def series(told: Sequence[Range], width: int) -> list[str]:
    """The ranges over days true to scale, ``width`` letters wide, with numbers and days at the axes.

    Empty where there are fewer than two days or numbers to tell apart.
    """
    dated = [(each.day, each) for each in told if each.day]
    days = sorted({day for day, _ in dated})
    top = max((each.top for _, each in dated), default=0)
    margin = len(f"{top:,}") + 2
    room = width - margin
    if len(days) < 2 or len({each.top for _, each in dated}) < 2 or room < 2 * len(short_day(days[-1])):
        return []
    length = (days[-1] - days[0]).days
    columns = {day: round((day - days[0]).days / length * (room - 1)) for day in days}
    rows = [[" "] * room for _ in range(HEIGHT)]
    for day, each in dated:
        level = round(each.top / top * (HEIGHT - 1))
        foot = level if each.low is None or each.high is None else round(each.low / top * (HEIGHT - 1))
        for between in range(foot, level):
            rows[between][columns[day]] = "│"
        rows[level][columns[day]] = each.sign
    for day, each in dated:
        _write(rows[round(each.top / top * (HEIGHT - 1))], columns[day], f"{each.top:,}")
    labels = [f"{0:>{margin - 2}} ┤", *[f"{'':{margin - 1}}│"] * (HEIGHT - 2), f"{top:>{margin - 2},} ┤"]
    lines = [label + "".join(row).rstrip() for label, row in zip(labels, rows, strict=True)]
    return [
        *reversed(lines),
        f"{'':{margin - 1}}└{_ticks(columns, room)}",
        f"{'':{margin}}{_days(columns, room)}",
    ]


def _write(row: list[str], at: int, number: str) -> None:
    """Put the number beside its sign where there is room for it, with a blank on its far side."""
    size = len(number)
    for start in (at + 1, at - size):
        around = row[max(0, start - (start < at)) : start + size + (start > at)]
        if start >= 0 and start + size <= len(row) and set(around) == {" "}:
            row[start : start + size] = number
            return


def _ticks(columns: dict[date, int], room: int) -> str:
    marked = set(columns.values())
    return "".join("┴" if at in marked else "─" for at in range(room))


def _days(columns: dict[date, int], room: int) -> str:
    """The first and the last day under their ticks, and each one between that has room."""
    line = [" "] * room
    days = list(columns)
    taken: list[tuple[int, int]] = []
    for day in (days[0], days[-1], *days[1:-1]):
        words = short_day(day)
        if day not in (days[0], days[-1]) and day.year == days[0].year:
            words = words.removesuffix(f" {day.year}")
        start = min(max(0, columns[day] - len(words) // 2), room - len(words))
        if all(start > end + 1 or start + len(words) + 1 < begin for begin, end in taken):
            line[start : start + len(words)] = words
            taken.append((start, start + len(words)))
    return "".join(line).rstrip()

"""Ranges and series drawn with letters."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.cli.view.plot import HEIGHT, Range, bar, series

FIRST, SECOND, LAST = date(2031, 5, 6), date(2031, 5, 8), date(2031, 6, 6)


@pytest.mark.parametrize(
    ("low", "high", "drawn"),
    [
        (0, 0, "●"),
        (10, 10, "          ●"),
        (20, 20, "                    ●"),
        (10, None, "          ▲"),
        (None, 20, "                    ▼"),
        (5, 15, "     ├─────────┤"),
        (19, 20, "                   ├┤"),
    ],
)
def test_a_range_stands_on_its_scale(low: int | None, high: int | None, drawn: str) -> None:
    assert bar(Range(FIRST, low, high), 20, 21) == drawn


def test_what_is_rejected_is_crossed_out() -> None:
    assert bar(Range(FIRST, 10, 10), 20, 21, rejected=True) == "          ×"


def test_a_scale_of_nothing_is_drawn_at_its_start() -> None:
    assert bar(Range(FIRST, 0, 0), 0, 21) == "●"


def test_a_series_is_true_to_scale() -> None:
    lines = series([Range(FIRST, 10, 10), Range(SECOND, 20, None), Range(LAST, 40, 50)], 60)
    assert len(lines) == HEIGHT + 2
    assert lines[0].startswith("50 ┤")
    assert lines[HEIGHT - 1].startswith(" 0 ┤")
    columns = {sign: next(line.index(sign) for line in lines if sign in line[4:]) for sign in "●▲"}
    first = next(line.index("●10") for line in lines if "●10" in line)
    last = lines[0].index("●")
    assert first == 4
    assert last == 59
    assert columns["▲"] - first == round(2 / 31 * (last - first))
    assert lines[1][last] == "│"
    assert lines[0].endswith("50●")


def test_days_stand_under_their_ticks() -> None:
    ticks, days = series([Range(FIRST, 1, 1), Range(date(2031, 5, 20), 2, 2), Range(LAST, 3, 3)], 60)[-2:]
    assert ticks.count("┴") == 3
    assert days.split("  ")[1].strip() == "6 May 2031"
    assert days.endswith("6 Jun 2031")
    middle = days.index("20 May")
    assert abs(ticks.index("┴", 10) - (middle + 3)) <= 1


@pytest.mark.parametrize(
    "told",
    [
        [],
        [Range(FIRST, 1, 1)],
        [Range(FIRST, 1, 1), Range(FIRST, 2, 2)],
        [Range(FIRST, 2, 2), Range(LAST, 2, 2)],
        [Range(None, 1, 1), Range(LAST, 2, 2)],
    ],
)
def test_what_does_not_move_over_days_is_not_drawn(told: list[Range]) -> None:
    assert series(told, 60) == []


def test_a_narrow_screen_has_no_series() -> None:
    assert series([Range(FIRST, 1, 1), Range(LAST, 2, 2)], 20) == []


@pytest.mark.parametrize("width", [30, 60, 100])
def test_no_line_is_wider_than_asked(width: int) -> None:
    told = [Range(date(2031, 5, day), day * 1000, None) for day in range(1, 28)]
    assert max(map(len, series(told, width))) <= width

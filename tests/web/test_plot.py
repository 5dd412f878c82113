"""Plots: every figure is seen, numbers stand above their points, lines are at round numbers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from dateline.model import Claim, Number
from dateline.web.pages.plot import WIDE, Plot, plot
from dateline.wording.said import Said
from tests.builders import REPORTS, claims_of

KILLED = next(each for each in claims_of(REPORTS[0]) if each.field == "killed")


def figure(day: int, low: int, high: int | None, who: str) -> Said:
    claim: Claim = replace(KILLED, value=Number(low, high, str(low)))
    return Said(str(low), who, date(2031, 5, 6) + timedelta(days=day), (claim,))


def drawn(*told: Said) -> Plot:
    made = plot("killed", told, (), {}, WIDE)
    assert made
    return made


def test_figures_of_one_day_that_are_near_stand_side_by_side() -> None:
    made = drawn(
        figure(0, 80, 80, "television"), figure(0, 80, None, "a source"), figure(9, 0, 0, "Pentagon")
    )
    first, second, last = made.points
    assert first.y == second.y
    assert second.dot.x - first.dot.x == 10
    assert [each.text for each in made.numbers] == ["80, 80+", "0"]
    assert [each.text for each in made.names] == ["television and 1 more", "Pentagon"]
    assert last.dot.x > second.dot.x


def test_figures_that_are_far_apart_have_a_number_each() -> None:
    made = drawn(figure(0, 10, 10, "police"), figure(0, 100, 100, "rebels"), figure(5, 40, 60, "a doctor"))
    assert sorted(each.text for each in made.numbers) == ["10", "100", "40–60"]
    ranged = made.points[-1]
    assert ranged.foot > ranged.y, "a stem leads down to the least it may mean"


def test_of_many_the_least_and_the_most_are_told() -> None:
    told = [figure(0, n, n, f"voice {n}") for n in range(100, 105)]
    made = drawn(*told, figure(1, 1, 1, "police"))
    assert made.numbers[0].text == "100–104"
    assert len({each.dot.x for each in made.points}) == 6


@pytest.mark.parametrize(
    ("top", "lines"),
    [
        (1, ["0", "1"]),
        (7, ["0", "2", "4", "6", "8"]),
        (21, ["0", "5", "10", "15", "20", "25"]),
        (80, ["0", "20", "40", "60", "80"]),
        (109, ["0", "25", "50", "75", "100", "125"]),
        (587, ["0", "200", "400", "600"]),
        (12000, ["0", "2,500", "5,000", "7,500", "10,000", "12,500"]),
    ],
)
def test_lines_are_at_round_numbers(top: int, lines: list[str]) -> None:
    made = drawn(figure(0, 0, 0, "police"), figure(1, top, top, "rebels"))
    assert [each.label for each in made.rows] == lines
    assert all(0 < point.y < WIDE[1] for point in made.points)


def test_one_day_or_one_number_makes_no_plot() -> None:
    assert plot("killed", (figure(0, 1, 1, "a"), figure(0, 2, 2, "b")), (), {}) is None
    assert plot("killed", (figure(0, 2, 2, "a"), figure(1, 2, 2, "b")), (), {}) is None

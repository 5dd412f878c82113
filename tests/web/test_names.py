"""Names beside points: only where there is room, and never over one another."""

from __future__ import annotations

import pytest

from dateline.web.pages.names import Name, Stack, names, short


def stack(
    x: float, *voices: str, reach: float = 0, y: float = 40, low: float | None = None, numbers: str = "12"
) -> Stack:
    return Stack(x, reach, y, y if low is None else low, voices, numbers)


def told(*stacks: Stack) -> list[Name]:
    return list(names(stacks, 50, 720))


def test_a_name_stands_right_of_its_point_and_at_the_edge_left_of_it() -> None:
    first, last = told(stack(60, "police"), stack(706, "health ministry"))
    assert (first.anchor, first.x, first.text) == ("start", 69, "police")
    assert (last.anchor, last.x) == ("end", 697)


def test_where_there_is_no_room_there_is_no_name() -> None:
    crowd = [stack(60 + 25 * n, "a spokesman of the ministry") for n in range(20)]
    found = told(*crowd)
    assert len(found) < 3
    assert told(stack(60, "police"), stack(75, "army"))[-1].text == "army"


def test_points_side_by_side_keep_their_name_off() -> None:
    (alone,) = told(stack(100, "police", reach=20))
    assert alone.x == 129


def test_a_name_is_not_put_over_the_lower_points_of_another_stack() -> None:
    high, other = stack(90, "police", y=60), stack(130, "army", y=48, low=60)
    assert [each.text for each in told(high, other)] == ["army"]
    assert [each.text for each in told(high, stack(130, "army", y=40))] == ["police", "army"]


def test_a_name_is_not_put_over_long_numbers_and_these_begin_where_there_is_room() -> None:
    police = stack(90, "police", y=60)
    assert len(told(police, stack(150, "army", y=78))) == 2
    assert [each.text for each in told(police, stack(150, "army", y=78, numbers="12, 12+, 13"))] == ["army"]
    assert stack(72, "police", numbers="12, 12+, 13").number_at(46) > 80 > stack(72, "army").number_at(46)


@pytest.mark.parametrize(
    ("voices", "words"),
    [
        (("police",), "police"),
        (("Ana Dorn, mayor, via the wire",), "Ana Dorn"),
        (("police", "army", "police"), "police and 1 more"),
        (("a very long name of somebody indeed",), "a very long name of someb…"),
    ],
)
def test_names_are_short(voices: tuple[str, ...], words: str) -> None:
    assert short(voices) == words

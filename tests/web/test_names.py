"""Names beside points: only where there is room, and never over one another."""

from __future__ import annotations

import pytest

from dateline.web.pages.names import Name, Stack, names, short


def told(*stacks: Stack) -> list[Name]:
    return list(names(stacks, 50, 720))


def test_a_name_stands_right_of_its_point_and_at_the_edge_left_of_it() -> None:
    first, last = told(Stack(60, 0, 40, ("police",)), Stack(706, 0, 40, ("health ministry",)))
    assert (first.anchor, first.x, first.text) == ("start", 69, "police")
    assert (last.anchor, last.x) == ("end", 697)


def test_where_there_is_no_room_there_is_no_name() -> None:
    crowd = [Stack(60 + 25 * n, 0, 40, ("a spokesman of the ministry",)) for n in range(20)]
    found = told(*crowd)
    assert len(found) < 3
    assert told(Stack(60, 0, 40, ("police",)), Stack(75, 0, 40, ("army",)))[-1].text == "army"


def test_points_side_by_side_keep_their_name_off() -> None:
    (alone,) = told(Stack(100, 20, 40, ("police",)))
    assert alone.x == 129


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

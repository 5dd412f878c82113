"""Code points and UTF-16 units, with emoji and Arabic in front."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.exchange.offsets import Offsets


@pytest.mark.parametrize(
    ("before", "units"),
    [("", 0), ("in Baghdad ", 11), ("في بغداد ", 9), ("\N{FIRE} ", 3), ("👩‍🚒 في ", 9), ("e\u0301 𐤀", 5)],
)
def test_what_stands_before_a_word_counts(before: str, units: int) -> None:
    offsets = Offsets(f"{before}killed 12")
    assert offsets.utf16(len(before)) == units
    assert offsets.code_point(units) == len(before)


def test_inside_a_character_is_at_its_start() -> None:
    assert Offsets("a\N{FIRE}b").code_point(2) == 1


@given(st.text(st.sampled_from("aب\N{FIRE}𐤀\u0301\n")))
def test_both_ways_for_every_position(text: str) -> None:
    offsets = Offsets(text)
    for position in range(len(text) + 1):
        units = len(text[:position].encode("utf-16-le")) // 2
        assert offsets.utf16(position) == units
        assert offsets.code_point(units) == position

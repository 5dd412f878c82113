"""Hidden characters are shown, and writing that needs joiners is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.wording.visible import HIDDEN, is_joiner, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain text,\nnew line\tand tab", "plain text,\nnew line\tand tab"),
        ("kil\u200bled", "kil[U+200B]led"),
        ("\u202e21 dellik", "[U+202E]21 dellik"),
        ("soft\u00adhyphen", "soft[U+00AD]hyphen"),
        ("lone \ud800 surrogate", "lone [U+D800] surrogate"),
        ("latin\u200djoined", "latin[U+200D]joined"),
        ("\u0645\u06cc\u200c\u0631\u0648\u0645", "\u0645\u06cc\u200c\u0631\u0648\u0645"),
        ("\U0001f468\u200d\U0001f469", "\U0001f468\u200d\U0001f469"),
        ("\u200d at an end \u200d", "[U+200D] at an end [U+200D]"),
        ("line\u2028break", "line[U+2028]break"),
    ],
)
def test_what_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text(st.characters(exclude_categories=())))
def test_nothing_hidden_is_left(text: str) -> None:
    shown = visible(text)
    assert all(is_joiner(shown, found.start()) for found in HIDDEN.finditer(shown))

"""Captions of a gallery become lines of their own, without its marks and title."""

from __future__ import annotations

import doctest

import pytest

from dateline.intake import galleries as module
from dateline.intake.galleries import galleries

TITLE = "Photos: The mill of Orlow burns"


def left(text: str) -> str:
    for edit in reversed(list(galleries(text))):
        text = text[: edit.start] + edit.new + text[edit.end :]
    return text


def test_the_examples_of_the_docstrings_run() -> None:
    assert doctest.testmod(module).attempted > 0
    assert doctest.testmod(module).failed == 0


def test_each_caption_has_a_line() -> None:
    captions = ("A hose lies there.", "The pond on Monday", "Three carts.")
    page = " ".join(f"{TITLE} {c} Hide Caption {n} of 3" for n, c in enumerate(captions, 1))
    assert left(f"The mill burned.\n{page} The miller wept.") == (
        "The mill burned.\nA hose lies there.\nThe pond on Monday\nThree carts.\nThe miller wept."
    )


@pytest.mark.parametrize(
    "text",
    [
        "The mill burned. Nobody could hide the caption of that day.",
        "Chapter 3 of 12 tells of the mill.",
        "",
    ],
)
def test_other_words_stay(text: str) -> None:
    assert left(text) == text


def test_captions_without_a_title_keep_their_words() -> None:
    assert left("A hose. Hide Caption 1 of 2 The pond. Hide Caption 2 of 2") == "A hose.\nThe pond.\n"

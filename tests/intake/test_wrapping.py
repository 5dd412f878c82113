"""Lines broken at a column are joined; lines that are paragraphs are not."""

from __future__ import annotations

import textwrap

import pytest

from dateline.intake.canonical import untouched
from dateline.intake.wrapping import unwrap

FIRST = (
    "The army said on Tuesday that two soldiers were wounded when a convoy of supply trucks was "
    "shelled on the road between the river port and the old customs house, some twenty kilometres "
    "north of the capital."
)
SECOND = (
    "A spokesman for the northern command said that the shelling had stopped before noon and that "
    "nobody else was hurt, although three of the trucks were burnt out and a bridge was closed to "
    "traffic until evening."
)


def joined(text: str) -> str:
    return untouched(text).edited("hard wraps", unwrap(text)).text


@pytest.mark.parametrize("width", [55, 60, 68, 72, 80, 95])
def test_wrapped_paragraphs_are_joined(width: int) -> None:
    wrapped = textwrap.fill(FIRST, width) + "\n\n" + textwrap.fill(SECOND, width)
    assert joined(wrapped) == f"{FIRST}\n\n{SECOND}"


def test_an_indented_line_begins_a_paragraph() -> None:
    wrapped = (
        textwrap.fill(FIRST, 70, initial_indent="   ")
        + "\n"
        + textwrap.fill(SECOND, 70, initial_indent="   ")
    )
    assert joined(wrapped) == f"   {FIRST}\n   {SECOND}"


def test_a_wholly_indented_text_is_joined() -> None:
    wrapped = textwrap.fill(FIRST, 70, initial_indent="    ", subsequent_indent="    ")
    assert joined(wrapped) == f"    {FIRST}"


def test_a_list_stays_a_list() -> None:
    wrapped = (
        textwrap.fill(FIRST, 60) + "\n- " + "one more truck was found burnt out by the road in the evening"
    )
    assert "\n- one more" in joined(wrapped)


def test_a_hyphen_at_the_end_of_a_line_keeps_its_word_together() -> None:
    text = (
        "The two sides met again at the crossing on Monday evening, and right-\n"
        "wing members of the council left the room before the vote was taken,\n"
        "while the others stayed on and waited for the governor to come back -\n"
        "he did not come until the next morning, and then he said very little\n"
        "about the talks."
    )
    assert "and right-wing members" in joined(text)
    assert "come back - he did" in joined(text)


LEFT = [
    f"{FIRST}\n{SECOND}",
    "Two people were killed on Monday.\nPolice said they were brothers.\nNobody was arrested.",
    "Army shells river port, two soldiers wounded near the old customs\nTHE CAPITAL - Two men were wounded.",
    "Name\nAge\nTown",
    f"18:52 - Ministry: two soldiers wounded in a convoy\n{FIRST}\n\n"
    f"17:10 - The mayor of the river port town\n{SECOND}",
    "",
    "One line.",
    "Two people were killed on Monday in the northern river port town.\n"
    "Police said that they were brothers and lived in the same street.\n"
    "Nobody was arrested, and the road to the port was closed for hours.\n",
]


@pytest.mark.parametrize("text", LEFT)
def test_paragraphs_a_line_are_left(text: str) -> None:
    assert joined(text) == text

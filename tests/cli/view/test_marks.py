"""Signs under marked words."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from dateline.cli.view.marks import marked_lines
from dateline.model import Span
from tests.builders import find

TEXT = "Before. Rebels killed nine soldiers near the old bridge, the army said on Sunday. After."
SENTENCE = find(TEXT, "Rebels killed nine soldiers near the old bridge, the army said on Sunday.")


def plain(text: str, sentence: Span, spans: dict[str, Span], width: int) -> list[str]:
    return [line.plain for line in marked_lines(text, sentence, spans, width)]


def test_signs_stand_under_their_words() -> None:
    spans = {"value": find(TEXT, "nine"), "trigger": find(TEXT, "killed"), "source": find(TEXT, "the army")}
    assert plain(TEXT, SENTENCE, spans, 100) == [
        "Rebels killed nine soldiers near the old bridge, the army said on Sunday.",
        "       ^^^^^^ ====                               --------",
    ]


def test_a_line_without_marks_has_no_signs_under_it() -> None:
    lines = plain(TEXT, SENTENCE, {"cue": find(TEXT, "said")}, 30)
    assert lines == [
        "Rebels killed nine soldiers",
        "near the old bridge, the army",
        "said on Sunday.",
        "~~~~",
    ]


def test_where_spans_meet_the_value_shows() -> None:
    spans = {"source": find(TEXT, "nine soldiers"), "value": find(TEXT, "nine")}
    assert plain(TEXT, SENTENCE, spans, 100)[1] == "              ====---------"


@pytest.mark.parametrize("width", [5, 11, 40, 200])
def test_every_letter_is_printed_once_at_any_width(width: int) -> None:
    lines = plain(TEXT, SENTENCE, {}, width)
    assert "".join(lines).replace(" ", "") == SENTENCE.of(TEXT).replace(" ", "")
    assert max(map(cell_len, lines)) <= width


def test_wide_letters_take_two_signs() -> None:
    text = "军方 said nine died"
    span = Span(0, len(text))
    assert plain(text, span, {"source": find(text, "军方"), "value": find(text, "nine")}, 80) == [
        text,
        "----      ====",
    ]

"""The offset map holds whatever is done to a text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dateline.codebook.boilerplate import Boilerplate
from dateline.codebook.book import PACKAGED
from dateline.codebook.toml import load_toml
from dateline.intake.canonical import Canonical, Edit, untouched
from dateline.intake.steps import cleaned
from dateline.model import Span

BOILERPLATE = load_toml(PACKAGED / "boilerplate.toml", Boilerplate)

PIECES = st.sampled_from(
    [
        "Two soldiers were wounded",
        "the mayor said.",
        " ",
        "  ",
        "\n",
        "\n\n\n",
        "\r\n",
        "\t",
        "\u00a0",
        "\u00ad",
        "\u200b",
        "&amp;quot;",
        "&#39;",
        ",quot;",
        "cafÃ©",
        "â€œno lossesâ€\u009d",
        "n\u0303o",
        "ﬁre",
        "``",
        "''",
        "Share on Facebook",
        "Copy link to Tweet",
        "<br/>",
        "<p>",
        "\ud800",
        "\ufeff",
        "القاهرة",
        "🙂",
        "👨\u200d👩",
        "[words indistinct]",
        "pic.twitter.com/AbCdEfGh12",
        "It was a long line of words that ran on to the column",
    ]
)
RAW = st.lists(PIECES | st.text(max_size=5), max_size=25).map("".join)


def assert_map_holds(raw: str, text: Canonical) -> None:
    """Outside the repairs every character is the raw one at its place; the map never runs backwards."""
    assert len(text.starts) == len(text.ends) == len(text.text)
    repaired = {i for r in text.repairs if r.span for i in range(r.span.start, r.span.end)}
    for i, character in enumerate(text.text):
        if i not in repaired:
            assert raw[text.starts[i] : text.ends[i]] == character
        assert 0 <= text.starts[i] < text.ends[i] <= len(raw)
    assert all(a <= b for a, b in pairwise(text.starts))
    assert all(r.span is None or 0 <= r.span.start < r.span.end <= len(text.text) for r in text.repairs)


@given(RAW)
def test_cleaning_keeps_the_map(raw: str) -> None:
    text = cleaned(raw, 0, BOILERPLATE)
    assert_map_holds(raw, text)
    assert cleaned(raw, 0, BOILERPLATE) == text
    assert text.text == text.text.strip()
    assert "  " not in text.text
    text.text.encode("utf-8")


EDITS = st.lists(st.tuples(st.integers(0, 9), st.integers(1, 4), st.text("xyz", max_size=4)), max_size=5)


@given(st.text("abc", min_size=1, max_size=40), st.lists(EDITS, max_size=4))
def test_any_edits_keep_the_map(raw: str, rounds: list[list[tuple[int, int, str]]]) -> None:
    text = untouched(raw)
    for n, edits in enumerate(rounds):
        at, made = 0, []
        for gap, length, new in edits:
            start = at + gap
            if start + length <= len(text.text):
                made.append(Edit(start, start + length, new))
                at = start + length
        expected = text.text
        for edit in reversed(made):
            expected = expected[: edit.start] + edit.new + expected[edit.end :]
        text = text.edited(f"round {n}", made)
        assert text.text == expected
        assert_map_holds(raw, text)


def test_repairs_keep_their_words_and_move_with_later_ones() -> None:
    text = untouched("a &amp; b  c").edited("entities", [Edit(2, 7, "&")]).edited("spaces", [Edit(5, 7, " ")])
    assert text.text == "a & b c"
    assert [(r.span, r.was, r.rule) for r in text.repairs] == [
        (Span(2, 3), "&amp;", "entities"),
        (Span(5, 6), "  ", "spaces"),
    ]
    text = text.edited("cut", [Edit(0, 2, "")])
    assert [r.span for r in text.repairs] == [Span(0, 1), Span(3, 4), None]


def test_a_repair_that_is_cut_away_has_no_span() -> None:
    text = untouched("x &amp; y").edited("entities", [Edit(2, 7, "&")]).edited("cut", [Edit(1, 4, "")])
    assert text.text == "xy"
    assert [r.span for r in text.repairs] == [None, None]


def test_a_span_is_carried_back_to_the_raw_text() -> None:
    raw = "He said &quot;no&quot;  twice"
    text = cleaned(raw, 0, BOILERPLATE)
    at = text.text.index('"no"')
    back = text.raw(Span(at, at + 4))
    assert raw[back.start : back.end] == "&quot;no&quot;"


def test_an_edit_that_changes_nothing_is_no_repair() -> None:
    assert untouched("abc").edited("none", [Edit(1, 2, "b")]) == untouched("abc")


def test_a_file_header_is_cut_and_listed() -> None:
    text = cleaned("Title: T\nDate: D\nBody text.", 17, BOILERPLATE)
    assert text.text == "Body text."
    assert text.repairs[0].rule == "file header"

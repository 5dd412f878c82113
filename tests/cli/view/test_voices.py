"""A claim's sentence, cut around its value."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.cli.view.voices import excerpt
from dateline.model import Claim, ClaimSpans, Span
from tests.builders import REPORTS, claims_of

BASE = claims_of(REPORTS[0])[3]
LONG = (
    "The ministry of the interior said late on Tuesday that 12 people had died when the roof of the mill "
    "fell in."
)


def claim(words: str | None, quote: str = LONG, start: int = 100) -> Claim:
    """A claim whose sentence stands at ``start`` of its report."""
    value = (
        Span(*(start + at for at in (quote.index(words), quote.index(words) + len(words)))) if words else None
    )
    spans = ClaimSpans(value, None, None, None)
    return replace(BASE, quote=quote, span=Span(start, start + len(quote)), spans=spans)


def test_a_sentence_that_fits_is_whole() -> None:
    assert excerpt(claim("12"), 200).plain == f"“{LONG}”"


def test_in_a_pipe_it_is_whole_whatever_its_length() -> None:
    assert excerpt(claim("12"), 0).plain == f"“{LONG}”"


@pytest.mark.parametrize(
    ("words", "width", "cut"),
    [
        ("12", 40, "…on Tuesday that 12 people had died…"),
        ("The", 30, "“The ministry of the…"),
        ("in.", 30, "…roof of the mill fell in.”"),
        (None, 30, "“The ministry of the…"),
    ],
)
def test_a_long_one_is_cut_at_blanks_around_its_value(words: str | None, width: int, cut: str) -> None:
    assert excerpt(claim(words), width).plain == cut


@pytest.mark.parametrize("words", ["The", "12", "people had died", "in."])
def test_it_never_is_wider_than_asked_and_holds_the_value(words: str) -> None:
    for width in range(max(12, len(words) + 4), 120):
        told = excerpt(claim(words), width).plain
        assert len(told) <= width
        assert words in told


def test_the_value_stands_out() -> None:
    told = excerpt(claim("12"), 40)
    (bold,) = [span for span in told.spans if "bold" in str(span.style)]
    assert told.plain[bold.start : bold.end] == "12"


def test_a_value_outside_its_sentence_is_no_middle() -> None:
    outside = replace(claim(None), spans=ClaimSpans(Span(1, 3), None, None, None))
    assert excerpt(outside, 30).plain == "“The ministry of the…"

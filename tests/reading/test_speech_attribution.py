"""Whose words stand at a place of the report? Invented sentences."""

from __future__ import annotations

import pytest

from dateline.model import Span
from dateline.reading.parse import Parser
from dateline.reading.speech import attribution
from tests.reading.speech_help import statements

PLACES = [
    ("Police said that 12 people were hurt.", "12", "police"),
    ("12 people were hurt. Police said that the road was closed.", "12", None),
    ("Police, who lost 12 men, said that the road was closed.", "12", None),
    ("The Courier reported that police said 12 people were hurt.", "12", "police"),
    (
        "The Courier reported that 12 people were hurt, and that police said the road was closed.",
        "12",
        "Courier",
    ),
    ("Police want to find the 12 men.", "12", None),
    ("The union opposed the raid that killed 12 men.", "12", None),
    ('"We lost 12 men," the captain said.', "12", "captain"),
    ("On Monday 12 people were hurt, according to the hospital.", "12", "hospital"),
    ("The army said 12 had died. Rain fell on the 30 tents.", "30", None),
]


@pytest.mark.parametrize(("text", "word", "name"), PLACES)
def test_source_at_a_place(parser: Parser, text: str, word: str, name: str | None) -> None:
    start = text.index(word)
    said = attribution(statements(parser, text)).at(Span(start, start + len(word)))
    assert (said.source.name if said and said.source else None) == name


def test_cue_and_source_words(parser: Parser) -> None:
    text = "The local police said that 12 people were hurt."
    said = attribution(statements(parser, text)).at(Span(27, 29))
    assert said is not None
    assert said.cue is not None
    assert said.source_span is not None
    assert said.cue.of(text) == "said"
    assert said.source_span.of(text) == "The local police"


def test_attribution_to_nobody_has_a_cue_and_no_source(parser: Parser) -> None:
    text = "Twelve people were reportedly killed."
    said = attribution(statements(parser, text)).at(Span(0, 6))
    assert said is not None
    assert said.source is None
    assert said.source_span is None


def test_a_report_without_speech() -> None:
    assert attribution(()).at(Span(0, 5)) is None

"""Transcripts, and posts that a page shows. Invented texts."""

from __future__ import annotations

from dateline.reading.parse import Parser
from tests.reading.speech_help import contents, statements

TRANSCRIPT = """REED: We will stay in the town. It is ours.

HOST: Why do you stay?

"REED: The army shelled us, and we are here."""


def test_each_turn_is_its_speakers(parser: Parser) -> None:
    found = [
        (s.speaker.name if s.speaker else None, contents(s, TRANSCRIPT))
        for s in statements(parser, TRANSCRIPT)
    ]
    assert found == [
        ("REED", "We will stay in the town. It is ours"),
        ("HOST", "Why do you stay"),
        ("REED", "The army shelled us, and we are here"),
    ]


def test_who_is_cited_in_a_turn_says_it(parser: Parser) -> None:
    text = "Q: The relief council has documented nine deaths.\n\nA: We know of two.\n\nQ: Will you stay?"
    said = [(s.speaker.name if s.speaker else None, contents(s, text)) for s in statements(parser, text)]
    assert ("relief council", "nine deaths") in said
    assert [name for name, _ in said].count("A") == 1


def test_a_list_is_no_transcript(parser: Parser) -> None:
    assert statements(parser, "Killed: 3\n\nInjured: 12 men were hurt.\n\nMissing: 1") == ()
    assert statements(parser, "Place: Orlow\n\nDead: 3\n\nPlace: Brindle\n\nDead: 5") == ()


def test_one_turn_is_no_transcript(parser: Parser) -> None:
    assert statements(parser, "Weather: It will rain.\n\nThe road is open.") == ()


def test_a_post_is_its_writers(parser: Parser) -> None:
    text = "The bridge is down, all lanes. — Ann Reed (@annreed) May 3, 2031\n\nThe road is open."
    [post] = statements(parser, text)
    assert [s.of(text) for s in post.spans.cue] == ["—"]
    assert contents(post, text) == "The bridge is down, all lanes"
    assert post.speaker is not None
    assert post.speaker.name == "Ann Reed"


def test_a_name_under_a_quotation_whose_marks_are_mistyped(parser: Parser) -> None:
    text = "”He is a danger to the town and all know it.” ― Ann Reed\n\nThe road is open."
    [signed] = statements(parser, text)
    assert signed.speaker is not None
    assert signed.speaker.name == "Ann Reed"


def test_a_dash_before_a_name_is_no_signature(parser: Parser) -> None:
    assert statements(parser, "The bridge is in the oldest part of the city — North Orlow") == ()

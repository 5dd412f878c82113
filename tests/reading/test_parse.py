"""Where sentences begin. Invented lines, with and without datelines."""

from __future__ import annotations

import pytest

from dateline.reading.parse import Parser

BODY = "Rebels attacked a convoy."


@pytest.mark.parametrize(
    "dateline",
    [
        "HILLTON —",
        "HILLTON, Marland —",
        "HILLTON (Wire) -",
        "NEW HILLTON, March 4 –",
        "PORT OF HILLTON, 4 Mar 21 --",
        "17:30 -",
        "17h30 –",
        "HILLTON ―",
    ],
)
def test_a_sentence_begins_after_a_dateline(parser: Parser, dateline: str) -> None:
    (parse,) = parser.parse([f"Headline\n{dateline} {BODY}"])
    first = next(t for t in parse.tokens if t.text == "Rebels")
    assert parse.sentences[first.sentence].first == first.i


@pytest.mark.parametrize(
    "text",
    [
        "The army - led by Jakob Lund - left.",
        "NATO jets - two of them - left.",
        "HILLTON was quiet - until Lund left.",
    ],
)
def test_no_sentence_begins_after_another_dash(parser: Parser, text: str) -> None:
    (parse,) = parser.parse([text])
    dash = next(t for t in parse.tokens if t.text == "-")
    assert parse.tokens[dash.i + 1].sentence == dash.sentence


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("The army says that it lost nobody there; the rebels say that they killed 80 soldiers.", 2),
        ("The dead are Jakob Lund, a clerk; Ada Holm, a nurse; and Per Dahl, a guard.", 1),
        ("Twelve died in Hillton; three in Brindle and two more on the road to Orlow.", 1),
    ],
)
def test_a_clause_behind_a_semicolon_is_a_sentence(parser: Parser, text: str, many: int) -> None:
    (parse,) = parser.parse([text])
    assert len(parse.sentences) == many

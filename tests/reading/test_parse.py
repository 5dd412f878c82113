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


def test_what_is_denied_is_a_deed(parser: Parser) -> None:
    (parse,) = parser.parse(["The front said it had raided Orlow and denied attacking civilians."])
    deed = next(t for t in parse.tokens if t.text == "attacking")
    assert (parse.tokens[deed.head].text, deed.dep) == ("denied", "xcomp")
    assert [(parse.tokens[c].text, parse.tokens[c].dep) for c in deed.children] == [("civilians", "dobj")]


def test_who_is_denied_something_stays_an_object(parser: Parser) -> None:
    (parse,) = parser.parse(["The guards denied the visiting nurses entry."])
    assert next(t for t in parse.tokens if t.text == "visiting").dep == "amod"

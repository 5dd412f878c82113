"""Where does a quotation begin, end and go on? Invented sentences."""

from __future__ import annotations

import pytest

from dateline.reading.parse import Parser
from dateline.reading.speech.quotes import read_quotes

QUOTES = [
    ('He said "no" and left.', ['"no"']),
    ("He said “no” and left.", ["“no”"]),
    ("He said ''no'' and left.", ["''no''"]),
    ('"We stay," he said. "We fight."', ['"We stay,"', '"We fight."']),
    ("The men's huts stood by the sea.", []),
    ('They had "left the port against the order.', ['"left the port against the order.']),
    ('A mark" closes nothing.', []),
    ('It was "late. The "north" gate was shut.', ['"late. The', '"north"']),
    ('The "one" and the "two".', ['"one"', '"two"']),
]


@pytest.mark.parametrize(("text", "quotes"), QUOTES)
def test_quotations(parser: Parser, text: str, quotes: list[str]) -> None:
    parse = next(iter(parser.parse([text])))
    assert [parse.words(q.first, q.end) for q in read_quotes(parse).all] == quotes


def test_a_quotation_goes_on_in_the_next_paragraph(parser: Parser) -> None:
    text = "“We stay.\n\n“We fight.”\n\nHe left."
    found = read_quotes(next(iter(parser.parse([text]))))
    assert [q.continued for q in found.all] == [False, True]


def test_tokens_know_their_quotation_and_paragraph(parser: Parser) -> None:
    parse = next(iter(parser.parse(['He said "no".\nShe left.'])))
    found = read_quotes(parse)
    inside = [t.text for t in parse.tokens if found.within(t.i)]
    assert inside == ['"', "no", '"']
    assert [found.paragraphs[t.i] for t in parse.tokens if t.text in ("He", "She")] == [0, 1]

"""Reads the statements of invented sentences."""

from __future__ import annotations

from datetime import date
from functools import cache

from dateline.codebook import Codebook, load_codebook
from dateline.gazetteer import Gazetteer, open_gazetteer
from dateline.model import Statement
from dateline.reading.actors.reader import read_cast
from dateline.reading.parse import Parser
from dateline.reading.places.reader import read_places
from dateline.reading.speech import read_speech
from dateline.reading.times.reader import read_times

PUBLISHED = date(2021, 3, 10)
"""A Wednesday."""


@cache
def codebook() -> Codebook:
    """The packaged codebook, loaded once."""
    return load_codebook()


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer of the packaged codebook, opened once."""
    return open_gazetteer(codebook())


def statements(parser: Parser, text: str) -> tuple[Statement, ...]:
    """All statements of a report that consists of ``text``; every span is checked on the way."""
    parse = next(iter(parser.parse([text])))
    book = codebook()
    cast, times = read_cast(parse, "report-1", book), read_times(parse, PUBLISHED, book)
    places = read_places(parse, gazetteer(), book, None)
    found = read_speech(parse, cast, times, places, book, "report-1")
    for s in found:
        for span in (*s.spans.content, *s.spans.source, *s.spans.cue):
            assert span.of(text).strip() == span.of(text) != ""
        assert s.text == " ".join(span.of(text) for span in s.spans.content)
    assert len({s.id for s in found}) == len(found)
    return found


def contents(statement: Statement, text: str) -> str:
    """The words of a statement's content, split parts joined by a bar."""
    return " | ".join(span.of(text) for span in statement.spans.content)

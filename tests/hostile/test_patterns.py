"""Every regular expression and every parser of dates and numbers takes hostile strings without stalling."""

from __future__ import annotations

import importlib
import pkgutil
import random
import re
import time
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import pytest

import dateline
from dateline.codebook import load_codebook
from dateline.intake.dates import date_in_name, read_date
from dateline.reading.numbers import read_numbers
from dateline.reading.parse import Parser
from dateline.reading.times.reader import read_times

LENGTH = 50_000
SECONDS = 0.1
PIECES = {
    "one letter": "a",
    "spaces": " ",
    "digits": "1",
    "open tags": "<a ",
    "open brackets": "<",
    "entities": "&",
    "words": "ab ",
    "capitals": "Ab ",
    "numbers": "1,",
    "broken dates": "(1-2 Jan. ",
    "dashes": "-",
    "quotes": '"',
    "dots": "a.",
    "mojibake": "Ã©",
    "odd spaces": "\t \u00a0",
    "line breaks": "\n",
    "comments": "<!---->",
    "brackets": "((",
}
WHOLE = (
    "codebook",
    "dateline.keeping.correcting.AT_LEAST",
    "dateline.keeping.correcting.BETWEEN",
    "dateline.reconcile.sums.JOINED",
)
"""Patterns that are only held against a whole line or stretch."""
CODES = "dateline.reading.times.grammar.GRAMMAR"
"""Held against one code a word, so that a text has at most a fifth as many as characters."""


@cache
def patterns() -> dict[re.Pattern[Any], str]:
    """Every compiled pattern of the package and of its codebook, and where it is."""
    found: dict[re.Pattern[Any], str] = {}
    for module in pkgutil.walk_packages(dateline.__path__, "dateline."):
        if "migrations" not in module.name:
            for name, value in vars(importlib.import_module(module.name)).items():
                found |= dict.fromkeys(_patterns_in(value, 0), f"{module.name}.{name}")
    return found | dict.fromkeys(_patterns_in(load_codebook(), 0), "codebook")


def _patterns_in(value: object, depth: int) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        for pair in value.items():
            yield from _patterns_in(pair, depth + 1)
    elif isinstance(value, (list, tuple, set, frozenset)):
        for each in value:
            yield from _patterns_in(each, depth + 1)
    elif depth < 6 and type(value).__module__.startswith("dateline."):
        slots = getattr(type(value), "__slots__", ())
        names = (*slots, *getattr(value, "__dict__", {}))
        for name in names:
            yield from _patterns_in(getattr(value, name, None), depth + 1)


def test_the_patterns_are_found() -> None:
    found = patterns()
    assert len(found) > 80
    assert "codebook" in found.values()


@pytest.mark.parametrize("piece", PIECES)
def test_no_pattern_stalls(piece: str) -> None:
    text = (PIECES[piece] * LENGTH)[:LENGTH]
    slow = []
    for pattern, where in patterns().items():
        given = text[: LENGTH // 5] if where == CODES else text
        took = _seconds(pattern, given, where in WHOLE)
        if took > SECONDS:
            took = min(_seconds(pattern, given, where in WHOLE) for _ in range(4))
        if took > SECONDS:
            slow.append((where, round(took, 2)))
    assert not slow


def _seconds(pattern: re.Pattern[Any], text: str, whole: bool) -> float:
    """Processor seconds of finding all matches, or of matching the whole."""
    given = text.encode() if isinstance(pattern.pattern, bytes) else text
    start = time.process_time()
    if whole:
        pattern.fullmatch(given)
    else:
        for _ in pattern.finditer(given):
            pass
    return time.process_time() - start


def test_ten_thousand_broken_dates_are_a_day_or_none() -> None:
    draw = random.Random(7)
    parts = [
        "2020",
        "-",
        "/",
        ".",
        "13",
        "31",
        "0",
        "Feb",
        "february",
        "30th",
        ",",
        " ",
        "T10:00Z",
        "'99",
        "٣",
    ]
    parts += ["99999999999999999999", "-1", "Sept.", "\u200b", "1st", "of", "noon", "BC", "1900", "2100"]
    for _ in range(10_000):
        words = "".join(draw.choices(parts, k=draw.randint(1, 7)))
        for day in (read_date(words), date_in_name(words)):
            assert day is None or date(1900, 1, 1) <= day


@pytest.mark.parametrize(
    "piece", ["1,000 ", "12-", "two hundred and ", "31 February 2020, ", "last Monday ", "99/99/99 "]
)
def test_long_runs_of_dates_and_numbers_are_read_in_time(piece: str) -> None:
    text = (piece * 400) + "people were killed."
    book = load_codebook()
    (parse,) = Parser().parse([text])
    start = time.process_time()
    read_numbers(parse, book)
    read_times(parse, date(2020, 1, 8), book)
    assert time.process_time() - start < 5

"""Records in plain words."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.model import FieldSummary, Number, Place, Source, When
from dateline.wording.words import (
    blanked,
    clean,
    number_words,
    place_detail,
    place_words,
    range_words,
    short_range,
    short_when,
    source_words,
    summary_words,
    when_words,
)


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (22, 22, "22"),
        (0, 0, "0"),
        (80, None, "80 or more"),
        (None, 50, "up to 50"),
        (100, 1300, "100 to 1,300"),
        (None, None, ""),
    ],
)
def test_ranges(low: int | None, high: int | None, words: str) -> None:
    assert range_words(low, high) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (Number(24, None, "dozens", "dozens"), "dozens (24 or more)"),
        (Number(3, 3, "three", None, "houses"), "3 houses"),
        (Number(1, 1, "him", None, "Ana Dorn"), "1 (Ana Dorn)"),
        (Number(300, 300, "about 300", "about"), "about 300"),
    ],
)
def test_numbers(number: Number, words: str) -> None:
    assert number_words(number) == words


@pytest.mark.parametrize(
    ("low", "best", "high", "words"),
    [
        (5, 5, 5, "5"),
        (3, 5, 9, "3 to 9, best 5"),
        (80, 80, None, "80 or more"),
        (None, 50, 50, "up to 50"),
        (80, 90, None, "80 or more, best 90"),
        (None, None, None, ""),
        (None, 4, None, "4"),
    ],
)
def test_summaries(low: int | None, best: int | None, high: int | None, words: str) -> None:
    assert summary_words(FieldSummary(low, best, high, "single", (), (), "")) == words


@pytest.mark.parametrize(
    ("start", "end", "clock", "words"),
    [
        ("2020-01-08", "2020-01-08", "Before dawn", "8 January 2020, before dawn"),
        ("2019-12-21", "2019-12-31", None, "21 to 31 December 2019"),
        ("2019-10-01", "2019-10-31", None, "October 2019"),
        ("2019-01-01", "2019-12-31", None, "2019"),
        ("2010-01-01", "2019-12-31", None, "2010 to 2019"),
        ("2019-10-30", "2019-11-02", None, "30 October to 2 November 2019"),
        ("2019-12-30", "2020-01-02", None, "30 December 2019 to 2 January 2020"),
        (None, None, None, "“last spring”, day unknown"),
    ],
)
def test_days(start: str | None, end: str | None, clock: str | None, words: str) -> None:
    days = [date.fromisoformat(day) if day else None for day in (start, end)]
    assert when_words(When(days[0], days[1], None, clock, "last spring")) == words


def test_places_say_each_name_once() -> None:
    town = Place("Hit", 33.64, 42.83, 95115, "IQ", "Anbar", "near", 10.0, "Hit")
    state = Place("Iraq", 33.0, 44.0, 99237, "IQ", None, "country", 370.5, "Iraq")
    lost = Place("Bir Qasab", None, None, None, None, None, None, None, "Bir Qasab")
    countries = {"IQ": "Iraq"}
    assert [place_words(place, countries) for place in (town, state, lost)] == [
        "Hit, Anbar, Iraq",
        "Iraq",
        "Bir Qasab",
    ]
    assert place_words(town, {}) == "Hit, Anbar, IQ"
    assert place_detail(town) == "near; 33.64, 42.83; within 10 km"
    assert place_detail(lost) == "not in the gazetteer"


def test_sources() -> None:
    ministry = Source("Interior Ministry", "government", None, None, True, False, (), "the ministry")
    man = Source("Ana Dorn", "government", None, "mayor", True, False, (ministry,), "Dorn")
    own = Source("Harbour Post", "publisher", None, None, True, True, (), "")
    unknown = Source("publisher", "publisher", None, None, False, True, (), "")
    assert [source_words(each) for each in (man, own, unknown)] == [
        "Ana Dorn, mayor, via Interior Ministry",
        "Harbour Post, own voice",
        "the report's own voice",
    ]


def test_what_a_terminal_would_obey_is_named_or_blank() -> None:
    text = "a\x1b[2J\tb\nc\u202ed می\u200cروم kil\u200bled"
    assert clean(text) == "a[U+001B][2J b c[U+202E]d می\u200cروم kil[U+200B]led"
    assert clean(clean(text)) == clean(text)
    assert len(blanked(text)) == len(text), "every position is kept"
    assert blanked(text) == "a [2J b c d می\u200cروم kil\u200bled"


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (None, None, ""),
        (0, 0, "0"),
        (1200, 1200, "1,200"),
        (80, None, "80+"),
        (None, 50, "≤50"),
        (12, 15, "12–15"),
    ],
)
def test_short_ranges(low: int | None, high: int | None, words: str) -> None:
    assert short_range(low, high) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2031, 5, 6), date(2031, 5, 6), "6 May 2031"),
        (date(2031, 5, 6), date(2031, 5, 8), "6–8 May 2031"),
        (date(2031, 10, 1), date(2031, 10, 31), "Oct 2031"),
        (date(2031, 1, 1), date(2031, 12, 31), "2031"),
        (date(2031, 9, 30), date(2031, 10, 2), "30 Sep–2 Oct 2031"),
        (date(2030, 12, 31), date(2031, 1, 1), "31 Dec 2030–1 Jan 2031"),
        (None, None, "unknown"),
    ],
)
def test_short_days(start: date | None, end: date | None, words: str) -> None:
    assert short_when(When(start, end, None, "at dawn", "then")) == words


def test_no_time_is_unknown() -> None:
    assert short_when(None) == "unknown"

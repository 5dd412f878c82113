"""Text -> a string of one letter a word, so that time expressions can be found as patterns of letters."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from dateline.codebook.times import Times
from dateline.model import Span

# The letters. Small words have theirs in SMALL_WORDS; words outside the vocabulary are ".", punctuation
# stands for itself or is ";". A number is an ordinal ("8th"), small (1 to 31), a short year (32 to 99), a
# year (1000 to 2399), padded ("0630"), a decade ("1990s"), a clock ("19:30"), or any other number.
MONTH, WEEKDAY, UNIT, QUARTER, WEEKEND, HOUR = "M", "W", "U", "Q", "V", "h"
SEASON, HOLIDAY, DAY_WORD, PART_OF_DAY, OVERNIGHT, REFERENCE = "S", "H", "T", "P", "O", "w"
SHIFT, PART, EDGE = "L", "X", "B"
ORDINAL, SMALL, SHORT_YEAR, YEAR, PADDED, NUMBER, DECADE, CLOCK = "o", "d", "s", "y", "m", "n", "D", "k"
OTHER, STOP, PARAGRAPH, MARK = ".", ":", "|", ";"

SMALL_WORDS = {
    "articles": "t",
    "indefinite": "a",
    "of": "f",
    "at": "A",
    "on": "j",
    "within": "i",
    "before": "e",
    "after": "r",
    "ago": "g",
    "earlier": "E",
    "later": "R",
    "about": "z",
    "vague_counts": "v",
    "conjunctions": "b",
    "until": ">",
    "into": "I",
    "between": "{",
    "from_": "[",
    "past": "p",
    "halves_of_day": "q",
    "clock_marks": "c",
    "before_christ": "C",
}
"""Field of the codebook's grammar words -> letter."""

CAPITAL = frozenset((MONTH, WEEKDAY, HOLIDAY))
PLAIN_MARKS = frozenset(",-/()'")
MARKS = {".": STOP, "–": "-", "—": "-", "’": "'", "[": "(", "]": ")"}

CENTURY_TURN = 30
"""Two-digit years below this are of the 2000s."""

LONGEST_NUMBER = 6
"""Digits of the longest number that can count units of time."""

PIECE = (
    r"\n\s*\n"
    r"|\d{1,2}:\d\d(?!\d)|\d{1,2}\.\d\d\s?[ap](?:m\b|\.m\b\.?)"
    r"|\d{1,3}(?:,\d{3})+|\d+\.\d+(?![\d.])"
    r"|\d+(?:st|nd|rd|th)\b|\d+s\b|['’]\d\ds?\b|\d+"
    r"|[^\W\d_]\.[^\W\d_]\b\.?|o['’]clock|[^\W\d_]+\.?|['’]s\b|[^\s\w]|_"
)


class Word(NamedTuple):
    """A word of the vocabulary: its letter, and the number or name that it stands for."""

    code: str
    number: int
    name: str


class Pieces(NamedTuple):
    """A text's words and marks: one letter, one start and end, and one vocabulary entry each."""

    codes: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[Word | None, ...]

    def span(self, first: int, end: int) -> Span:
        """The characters of pieces ``first`` up to but not including ``end``."""
        return Span(self.starts[first], self.ends[end - 1])


class Vocabulary(NamedTuple):
    """The words of time by form, and the pattern that cuts a text into pieces."""

    words: dict[str, Word]
    piece: re.Pattern[str]


@lru_cache(maxsize=4)
def vocabulary(times: Times) -> Vocabulary:
    """The codebook's words as one table."""
    words: dict[str, Word] = {}
    numbered = (
        (MONTH, times.months), (WEEKDAY, times.weekdays), (NUMBER, times.numbers), (ORDINAL, times.ordinals),
        (DAY_WORD, times.days), (SEASON, times.seasons),
    )  # fmt: skip
    for code, entries in numbered:
        words |= {form: Word(code, entry.number, entry.words[0]) for entry in entries for form in entry.words}
    for code, parts in ((PART, times.parts), (EDGE, times.edges)):
        words |= {form: Word(code, 0, entry.part) for entry in parts for form in entry.words}
    plain = [(PART_OF_DAY, times.parts_of_day), (OVERNIGHT, times.overnight), (REFERENCE, times.references)]
    plain += [(code, getattr(times.grammar, field)) for field, code in SMALL_WORDS.items()]
    for code, forms in plain:
        words |= {form: Word(code, 0, form) for form in forms}
    units = {"hour": HOUR, "quarter": QUARTER, "weekend": WEEKEND}
    words |= {w: Word(units.get(u.unit, UNIT), 0, u.unit) for u in times.units for w in u.words}
    words |= {w: Word(SHIFT, s.steps, s.base) for s in times.shifts for w in s.words}
    words |= {w: Word(HOLIDAY, h.day, str(h.month)) for h in times.holidays for w in h.words}
    phrases = sorted((re.escape(w) for w in words if " " in w), key=len, reverse=True)
    return Vocabulary(words, re.compile("|".join((*(rf"\b{p}\b" for p in phrases), PIECE)), re.IGNORECASE))


def cut(text: str, times: Times) -> Pieces:
    """Cut a text into pieces."""
    words, piece = vocabulary(times)
    codes: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    found: list[Word | None] = []
    for match in piece.finditer(text):
        form, start, end = match[0], match.start(), match.end()
        word: Word | None
        if form[0].isalpha():
            lower = form.lower()
            word = words.get(lower)
            stop = word is None and form[-1] == "."
            if stop:
                word, end = words.get(lower[:-1]), end - 1
            if word is not None and word.code in CAPITAL and not form[0].isupper():
                word = None
            codes.append(OTHER if word is None else word.code)
            starts.append(start)
            ends.append(end)
            found.append(word)
            if stop:
                codes.append(STOP)
                starts.append(end)
                ends.append(end + 1)
                found.append(None)
            continue
        word = _number(form) if form[0].isdecimal() or len(form) > 2 else None
        codes.append(word.code if word else _mark(form))
        starts.append(start)
        ends.append(end)
        found.append(word)
    return Pieces("".join(codes), tuple(starts), tuple(ends), tuple(found))


def _number(form: str) -> Word | None:
    """The entry of a piece that begins with a digit, or with an apostrophe before a short year."""
    if form[0] in "'’":
        return Word(DECADE if form[-1] in "sS" else YEAR, _full_year(int(form[1:3])), "full")
    if ":" in form or form[-1] in "mM.":
        return Word(CLOCK, 0, "") if int(re.split("[:.]", form)[0]) <= 24 else None
    digits = form.rstrip("stndrhSTNDRH")
    if not digits.isdecimal() or len(digits) > LONGEST_NUMBER:
        return None
    value, ending = int(digits), form[len(digits) :].lower()
    if ending == "s" and len(digits) in (2, 4) and value % 10 == 0:
        full = len(digits) == 4
        return Word(DECADE, value if full else _full_year(value), "full" if full else "short")
    if ending:
        return Word(ORDINAL if 1 <= value <= 31 else OTHER, value, "")
    return Word(_digits_code(digits, value), value, digits)


def _full_year(short: int) -> int:
    """The year that two digits stand for."""
    return short + (2000 if short < CENTURY_TURN else 1900)


def _digits_code(digits: str, value: int) -> str:
    """The letter of a bare number."""
    if len(digits) <= 2:
        return SMALL if 1 <= value <= 31 else SHORT_YEAR
    if len(digits) == 4:
        return PADDED if digits[0] == "0" else YEAR if 1000 <= value <= 2399 else NUMBER
    return NUMBER


def _mark(form: str) -> str:
    """The letter of punctuation."""
    if form[0] == "\n":
        return PARAGRAPH
    if form in PLAIN_MARKS:
        return form
    if form[0] in "'’":
        return "'"
    return MARKS.get(form, MARK)

"""A written-out date -> a day. Only dates that cannot mean another day."""

from __future__ import annotations

import re
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
DATE = (
    rf"(?:\d{{4}}-\d\d-\d\d|\d{{1,2}} {MONTH}(?:,? '?\d{{2,4}})?"
    rf"|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?)"
)
"""The forms that a dateline's date takes; without a year it names no day."""

ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?!\d)")
COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?!\d)")
SLASHED = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)")
DAY_FIRST = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?[ -]({MONTH})[ ,-]+'?(\d{{4}}|\d\d)(?!\d|:)", re.I)
MONTH_FIRST = re.compile(rf"({MONTH}) (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})(?!\d)", re.I)
NUMERIC = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)")
FIRST_YEAR, PIVOT = 1900, 69
"""Two-digit years from the pivot on are of the 1900s."""


def read_date(words: str) -> date | None:
    """The day that ``words`` begin with or name, such as "2020-01-08T10:00Z", "3 Jan 90", "May 4, 1988".

    Numbers alone with the year last ("08/01/2020") are a day only where one of them is above twelve or
    both are the same.
    """
    for pattern in (ISO, COMPACT, SLASHED):
        match = pattern.match(words.strip())
        if match:
            return _day(int(match[1]), int(match[2]), int(match[3]))
    match = DAY_FIRST.search(words)
    if match:
        return _day(_year(match[3]), _month(match[2]), int(match[1]))
    match = MONTH_FIRST.search(words)
    if match:
        return _day(int(match[3]), _month(match[1]), int(match[2]))
    match = NUMERIC.match(words.strip())
    if match:
        first, second, year = int(match[1]), int(match[2]), int(match[3])
        if first > 12 or first == second:
            return _day(year, second, first)
        return _day(year, first, second) if second > 12 else None
    return None


NAMED = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")


def date_in_name(name: str) -> date | None:
    """The date in a file's name or an address: "2020-01-08-erbil.txt", "/2020/01/08/"."""
    match = NAMED.search(name.replace("/", "-"))
    return _day(int(match[1]), int(match[3]), int(match[4])) if match else None


def _month(word: str) -> int:
    return MONTHS.index(word[:3].lower()) + 1


def _year(digits: str) -> int:
    number = int(digits)
    return number if number > 99 else number + (1900 if number >= PIVOT else 2000)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year >= FIRST_YEAR else None
    except ValueError:
        return None

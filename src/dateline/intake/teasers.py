"""Headlines of other stories that a page sets around its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from dateline.intake.canonical import Edit

FEWEST = 3
"""Lines from which on what a text ends in is a list of other stories; fewer may be its own last words."""

FEWEST_DATED = 2
"""Lines in a row with a day at their end, from which on they are such a list wherever they stand."""

FEWEST_WORDS, MOST_WORDS = 6, 30
"""Of a headline: names of victims are shorter, paragraphs longer."""

LINE = re.compile(r"^[^\S\n]*+\S[^\n]*+", re.M)
SENTENCE_END = re.compile(r"[.!?:;][\"”’')\]]*$|[\"”]$")
POST = re.compile(r"(?<!\w)@\w{2}|(?<!\w)#\w{3}")
CUT_OFF = re.compile(r"(?:…|\.\.\.)$")
DAY_AT_END = re.compile(r",? (?:[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]{2,8},? \d{4})$")
LENGTH_BEFORE = re.compile(r"(?:Live|\d{1,2}:\d\d(?::\d\d)?)?")
"""What a page of videos sets before a headline: how long one is, or that it is being sent."""
AGE_BEHIND = re.compile(r"(?:[A-Z][a-z]{2} \d{1,2}, \d{4}|\d{1,3} (?:minute|hour|day)s? ago)?")
"""What it sets behind: the day, or how long ago that was."""
FEWEST_TWICE = 3
"""Headlines that stand twice, from which on a page lists videos."""


def teasers(text: str) -> Iterator[Edit]:
    """The lines of such lists, taken out; the first line of a text is its own, as is all without sentences.

    >>> page = "The mill burned.\\n\\nBakers of Orlow march against the mayor's new tax on flour"
    >>> page += "\\n\\nGulls return to the bay after years without any\\n\\nBoy of nine wins the boat race…"
    >>> [page[e.start:e.end].split()[0] for e in teasers(page)]
    ['Bakers', 'Gulls', 'Boy']
    """
    lines = list(LINE.finditer(text))
    words = [line[0].strip() for line in lines]
    if not any(_is_sentence(line) for line in words):
        return
    end = len(lines)
    while end > 1 and _is_headline(words[end - 1]):
        end -= 1
    if len(lines) - end < FEWEST:
        end = len(lines)
    dated = [n > 0 and _is_headline(line) and bool(DAY_AT_END.search(line)) for n, line in enumerate(words)]
    twice = _twice(words)
    for n, line in enumerate(lines):
        if n >= end or n in twice or (dated[n] and _run(dated, n) >= FEWEST_DATED):
            yield Edit(*line.span(), "")


def _twice(words: list[str]) -> set[int]:
    """Lines of a list of videos: each headline with its length and day, and once more without.

    >>> sorted(_twice(["Mill burns.", "1:05Gulls returnMay 6, 2031", "Gulls return", "LiveA fair", "A fair"]))
    []
    >>> page = ["0:31Bay at duskMay 6, 2031", "Bay at dusk", "1:05Gulls4 hours ago", "Gulls"]
    >>> page += ["LiveFair", "Fair"]
    >>> sorted(_twice(page))
    [0, 1, 2, 3, 4, 5]
    """
    found = [n for n, (long, short) in enumerate(pairwise(words)) if _is_told_twice(long, short)]
    return {m for n in found for m in (n, n + 1)} if len(found) >= FEWEST_TWICE else set()


def _is_told_twice(long: str, short: str) -> bool:
    before, found, behind = long.partition(short)
    return (
        found != ""
        and before + behind != ""
        and bool(LENGTH_BEFORE.fullmatch(before) and AGE_BEHIND.fullmatch(behind.strip()))
    )


def _run(these: list[bool], n: int) -> int:
    """How many neighbours in a row, itself too, are so."""
    first, last = n, n
    while first > 0 and these[first - 1]:
        first -= 1
    while last + 1 < len(these) and these[last + 1]:
        last += 1
    return last - first + 1


def _is_sentence(line: str) -> bool:
    return bool(SENTENCE_END.search(line)) and not CUT_OFF.search(line)


def _is_headline(line: str) -> bool:
    """Posts that a page embeds are none: they speak for who wrote them."""
    if POST.search(line):
        return False
    if CUT_OFF.search(line):
        return True
    return FEWEST_WORDS <= len(line.split()) <= MOST_WORDS and not SENTENCE_END.search(line)

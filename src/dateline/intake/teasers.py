"""Headlines of other stories that a page sets around its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
    for n, line in enumerate(lines):
        if n >= end or (dated[n] and _run(dated, n) >= FEWEST_DATED):
            yield Edit(*line.span(), "")


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

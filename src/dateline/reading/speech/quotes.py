"""Which words stand in quotation marks, and where does a quotation go on?"""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from dateline.reading.parse import Parse, Token

STRAIGHT = frozenset(('"', "''", "``"))
OPENING = frozenset("“«")
CLOSING = frozenset("”»")
LIMIT = 1500
"""Tokens after which an unclosed quotation mark is taken for a slip."""


class Quote(NamedTuple):
    """Token range with its marks, half open; ``continued`` when it goes on from the paragraph before."""

    first: int
    end: int
    continued: bool


class Quotes(NamedTuple):
    """The quotations of a report; ``at[i]`` is the number of the one that token ``i`` is in, or -1."""

    all: tuple[Quote, ...]
    at: tuple[int, ...]
    paragraphs: tuple[int, ...]
    """For each token the number of its paragraph."""

    def within(self, i: int) -> bool:
        """Whether token ``i`` stands in quotation marks."""
        return self.at[i] >= 0

    def begins_paragraph(self, i: int) -> bool:
        """Whether token ``i`` is the first of its paragraph."""
        return i == 0 or self.paragraphs[i] != self.paragraphs[i - 1]

    def paragraph_end(self, i: int) -> int:
        """The end of the paragraph that token ``i`` is in."""
        return bisect_right(self.paragraphs, self.paragraphs[i])


def read_quotes(parse: Parse) -> Quotes:
    """Every quotation in text order.

    A mark opens at the start of a word and closes at the end of one. A quotation left open at the end of a
    paragraph goes on in the next where that begins with a mark, and else ends there.
    """
    tokens, text = parse.tokens, parse.text
    found: list[Quote] = []
    paragraphs: list[int] = []
    opened: int | None = None
    continued, number = False, 0
    for token in tokens:
        i = token.i
        if i and "\n" in text[tokens[i - 1].end : token.start]:
            number += 1
            if opened is not None:
                found.append(Quote(opened, i, continued))
                continued = _opens(token, text)
                opened = None
        paragraphs.append(number)
        if _opens(token, text):
            if opened is not None and token.text in STRAIGHT:
                found.append(Quote(opened, i, continued))
                continued = False
            opened = i if opened is None or token.text in STRAIGHT else opened
        elif opened is not None and (_closes(token, text) or i - opened > LIMIT):
            found.append(Quote(opened, i + 1, continued))
            opened, continued = None, False
    if opened is not None:
        found.append(Quote(opened, len(tokens), continued))
    at = [-1] * len(tokens)
    for n, quote in enumerate(found):
        at[quote.first : quote.end] = [n] * (quote.end - quote.first)
    return Quotes(tuple(found), tuple(at), tuple(paragraphs))


def _opens(token: Token, text: str) -> bool:
    if token.text in OPENING:
        return True
    after = text[token.end : token.end + 1]
    before = text[token.start - 1 : token.start] if token.start else ""
    return token.text in STRAIGHT and bool(after.strip()) and (not before.strip() or before in "([—–-")


def _closes(token: Token, text: str) -> bool:
    if token.text in CLOSING:
        return True
    return token.text in STRAIGHT

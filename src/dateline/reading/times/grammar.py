"""Letters -> time expressions: which words belong together, and what kind of time they name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dateline.reading.times.words import Pieces, Word

# Parts of rules: "about three", "the end of", "Friday the", "of that year", "around 9 p.m. GMT",
# "half an hour before dawn".
COUNT = r"(?:z*(?:n-?n|[ndsyv]|avf?|a))"
MOD = r"(?:t?Bft?|tX(?!-?P)|X-|[XER][fij]?t?)"
WEEKDAY = r"(?:W[,(]{0,2}j?t?)"
YEAR_AFTER = r"(?:,?f?y|f?t?LU)"
CLOCK = r"(?:z*(?:kq?c{0,2}|[dn]qc?|[dn]c|[ymn]c|[ym]h|(?<=A)m|[dnym]itP)(?:\([ymk]c\))?)"
CLOCK_AFTER_AT = r"(?<=A)z*y(?:\([ymk]c\)|(?=[,:;|(bjTWiPL>]|$))"
DAY_PART = r"(?:(?:z*a?[ndv]*a?h)?[er])?t?X?-?Ph?|t?Xh"
CLAUSE_END = r"(?=[,:;|)b]|$)"

RULES = {
    # 202 BC
    "before Christ": r"(?:t?[do]?f?M,?)?(?:[yndms]-)?[yndms]C",
    # 2015-11-03, 3/11/2015
    "numeric": r"y-d-d|y/d/d|d/d/[yds]|d:d:y|d-d-y",
    # 8-10 January 2015, between January 8 and 10
    "days": r"t?[do][->]t?[do]f?M(?:,?y)?|(?<=\{)t?[do]bt?[do]f?M(?:,?y)?"
    r"|M[do][->][do](?:,?y)?|(?<=\{)M[do]b[do](?:,?y)?",
    # the first week of May, the last two days of 2006, the second half of June
    "portion": rf"t?(?:o|L)(?:[nd]?[UQ]|v)ft?(?:M{YEAR_AFTER}?|y)",
    # Tuesday, 3 November 2015; early on November 3; 3 Jan 90
    "date": rf"{MOD}?{WEEKDAY}?(?:t|L)?(?:[do]f?t?-?M(?:[,-]?f?y|-?s(?=[-,:;()|]|$)|{YEAR_AFTER})?"
    rf"|Mt?[do](?:{YEAR_AFTER})?(?![-/]?[Uh]))",
    # the third quarter of 1990
    "quarter": rf"{MOD}?(?:t?L+U'|t?y)?t?o-?Q{YEAR_AFTER}?",
    # the early summer of 2006
    "season": rf"{MOD}?t?S{YEAR_AFTER}",
    # last Friday, next March, last night, the previous spring
    "shifted": rf"{MOD}?t?L+p?[WMSP]",
    # late December, the end of May 2015
    "month": rf"{MOD}?t?M{YEAR_AFTER}?",
    # the past two days
    "stretch": rf"t?(?:p|L+p?){COUNT}-?[UQh](?!-)",
    # last week, that same day, earlier this month, the weekend, the end of the year
    "unit": rf"{MOD}?t?L+p?[UQV]|{MOD}t?[UQ]|tV|tQ(?!f)|t?pU",
    # year's end
    "edge": r"t?U'?-?B",
    # three days ago, two weeks later, year-earlier, two days after (another event)
    "offset": rf"(?:{COUNT}-?)?[UQVh](?:g|E|R)|U-[gE]|aUe{CLAUSE_END}|{COUNT}-?[UQ][er]",
    # the day before, the night after
    "beside": rf"tU[er]|t[UP](?:[er]{CLAUSE_END}|L)",
    # in winter, late spring
    "season of the year": rf"(?<=[iAe>\[{{fb])t?X?-?S|{MOD}S",
    "holiday": rf"H{YEAR_AFTER}?",
    # today, late yesterday
    "deictic": r"(?:[XERz]-?)?T",
    # Friday, early Friday, Monday of next week
    "weekday": r"(?:[XER]-?j?)?W(?:f?t?L+U)?",
    "decade": rf"{MOD}?t?D",
    "clock": rf"{CLOCK}|{CLOCK_AFTER_AT}",
    # 1947-54
    "years": r"y[-/](?:s|d|y)(?![-/])",
    "year": rf"(?:{MOD}|X)?y",
    # on the 8th
    "day of month": r"(?<=j)to(?:ft?LU|(?=[,:;|)bjirefAE>]|$))",
    "part of day": DAY_PART,
    "overnight": r"O",
    # now, recently
    "reference": r"w",
}
"""Kinds of expression in order of preference, each a pattern over the letters of ``times_words``."""

GRAMMAR = re.compile("|".join(f"(?P<k{n}>{rule})" for n, rule in enumerate(RULES.values())))
KINDS = tuple(RULES)


class Expression(NamedTuple):
    """Words that name a time: their kind, and the pieces ``first`` up to but not including ``end``."""

    kind: str
    first: int
    end: int
    codes: str
    words: tuple[Word | None, ...]

    def numbers(self, letters: str) -> list[int]:
        """The numbers that words of these letters stand for, in text order."""
        return [w.number for w in self.words if w is not None and w.code in letters]

    def number(self, letters: str) -> int | None:
        """The first such number."""
        return next(iter(self.numbers(letters)), None)

    def names(self, letters: str) -> list[str]:
        """The names of words of these letters, in text order."""
        return [w.name for w in self.words if w is not None and w.code in letters]

    def name(self, letters: str) -> str | None:
        """The first such name."""
        return next(iter(self.names(letters)), None)


def expressions(pieces: Pieces) -> Iterator[Expression]:
    """All expressions of a text, in text order; none overlaps another."""
    for match in GRAMMAR.finditer(pieces.codes):
        assert match.lastgroup is not None
        first, end = match.span()
        yield Expression(KINDS[int(match.lastgroup[1:])], first, end, match[0], pieces.words[first:end])

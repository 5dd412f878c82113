"""Which names head the lines of a list by place: "Hillton: a shell killed two", below it "Tarn: ..."?"""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import takewhile

from dateline.reading.places.beside import Page, Spot

FEWEST = 2
"""Names that head lines: fewer are no list."""
LONGEST_BULLET = 4
"""Code points before the name: a bullet, an emoji, a dash."""
QUOTES = frozenset(('"', "“", "‘", "''", "``"))
SPEAKING = frozenset(("i", "we", "you", "my", "our"))
"""Words by which a line is what somebody says: "Jackson: I saw two"."""


def headed(page: Page, possible: Sequence[Spot], found: Sequence[Spot], about: Set[str]) -> frozenset[int]:
    """First tokens of the names that head lines, where several do that are of one of a report's countries.

    ``found`` are names that are places in it, ``about`` the countries that it speaks of by other words.
    """
    spoken = about | {c.country for spot in found for c in spot.candidates if c.country}
    heads = [spot for spot in possible if _heads_line(page, spot)]
    names: dict[str, set[str]] = {}
    for spot in heads:
        for country in {c.country for c in spot.candidates if c.country} & spoken:
            names.setdefault(country, set()).add(spot.name)
    several = {country for country in names if len(names[country]) >= FEWEST}
    return frozenset(s.first for s in heads if any(c.country in several for c in s.candidates))


def _heads_line(page: Page, spot: Spot) -> bool:
    """Whether nothing but a bullet stands before a name on its line, and behind it a colon, no quotation."""
    tokens, text = page.parse.tokens, page.parse.text
    if spot.end + 1 >= len(tokens) or tokens[spot.end].text != ":":
        return False
    start = text.rfind("\n", 0, tokens[spot.first].start) + 1
    before = text[start : tokens[spot.first].start]
    if len(before) > LONGEST_BULLET or any(c.isalnum() for c in before):
        return False
    end = text.find("\n", tokens[spot.end].end)
    line = list(takewhile(lambda t: end < 0 or t.start < end, tokens[spot.end + 1 :]))
    return bool(line) and line[0].text not in QUOTES and not any(t.lower in SPEAKING for t in line)

"""Which names before a colon say where: "Hillton: a shell killed two", below it "Tarn: ..."?"""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import takewhile

from dateline.codebook.places import SITES
from dateline.reading.places.beside import Page, Spot

SOME_TOWN = 10_000
"""People from which on a town may open a headline by its name alone."""
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


def is_label(page: Page, spot: Spot) -> bool:
    """Whether a town or province opens a paragraph before a colon: "Sloviansk: two dead in strike".

    Taggers take it for a body or a person; a person's name is told elsewhere, too.
    """
    tokens = page.parse.tokens
    if spot.end >= len(tokens) or tokens[spot.end].text != ":":
        return False
    if spot.first and "\n" not in page.parse.text[tokens[spot.first - 1].end : tokens[spot.first].start]:
        return False
    known = any(c.kind == "region" or c.population >= SOME_TOWN for c in spot.candidates)
    if not known or any(c.kind in SITES for c in spot.candidates):
        return False
    people = (e for e in page.parse.entities if e.label == "PERSON" and e.first != spot.first)
    return all(spot.name not in page.parse.words(e.first, e.end).split() for e in people)

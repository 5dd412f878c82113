"""Where might a place be named? Capitalised words that the gazetteer knows, or that the grammar marks."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.reading.parse import Parse
from dateline.reading.places.beside import (
    NAMED_AFTER,
    NO_KIND,
    SITE_KINDS,
    Page,
    Spot,
    cue_of,
    is_block,
    is_told,
    kind_behind,
    kinds_around,
)
from dateline.reading.places.capitals import capital_of
from dateline.reading.places.unlisted import is_cut, unknown

LONGEST = 8
"""Tokens in a place name, hyphens counted."""
OF_TOWN = 100_000
"""People from which on a town is what "the square of" names a part of."""


def spots(page: Page) -> Iterator[Spot]:
    """Possible place names in text order, none overlapping another, the longest known name first."""
    for sentence in page.parse.sentences:
        i = sentence.first
        while i < sentence.end:
            spot = _spot(page, i, sentence.end) if _may_begin(page.parse, i) else None
            if spot:
                yield spot
            i = spot.end if spot else i + 1


def _may_begin(parse: Parse, i: int) -> bool:
    token = parse.tokens[i]
    if token.text[0].isupper():
        return True
    return token.lower in ("al", "el") and i + 2 < len(parse.tokens) and parse.tokens[i + 1].text == "-"


def _spot(page: Page, i: int, limit: int) -> Spot | None:
    capital = capital_of(page, i)
    if capital is not None:
        return capital
    known = _longest_known(page, i, limit)
    if known is None:
        return unknown(page, i, limit)
    longer = unknown(page, i, limit) if is_cut(page, known) else None
    if longer is None or longer.end <= known.end:
        return known
    return longer if longer.kinds or longer.cue or is_told(page, longer.first, longer.end) else known


def _longest_known(page: Page, i: int, limit: int) -> Spot | None:
    for j in range(_reach(page, i, limit), i, -1):
        last = page.parse.tokens[j - 1]
        article = j == i + 1 and last.lower in ("al", "el")
        if article or not (last.text[0].isupper() or last.text[0].isdigit()):
            continue
        spot = _known(page, i, j)
        if spot:
            return spot
    return None


def _reach(page: Page, i: int, limit: int) -> int:
    """The end of the longest stretch from ``i`` that could be one name."""
    tokens, joiners = page.parse.tokens, page.codebook.place_words.cues.joiners
    j = i + 1
    while j < min(limit, i + LONGEST):
        token = tokens[j]
        close = tokens[j - 1].end == token.start
        if not (
            token.text[0].isupper()
            or token.lower in joiners
            or (token.text in ("-", "'", "’", "'s", "’s", "&") and (close or token.text == "&"))
            or (token.text[0].isdigit() and tokens[j - 1].text == "-" and close)
        ):
            break
        j += 1
    return j


def _known(page: Page, i: int, j: int) -> Spot | None:
    """The stretch as a name of the gazetteer, with the kind word behind it where that is part of the name."""
    parse = page.parse
    name = parse.words(i, j)
    kind, width = kind_behind(page, j)
    if kind in SITE_KINDS:
        longer = parse.words(i, j + width)
        candidates = page.gazetteer.candidates(longer)
        if candidates:
            return Spot(i, j + width, longer, candidates, frozenset((kind,)), cue_of(page, i))
        if parse.tokens[j].text[0].isupper() and kind in NAMED_AFTER:
            return None
    candidates = page.gazetteer.candidates(name)
    if not candidates:
        return None
    kinds = kinds_around(page, i, kind)
    large = kind is None and kinds <= NAMED_AFTER and not is_block(page, i)
    if large and any(c.population >= OF_TOWN for c in candidates):
        kinds = NO_KIND  # "a square of Baghdad"
    return Spot(i, j, name, candidates, kinds, cue_of(page, i))

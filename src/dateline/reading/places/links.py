"""How do the place names of a sentence stand to one another: one in the next, or side by side?"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.codebook.places import SITES
from dateline.gazetteer.resolve import holds
from dateline.reading.parse import Parse
from dateline.reading.places.beside import Page, Spot

LINKS = {",": ",", "(": ",", "in": "in", "of": "in", "and": "and", "or": "and", "&": "and"}
LONGEST_CHAIN = 4
"""Village, district, province, country: more names between commas are a list."""
DATELINE_END = frozenset(("-", "–", "—", "--", ">", ">>", ":"))
LONGEST_DATELINE = 10
"""Tokens between a dateline's place and the dash after it."""
SHORTEST = 3
"""Letters of a dateline's place."""


def container(page: Page, found: Sequence[Spot], n: int) -> int | None:
    """The index of the name that the text puts name ``n`` in: "Hillton, Anbar", "Hillton in Anbar".

    Names in a list ("Anbar, Basra and Maysan") hold none of each other.
    """
    link = _link(page, found, n)
    if link == "in":
        return n + 1
    last = n
    while _link(page, found, last) == ",":
        last += 1
    chain = last - n + 1
    return n + 1 if 1 < chain <= LONGEST_CHAIN and _link(page, found, last) != "and" else None


def is_bracketed(page: Page, found: Sequence[Spot], n: int) -> bool:
    """Whether the next name stands in brackets behind name ``n``, or says what that is a part of.

    "Hillton (Anbar)", "Hillton, circle of Orlow".
    """
    after = found[n + 1] if n + 1 < len(found) else None
    if after is None:
        return False
    between = page.parse.tokens[found[n].end : after.first]
    words = [t.lower for t in between if t.lower not in ("a", "the")]
    return words == ["("] or (len(words) == 3 and words[::2] == [",", "of"] and between[-2].tag == "NN")


def is_coordinated(page: Page, front: Spot, spot: Spot) -> bool:
    """Whether nothing but a comma or "and" stands between two names."""
    between = page.parse.tokens[front.end : spot.first]
    return 0 < len(between) <= 2 and all(LINKS.get(t.lower) in (",", "and") for t in between)


def _link(page: Page, found: Sequence[Spot], n: int) -> str | None:
    """What stands between name ``n`` and the next: a comma, "in", "and", or none of these."""
    if n + 1 >= len(found):
        return None
    tokens, words = page.parse.tokens, page.codebook.place_words
    between = range(found[n].end, found[n + 1].first)
    if not 0 < len(between) <= 5 or tokens[found[n].first].sentence != tokens[found[n + 1].first].sentence:
        return None
    links = []
    for i in between:
        lower = tokens[i].lower
        if lower in LINKS:
            links.append(LINKS[lower])
        elif links == [","] and tokens[i].tag == "NN" and tokens[i + 1].lower == "of":
            continue  # "Hillton, circle of Orlow"
        elif not (lower in words.cues.between or lower in words.bearings or words.kinds.get(tokens[i].lemma)):
            return None
    return next((link for link in ("and", "in", ",") if link in links), None)


def is_sited(page: Page, front: Spot | None, spot: Spot, after: Spot | None) -> bool:
    """Whether the name is a dateline, or a comma puts it in the next name, or the one in front in it.

    Of two names with a comma between them, the second must hold a place of the first's name.
    """
    return (
        is_dateline_name(page, spot)
        or (after is not None and _is_address(page, spot, after))
        or (front is not None and _is_address(page, front, spot))
    )


def _is_address(page: Page, inner: Spot, outer: Spot) -> bool:
    if _link(page, (inner, outer), 0) != ",":
        return False
    return any(
        holds(o, i) for o in outer.candidates for i in inner.candidates if o.kind not in ("town", *SITES)
    )


def is_dateline_name(page: Page, spot: Spot) -> bool:
    """Whether a name in capitals begins a line and a dash follows soon: "HILLTON, Colo. (AP) -"."""
    tokens = page.parse.tokens
    start = tokens[spot.first].start
    if in_opening_brackets(page.parse, start, spot.end):
        return True
    if not spot.name.isupper() or len(spot.name) < SHORTEST or (start and page.parse.text[start - 1] != "\n"):
        return False
    return any(t.text in DATELINE_END for t in tokens[spot.end : spot.end + LONGEST_DATELINE])


def in_opening_brackets(parse: Parse, start: int, end: int) -> bool:
    """Whether the words from code point ``start`` to token ``end`` open a line in brackets before a dash."""
    opened = parse.text[max(0, start - 2) : start]
    after = [t.text for t in parse.tokens[end : end + 2]]
    return opened in ("(", "\n(") and after[:1] == [")"] and after[1:] != [] and after[1] in DATELINE_END

"""Which short forms does a report introduce: "Northern Farmers Union (NFU)"?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from dateline.codebook.actors import Actors, fold
from dateline.model import EntityKind
from dateline.reading.parse import Parse

OPEN, CLOSE = frozenset("(["), frozenset(")]")
SMALL = frozenset(("of", "for", "the", "and", "in", "on", "to", "de", "la", "del", "y", "&"))
LONGEST = 12
"""Words of a full form that are looked at."""


class Acronym(NamedTuple):
    """The full form of a short form, and the kind of body by its words; unknown where they do not say."""

    name: str
    kind: EntityKind


def read_acronyms(parse: Parse, actors: Actors) -> Mapping[str, Acronym]:
    """Short forms in brackets right after the name that they shorten, or right before it."""
    found: dict[str, Acronym] = {}
    for token in parse.tokens[1:-2]:
        if token.text not in OPEN:
            continue
        inside, close = parse.tokens[token.i + 1], parse.tokens[token.i + 2]
        if _is_short(inside.text) and close.text in CLOSE:
            first = _full_form(parse, token.i, inside.text, actors)
            if first is not None and inside.text not in found:
                found[inside.text] = _acronym(parse, first, token.i, actors)
        before = parse.tokens[token.i - 1]
        if _is_short(before.text) and before.text not in found:
            end = next(
                (
                    k
                    for k in range(token.i + 1, min(token.i + LONGEST, len(parse.tokens)))
                    if parse.tokens[k].text in CLOSE
                ),
                None,
            )
            if end and _spells(parse, token.i + 1, end, before.text):
                found[before.text] = _acronym(parse, token.i + 1, end, actors)
    return found


def _is_short(text: str) -> bool:
    letters = text.replace("-", "").replace(".", "")
    return (
        2 <= len(letters) <= 10
        and letters.isalnum()
        and letters[0].isalpha()
        and sum(c.isupper() for c in letters) >= 2
        and " " not in text
    )


def _full_form(parse: Parse, end: int, short: str, actors: Actors) -> int | None:
    """First token of the name before ``end`` whose initials spell ``short``, or of the body's name there."""
    first = end
    while first > 0 and end - first < LONGEST:
        token = parse.tokens[first - 1]
        if token.sentence != parse.tokens[end].sentence or not (
            token.text[0].isupper() or token.lower in SMALL or token.text == "-" or token.tag in ("POS",)
        ):
            break
        first -= 1
        if token.text[0].isupper() and _spells(parse, first, end, short):
            return first
    while first < end and (parse.tokens[first].lower in SMALL or not parse.tokens[first].text[0].isupper()):
        first += 1
    named = any(fold(parse.tokens[k].text) in actors.name_heads for k in range(first, end))
    return first if named and end - first > 1 else None


def _spells(parse: Parse, first: int, end: int, short: str) -> bool:
    """Whether the initials of the words, small words left out or not, are the letters of the short form."""
    words = [t for t in parse.tokens[first:end] if t.text[0].isalpha() and t.tag != "POS"]
    letters = fold(short).replace(".", "").replace("-", "")
    every = "".join(fold(t.text)[0] for t in words)
    large = "".join(fold(t.text)[0] for t in words if t.lower not in SMALL)
    return len(words) > 1 and letters in (every, large)


def _acronym(parse: Parse, first: int, end: int, actors: Actors) -> Acronym:
    kind: EntityKind = "organisation"
    for k in range(first, end):
        word = fold(parse.tokens[k].text)
        if word in SMALL and kind != "organisation":
            break
        kind = actors.name_heads.get(word, kind)
    return Acronym(" ".join(parse.words(first, end).split()), kind)

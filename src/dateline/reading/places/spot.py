"""Where might a place be named? Capitalised words that the gazetteer knows, or that the grammar marks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dateline.codebook import Codebook
from dateline.codebook.places import PlaceKind
from dateline.gazetteer.lookup import Candidate, Gazetteer
from dateline.reading.parse import Named, Parse, Token

LONGEST = 8
"""Tokens in a place name, hyphens counted."""
SITE_KINDS: frozenset[PlaceKind] = frozenset(
    ("base", "camp", "airport", "crossing", "facility", "neighbourhood", "water")
)
"""Kinds whose word is part of the name: "Riverside hospital", but not "Hill county"."""
NAMED_AFTER: frozenset[PlaceKind] = frozenset(("facility", "neighbourhood"))
"""Kinds that bear the names of other places: "London Road" is not in London."""
PLACE_LABELS = frozenset(("GPE", "LOC", "FAC"))
NO_KIND: frozenset[PlaceKind] = frozenset()


class Page(NamedTuple):
    """A parse and what it is read with.

    ``entity`` gives each token's named entity, or none; ``persons`` the lower-case words of the names of
    persons in the report.
    """

    parse: Parse
    gazetteer: Gazetteer
    codebook: Codebook
    entity: tuple[Named | None, ...]
    persons: frozenset[str]


class Spot(NamedTuple):
    """A stretch of tokens that may name a place, half open.

    ``name`` is what is looked up; ``kinds`` what a word beside it says it is; ``cue`` the lower-case
    word before it that places follow, if any.
    """

    first: int
    end: int
    name: str
    candidates: tuple[Candidate, ...]
    kinds: frozenset[PlaceKind]
    cue: str | None


def page_of(parse: Parse, gazetteer: Gazetteer, codebook: Codebook) -> Page:
    """The parse with its named entities by token."""
    entity: list[Named | None] = [None] * len(parse.tokens)
    persons: set[str] = set()
    for named in parse.entities:
        for i in range(named.first, named.end):
            entity[i] = named
        if named.label == "PERSON" and named.end - named.first > 1:
            persons.update(t.lower for t in parse.tokens[named.first : named.end])
    return Page(parse, gazetteer, codebook, tuple(entity), frozenset(persons))


def spots(page: Page) -> Iterator[Spot]:
    """Possible place names in text order, none overlapping another, the longest known name first."""
    for sentence in page.parse.sentences:
        i = sentence.first
        while i < sentence.end:
            spot = _spot(page, i, sentence.end) if _may_begin(page.parse, i) else None
            if spot:
                yield spot
            i = spot.end if spot else i + 1


def before(page: Page, i: int) -> int:
    """The token that governs the name at ``i``: that in front, leaving out "the", "northern", "besieged"."""
    words = page.codebook.place_words
    i -= 1
    while i >= 0 and _passed_over(page.parse.tokens[i].lower, page):
        i -= 1
    if i >= 2 and page.parse.tokens[i].text == "-" and page.parse.tokens[i - 1].lower in words.bearings:
        return before(page, i - 1)
    return i


def kind_word(page: Page, i: int) -> PlaceKind | None:
    """What kind of place token ``i`` is a word for."""
    if not 0 <= i < len(page.parse.tokens):
        return None
    token = page.parse.tokens[i]
    kinds = page.codebook.place_words.kinds
    return kinds.get(token.lower) or kinds.get(token.lemma)


def _passed_over(lower: str, page: Page) -> bool:
    words = page.codebook.place_words
    return lower in words.cues.between or lower in words.bearings


def _may_begin(parse: Parse, i: int) -> bool:
    token = parse.tokens[i]
    if token.text[0].isupper():
        return True
    return token.lower in ("al", "el") and i + 2 < len(parse.tokens) and parse.tokens[i + 1].text == "-"


def _spot(page: Page, i: int, limit: int) -> Spot | None:
    end = _reach(page, i, limit)
    for j in range(end, i, -1):
        last = page.parse.tokens[j - 1]
        if not (last.text[0].isupper() or last.text[0].isdigit()):
            continue
        spot = _known(page, i, j)
        if spot:
            return spot
    return _unknown(page, i, limit)


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
    kind, width = _kind_behind(page, j)
    if kind in SITE_KINDS:
        longer = parse.words(i, j + width)
        candidates = page.gazetteer.candidates(longer)
        if candidates:
            return Spot(i, j + width, longer, candidates, frozenset((kind,)), _cue(page, i))
        if parse.tokens[j].text[0].isupper() and kind in NAMED_AFTER:
            return None
    candidates = page.gazetteer.candidates(name)
    if not candidates:
        return None
    kinds = _kinds_around(page, i, kind)
    return Spot(i, j, name, candidates, kinds, _cue(page, i))


def _kind_behind(page: Page, j: int) -> tuple[PlaceKind | None, int]:
    """The kind that the word or two after a name say, and how many tokens say it: "air base" is two."""
    tokens = page.parse.tokens
    kind = kind_word(page, j)
    if kind:
        return kind, 1
    if j + 1 < len(tokens) and tokens[j].sentence == tokens[min(j + 1, len(tokens) - 1)].sentence:
        second = kind_word(page, j + 1)
        if second in SITE_KINDS and tokens[j].tag.startswith(("NN", "JJ")):
            return second, 2
    return None, 0


def _kinds_around(page: Page, i: int, behind: PlaceKind | None) -> frozenset[PlaceKind]:
    """The kind from "X district" or "the district of X"."""
    if behind:
        return frozenset((behind,))
    governor = before(page, i)
    if governor >= 1 and page.parse.tokens[governor].lower == "of":
        kind = kind_word(page, governor - 1)
        if kind:
            return frozenset((kind,))
    kind = kind_word(page, i - 1)
    front = page.parse.tokens[i - 1]
    return frozenset((kind,)) if kind == "town" and front.tag == "NN" and front.text.islower() else NO_KIND


def _kinds_inside(page: Page, i: int, j: int) -> frozenset[PlaceKind]:
    """The kind that the last word of a name says: "Hill Village"."""
    kind = kind_word(page, j - 1) if j > i + 1 and page.parse.tokens[j - 1].text[0].isupper() else None
    return frozenset((kind,)) if kind else NO_KIND


def _cue(page: Page, i: int) -> str | None:
    governor = before(page, i)
    if governor < 0 or page.parse.tokens[governor].sentence != page.parse.tokens[i].sentence:
        return None
    lower = page.parse.tokens[governor].lower
    return lower if lower in page.codebook.place_words.cues.before else None


def _unknown(page: Page, i: int, limit: int) -> Spot | None:
    """A name that the gazetteer lacks: a place for the tagger, or a proper name with a kind word or a cue."""
    parse = page.parse
    if parse.tokens[i].tag == "DT":
        return None
    named = page.entity[i]
    if (
        named
        and _opens_with(parse, named, i)
        and named.label in PLACE_LABELS
        and parse.tokens[named.end - 1].tag.startswith("NNP")
    ):
        kinds = _kinds_around(page, i, None) or _kinds_inside(page, i, named.end)
        return Spot(i, named.end, parse.words(i, named.end), (), kinds, _cue(page, i))
    j = i
    while j < limit and _is_name_part(parse.tokens, i, j):
        j += 1
    kind, width = _kind_behind(page, j) if j > i else (None, 0)
    inside = _kinds_inside(page, i, j)
    if inside and kind is None:
        return Spot(i, j, parse.words(i, j), (), inside, _cue(page, i)) if _cue(page, i) else None
    if kind in SITE_KINDS and _cue(page, i):
        return Spot(i, j + width, parse.words(i, j + width), (), frozenset((kind,)), _cue(page, i))
    if j == i:
        return None
    kinds, cue = _kinds_around(page, i, kind), _cue(page, i)
    told = kinds and parse.tokens[before(page, i) - 1].text.islower()
    if told or cue in page.codebook.place_words.cues.strong:
        return Spot(i, j, parse.words(i, j), (), kinds if told else NO_KIND, cue)
    if _begins_line(parse, i) and parse.words(i, j).isupper() and j + 1 < limit:
        comma, after = parse.tokens[j], parse.tokens[j + 1]
        if comma.text == "," and after.tag.startswith("NNP"):
            return Spot(i, j, parse.words(i, j), (), NO_KIND, None)  # may be a dateline
    return None


def _begins_line(parse: Parse, i: int) -> bool:
    start = parse.tokens[i].start
    return start == 0 or parse.text[start - 1] == "\n"


def _opens_with(parse: Parse, named: Named, i: int) -> bool:
    """Whether an entity begins with token ``i``, but for an article."""
    return named.first == i or (named.first == i - 1 and parse.tokens[named.first].tag == "DT")


def _is_name_part(tokens: tuple[Token, ...], i: int, j: int) -> bool:
    token = tokens[j]
    if token.tag.startswith("NNP") or token.text == "-":
        return tokens[j - 1].end == token.start if token.text == "-" and j > i else token.text[0].isupper()
    return j > i and tokens[j - 1].text == "-" and token.text[0].isupper()

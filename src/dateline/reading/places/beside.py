"""What do the words beside a name say of it?"""

from __future__ import annotations

from typing import NamedTuple

from dateline.codebook import Codebook
from dateline.codebook.places import PlaceKind
from dateline.gazetteer.lookup import Candidate, Gazetteer
from dateline.reading.names import Named
from dateline.reading.parse import Parse, Token
from dateline.reading.tree import children

SITE_KINDS: frozenset[PlaceKind] = frozenset(
    ("base", "camp", "airport", "crossing", "facility", "neighbourhood", "water")
)
"""Kinds whose word is part of the name: "Riverside hospital", but not "Hill county"."""
NAMED_AFTER: frozenset[PlaceKind] = frozenset(("facility", "neighbourhood"))
"""Kinds that bear the names of other places: "London Road" is not in London."""
PLACE_LABELS = frozenset(("GPE", "LOC", "FAC"))
NO_KIND: frozenset[PlaceKind] = frozenset()

LONGEST_BODY = 4
"""Words from a town's name to that of its body."""


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


UNSURE = frozenset(("WORK_OF_ART", "PRODUCT", "EVENT", "GPE", "LOC", "FAC"))
"""What the tagger calls a name that it does not know, or a place."""

AREA_WORDS = 4
"""Tokens behind "X," in which the area that holds it is named."""

DATE_WORDS, LONGEST_DATE = 2, 8
"""Tokens of a date at the head of a line, and at most so many before the place."""


def before(page: Page, i: int) -> int:
    """The token that governs the name at ``i``: that in front, leaving out "the", "northern", "besieged"."""
    words = page.codebook.place_words
    i -= 1
    while i >= 0 and _passed_over(page.parse.tokens[i], page):
        i -= 1
    if i >= 2 and page.parse.tokens[i].text == "-" and page.parse.tokens[i - 1].lower in words.bearings:
        return before(page, i - 1)
    return i


def kind_word(page: Page, i: int) -> PlaceKind | None:
    """What kind of place token ``i`` is a word for."""
    if not 0 <= i < len(page.parse.tokens):
        return None
    token = page.parse.tokens[i]
    if token.tag.startswith("VB"):
        return None  # "stated"
    kinds = page.codebook.place_words.kinds
    return kinds.get(token.lower) or kinds.get(token.lemma)


def _passed_over(token: Token, page: Page) -> bool:
    words = page.codebook.place_words
    if token.lower in words.cues.between or token.lower in words.bearings:
        return True
    return (
        token.dep == "amod" and token.tag.startswith("JJ") and token.head > token.i and token.text.islower()
    )


def is_told(page: Page, first: int, end: int) -> bool:
    """Whether a word says that the name beside it is a place.

    "The village of X", "residents of X", "the X area", "X, a village in", "X, 12 km north of", "X, Orlow
    district", "the massacre at X", or what is entered.
    """
    tokens, words = page.parse.tokens, page.codebook.place_words
    if kind_word(page, end) or _is_area_word(page, end):
        return True
    if any(kind_word(page, t.i) or _is_area_word(page, t.i) for t in children(page.parse, end - 1, "appos")):
        return True
    if is_away(page, end) or _is_in_area(page, first, end):
        return True
    governor = before(page, first)
    if governor < 1:
        return False
    front = tokens[governor]
    if _is_attacked(page, first, governor) or heads_entry(page, first, end):
        return True
    if front.lemma in words.cues.entered and front.tag.startswith("VB"):
        return tokens[end - 1].head == governor and tokens[end - 1].dep in ("dobj", "nsubjpass")
    if front.lower == "of" and tokens[governor - 1].lower in page.codebook.tellings.sites.dwellers:
        return True
    if front.lower != "of" or not tokens[governor - 1].text.islower():
        return False  # "the Department of Health"
    return kind_word(page, governor - 1) is not None or _is_area_word(page, governor - 1)


def is_away(page: Page, end: int) -> bool:
    """Whether a name is told with how far off it lies: "X, 12 km north of", "X, some 40 miles from"."""
    tokens, words = page.parse.tokens, page.codebook.place_words
    if end >= len(tokens) or tokens[end].text != ",":
        return False
    at = end + 1
    while at < len(tokens) and tokens[at].lower in words.cues.roughly:
        at += 1
    return at + 1 < len(tokens) and tokens[at].tag == "CD" and tokens[at + 1].lower in words.units


def is_beset(page: Page, spot: Spot) -> bool:
    """Whether a noun tells what is done to places: "the massacre of Hillton"."""
    of = before(page, spot.first)
    front = page.parse.tokens[of - 1] if spot.cue == "of" and of > 0 else None
    return front is not None and front.lemma in page.codebook.place_words.cues.of_place


def _is_in_area(page: Page, first: int, end: int) -> bool:
    """Whether a name is told with what it is or its area: "X, the Orlow village", "X, Orlow district".

    Not so of what the tagger holds for a person or a body: "Ahmad, Orlow district police chief".
    """
    tokens, named = page.parse.tokens, page.entity[first]
    behind = tokens[end + 1 : end + 1 + AREA_WORDS] if end < len(tokens) and tokens[end].text == "," else ()
    if not behind or (named is not None and named.label not in UNSURE):
        return False
    if behind[0].lower in ("a", "an", "the"):
        behind = behind[1:]
    n = next((n for n, t in enumerate(behind) if kind_word(page, t.i)), 0)
    named_area = n > 0 and all(t.tag.startswith("NNP") for t in behind[:n])
    closed = n + 1 == len(behind) or not behind[n + 1].tag.startswith("NN")
    return named_area and closed and behind[n].text.islower()


def _is_attacked(page: Page, first: int, governor: int) -> bool:
    """Whether a name that is no body's or person's to the tagger stands in "the air strike on X".

    At what stands behind "the massacre at" it took place, whatever the tagger holds it for.
    """
    tokens, named, cues = page.parse.tokens, page.entity[first], page.codebook.place_words.cues
    noun = tokens[governor - 1]
    if tokens[governor].lower == "at":
        return noun.lemma in cues.attacks | cues.scenes
    if tokens[governor].lower not in ("on", "of") or noun.lemma not in cues.attacks:
        return False
    return named is None or named.label in UNSURE


def heads_entry(page: Page, first: int, end: int) -> bool:
    """Whether a name stands behind the date that begins a line: "22 June, near Hillton (Anbar).".

    So does the area in brackets behind it.
    """
    tokens = page.parse.tokens
    if first > DATE_WORDS and tokens[first - 1].text == "(":
        outer, end = first, first - 1
        first = end
        while first and end - first < AREA_WORDS and tokens[first - 1].text[0].isupper():
            first -= 1
        if first == end or ")" not in (t.text for t in tokens[outer + 1 : outer + 1 + LONGEST_DATE]):
            return False
    return _is_behind_date(page, first, end)


def _is_behind_date(page: Page, first: int, end: int) -> bool:
    tokens, text = page.parse.tokens, page.parse.text
    if first > DATE_WORDS and tokens[first - 1].lower in page.codebook.place_words.cues.before:
        first -= 1
    if first < DATE_WORDS or tokens[first - 1].text not in (",", ":", "-", "–", "—"):
        return False
    line = text.rfind("\n", 0, tokens[first].start) + 1
    head = [t for t in tokens[max(0, first - LONGEST_DATE) : first - 1] if t.start >= line]
    dated = (
        bool(head) and head[0].start == line and all(t.ent == "DATE" or not t.text[0].isalpha() for t in head)
    )
    closed = end >= len(tokens) or tokens[end].text in ("(", ".", ",", ":", "-", "–", "—")
    return dated and any(t.ent == "DATE" for t in head) and closed


def is_struck(page: Page, first: int, end: int) -> bool:
    """Whether a verb of attack or of taking ground stands before the name and has it as its object."""
    tokens, cues = page.parse.tokens, page.codebook.place_words.cues
    governor = before(page, first)
    if governor < 0 or not tokens[governor].tag.startswith("VB"):
        return False
    verb, last = tokens[governor], tokens[end - 1]
    struck = verb.lemma in cues.entered | cues.taken | cues.struck
    return struck and last.head == governor and last.dep == "dobj"


def _is_area_word(page: Page, i: int) -> bool:
    """Whether a token says no more than that a name is a place: "area", "outskirts"."""
    tokens = page.parse.tokens
    return 0 <= i < len(tokens) and tokens[i].lemma in page.codebook.place_words.cues.areas


def kind_behind(page: Page, j: int) -> tuple[PlaceKind | None, int]:
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


def kinds_around(page: Page, i: int, behind: PlaceKind | None) -> frozenset[PlaceKind]:
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


def is_block(page: Page, i: int) -> bool:
    """Whether a name is that of a street whose houses are counted by blocks: "the 700 block of Elm"."""
    governor = before(page, i)
    if governor < 2 or page.parse.tokens[governor].lower != "of":
        return False
    number, block = page.parse.tokens[governor - 2 : governor]
    return block.lower == "block" and number.tag == "CD"


def has_body(page: Page, end: int) -> bool:
    """Whether a body stands behind the name of its town: "Brindle police", "Brindle-Orlow Metro Police"."""
    sites = page.codebook.tellings.sites
    for token in page.parse.tokens[end : end + LONGEST_BODY]:
        if token.lower in sites.local_bodies:
            return True
        twin = token.text == "-" or (token.text[0].isupper() and page.parse.tokens[token.i - 1].text == "-")
        if token.lower not in sites.body_parts and not twin:
            return False
    return False


def kinds_inside(page: Page, i: int, j: int) -> frozenset[PlaceKind]:
    """The kind that the last word of a name says: "Hill Village"."""
    kind = kind_word(page, j - 1) if j > i + 1 and page.parse.tokens[j - 1].text[0].isupper() else None
    return frozenset((kind,)) if kind else NO_KIND


def cue_of(page: Page, i: int) -> str | None:
    """The word before the name at ``i`` that places follow: a preposition, or the lemma of a verb."""
    governor = before(page, i)
    if governor < 0 or page.parse.tokens[governor].sentence != page.parse.tokens[i].sentence:
        return None
    front, cues = page.parse.tokens[governor], page.codebook.place_words.cues
    if front.lower in cues.before:
        return front.lower
    taken = front.tag.startswith("VB") and front.lemma in cues.entered | cues.taken
    return front.lemma if taken else None

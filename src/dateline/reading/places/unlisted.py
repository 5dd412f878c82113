"""Which names are places though the gazetteer lacks them?"""

from __future__ import annotations

from dateline.reading.names import Named
from dateline.reading.parse import Parse, Token
from dateline.reading.places.beside import (
    NO_KIND,
    PLACE_LABELS,
    SITE_KINDS,
    Page,
    Spot,
    before,
    cue_of,
    is_struck,
    is_told,
    kind_behind,
    kind_word,
    kinds_around,
    kinds_inside,
)
from dateline.reading.places.links import is_dateline_name

NEAR = "near"
"""The word before a place's name that stands before hardly anything else of one capitalised word."""


def unknown(page: Page, i: int, limit: int) -> Spot | None:
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
        end = _before_bracket(parse, named) or _end_of_name(page, named.end)
        behind = kind_word(page, end)
        part = behind == "neighbourhood" or behind not in SITE_KINDS
        kinds = kinds_around(page, i, behind if part else None)
        kinds = kinds or kinds_inside(page, i, end)
        return Spot(i, end, parse.words(i, end), (), kinds, cue_of(page, i))
    j = i + 1 if _is_tagged_name(page, i) else i
    while j < limit and _is_name_part(parse.tokens, i, j):
        j += 1
    kind, width = kind_behind(page, j) if j > i else (None, 0)
    inside = kinds_inside(page, i, j)
    if inside and kind is None:
        placed = cue_of(page, i) is not None or is_struck(page, i, j)
        return Spot(i, j, parse.words(i, j), (), inside, cue_of(page, i)) if placed else None
    if kind in SITE_KINDS and (cue_of(page, i) or is_struck(page, i, j + width)):
        return Spot(i, j + width, parse.words(i, j + width), (), frozenset((kind,)), cue_of(page, i))
    if j == i:
        return None
    kinds, cue = kinds_around(page, i, kind), cue_of(page, i)
    short = parse.words(i, j).isupper() and j == i + 1
    area = kind is not None and kind not in SITE_KINDS
    told = kinds and not short and (area or parse.tokens[before(page, i) - 1].text.islower())
    if told or cue in page.codebook.place_words.cues.strong or is_told(page, i, j):
        return Spot(i, j, parse.words(i, j), (), kinds if told else NO_KIND, cue)
    if _begins_line(parse, i) and parse.words(i, j).isupper() and j + 1 < limit:
        comma, after = parse.tokens[j], parse.tokens[j + 1]
        if comma.text == "," and after.tag.startswith("NNP"):
            return Spot(i, j, parse.words(i, j), (), NO_KIND, None)  # may be a dateline
    return None


def is_marked(page: Page, spot: Spot) -> bool:
    """Whether a name that the gazetteer lacks is surely a place: by kind word, for the tagger, or as "in X".

    Nothing but a place is what a person's name after "in" means; bodies ("in Parliament") are another matter.
    """
    named = page.entity[spot.first]
    if spot.kinds or (named is not None and named.label in PLACE_LABELS) or is_dateline_name(page, spot):
        return True
    if is_told(page, spot.first, spot.end):
        return True
    last = page.parse.tokens[spot.end - 1]
    if last.dep != "pobj" or last.tag != "NNP" or spot.name.isupper():
        return False
    inside = spot.cue in page.codebook.place_words.cues.inside
    if inside and (named is None or named.label in ("NORP", "PERSON")):
        return True
    return spot.cue == NEAR and spot.end - spot.first == 1 and (named is None or named.label != "NORP")


def is_cut(page: Page, known: Spot) -> bool:
    """Whether a known name is only the beginning of an unknown one: "Tal" of "the village of Tal Korun".

    The tagger must hold the two together for a place, or a word beside them say that they are one; a kind
    word or a day behind a name is no part of it.
    """
    tokens, named = page.parse.tokens, page.entity[known.first]
    if tokens[known.first].lower in page.codebook.place_words.bearings:
        return False
    held = named is not None and named.end > known.end and _opens_with(page.parse, named, known.first)
    end = named.end if named and held else _end_of_name(page, known.end)
    rest = [tokens[n] for n in range(known.end, end) if tokens[n].text not in ("-", "'", "’")]
    if not rest or not all(t.tag.startswith("NNP") for t in rest):
        return False
    if all(kind_word(page, t.i) or t.lower in page.codebook.place_words.cues.behind for t in rest):
        return False
    return (held and named is not None and named.label in PLACE_LABELS) or is_told(page, known.first, end)


def _before_bracket(parse: Parse, named: Named) -> int | None:
    """Where an entity's name ends that the tagger takes together with the area in brackets behind it."""
    return next((i for i in range(named.first + 1, named.end) if parse.tokens[i].text == "("), None)


def _end_of_name(page: Page, end: int) -> int:
    """Where the noun ends that the word before ``end`` is a part of; ``end`` where it stands alone."""
    last = page.parse.tokens[end - 1]
    head = page.parse.tokens[last.head]
    inside = last.dep == "compound" and head.i >= end and page.entity[head.i] is None
    return head.i + 1 if inside and head.tag == "NNP" else end


def _begins_line(parse: Parse, i: int) -> bool:
    start = parse.tokens[i].start
    return start == 0 or parse.text[start - 1] == "\n"


def _opens_with(parse: Parse, named: Named, i: int) -> bool:
    """Whether an entity begins with token ``i``, but for an article."""
    return named.first == i or (named.first == i - 1 and parse.tokens[named.first].tag == "DT")


def _is_tagged_name(page: Page, i: int) -> bool:
    """Whether a capitalised word that is no noun for the tagger is a name: "Bemal" before "village"."""
    token, named = page.parse.tokens[i], page.entity[i]
    if token.tag.startswith("NNP") or page.parse.sentences[token.sentence].first == i or named is None:
        return False
    bears = token.text[0].isupper() and named.label in (*PLACE_LABELS, "ORG", "PERSON")
    return bears and kind_word(page, i + 1) is not None and page.codebook.countries.word(token.text) is None


def _is_name_part(tokens: tuple[Token, ...], i: int, j: int) -> bool:
    token = tokens[j]
    if j == i and token.text in ("al", "el"):
        return tokens[j + 1].text == "-"
    if token.tag.startswith("NNP") or token.text == "-":
        return tokens[j - 1].end == token.start if token.text == "-" and j > i else token.text[0].isupper()
    return j > i and tokens[j - 1].text == "-" and token.text[0].isupper()

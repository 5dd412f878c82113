"""Which places is something at, and what do "the base" and "the town" stand for?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.model import Mention, PlaceMention
from dateline.reading.attach import token_of
from dateline.reading.parse import Parse
from dateline.reading.tree import child, children, is_noun

AT = frozenset(
    ["in", "at", "near", "on", "outside", "inside", "around", "across", "through", "over", "within", "into", "of", "between", "along", "toward", "towards", "from", "off", "beside", "by", "throughout", "above", "under", "behind", "to", "beyond"]
)
AT_COUNTRY = frozenset(["in", "inside", "across", "throughout", "within", "over", "into"])
COARSE = frozenset(("country", "region"))


def located(parse: Parse, places: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """The places that something is said to be at, and later words that point back to them.

    A country that acts ("Marland attacked") or owns ("Marland troops") is no place of what happens.
    """
    at = [m for m in places if _is_site(parse, m)]
    return tuple(sorted((*at, *_pointing_back(parse, at)), key=lambda m: m.span))


def _is_site(parse: Parse, mention: PlaceMention) -> bool:
    i = token_of(parse, mention.span)
    token = parse.tokens[i]
    coarse = mention.value.precision in COARSE
    while token.dep in ("conj", "appos") and token.head != token.i:
        token = parse.tokens[token.head]
    above = parse.tokens[token.head]
    if token.dep == "prep" or token.tag == "IN":
        return True
    if token.dep in ("pobj", "pcomp"):
        if not coarse:
            return above.lower in AT
        return above.lower in AT_COUNTRY or (above.lower == "of" and _part_of_country(parse, above.head))
    if coarse:
        return False
    if token.dep in ("compound", "nmod", "poss", "amod"):
        return is_noun(above)
    return token.dep in ("dobj", "nsubjpass", "npadvmod", "attr", "ROOT", "dep", "nummod", "appos")


def _part_of_country(parse: Parse, i: int) -> bool:
    """Whether "of COUNTRY" says where: "the north of Marland", "the desert of Marland"."""
    return parse.tokens[i].lemma in (
        "north",
        "south",
        "east",
        "west",
        "desert",
        "city",
        "town",
        "village",
        "province",
        "region",
        "part",
        "coast",
        "border",
        "center",
        "centre",
        "area",
        "capital",
    )


def _pointing_back(parse: Parse, at: Sequence[PlaceMention]) -> list[PlaceMention]:
    """ "The base" after "Orlow, an air base" or "an air base in Orlow": the last place so described."""
    described: dict[str, PlaceMention] = {}
    found = []
    by_token = {token_of(parse, m.span): m for m in at}
    for token in parse.tokens:
        mention = by_token.get(token.i)
        if mention:
            for kind in _kinds(parse, token.i):
                described[kind] = mention
        elif is_noun(token) and token.lemma in described and _points_back(parse, token.i):
            place = described[token.lemma].value
            found.append(Mention("place", token.span, replace(place, text=token.text)))
    return found


def _kinds(parse: Parse, i: int) -> list[str]:
    """What a named place is called: the noun in apposition to it, over it, or that it modifies."""
    token = parse.tokens[i]
    kinds = [t.lemma for t in children(parse, i, "appos") if is_noun(t)]
    above = parse.tokens[token.head]
    if token.dep == "pobj" and above.dep == "prep" and is_noun(parse.tokens[above.head]):
        kinds.append(parse.tokens[above.head].lemma)
    if token.dep in ("compound", "nmod") and is_noun(above):
        kinds.append(above.lemma)
    return kinds


def _points_back(parse: Parse, i: int) -> bool:
    """Whether a noun is definite and says no more than its kind."""
    article = child(parse, i, "det")
    if article is None or article.lower not in ("the", "this", "that"):
        return False
    return not any(t.dep in ("prep", "appos", "compound", "amod", "relcl") for t in children(parse, i))

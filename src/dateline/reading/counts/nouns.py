"""Which noun does a number count?"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.codebook.counts import Counts
from dateline.reading.parse import Parse, Token

HYPHENED = ("VB", "RP", "IN")
"""Tags of words that stand before a noun only with a hyphen: "pick-up trucks"."""
BEFORE_NOUN = ("JJ", "VBN", "VBG", "NN", "CD", "HYPH", "AFX", "POS", "RB")
LONGEST = 12
PARTICLE = 2
"""Letters of "by" and "up", by which alone no noun is known."""


def noun_run(parse: Parse, start: int, book: Counts) -> Iterator[int]:
    """Nouns of the noun phrase that goes on at ``start``; the last is its head.

    Ends at the first word that cannot stand inside it, at a name after a plural ("two sons Adam and
    Paul"), and at time words ("killed three Monday").
    """
    head: Token | None = None
    for i in range(start, min(start + LONGEST, len(parse.tokens))):
        token = parse.tokens[i]
        if _is_hyphened(parse, i):
            continue
        if token.sentence != parse.tokens[start - 1].sentence or not token.tag.startswith(BEFORE_NOUN):
            quoted = token.lower in ('"', "“", "‘") and head is None
            if quoted or (head is None and token.lower in ("more", "other")):
                continue
            return
        if token.tag == "VBN" and any(c < start for c in token.children):
            return  # "one hit Erbil": what stands before is its subject
        noun = token.tag.startswith("NN") or (token.lower in ("old", "one") and i > start - 1)
        timed = token.ent in ("DATE", "TIME") and not is_person(noun_of(parse, i), book)
        if noun and timed and not _in_age(parse, i):
            return
        if head is not None and not _goes_on(parse, head, token):
            return
        if noun:
            head = token
            yield i


def _is_hyphened(parse: Parse, i: int) -> bool:
    """Whether a word that is no noun is part of a compound: "pick-up trucks"."""
    beside = parse.tokens[max(0, i - 1) : i + 2]
    return parse.tokens[i].tag.startswith(HYPHENED) and any(t.tag == "HYPH" for t in beside if t.i != i)


def _goes_on(parse: Parse, head: Token, token: Token) -> bool:
    """Whether the phrase goes on after its noun ``head`` with ``token``."""
    if token.tag in ("HYPH", "POS"):
        return True
    joined = parse.tokens[token.i - 1].tag in ("HYPH", "POS")
    following = parse.tokens[token.i + 1] if token.i + 1 < len(parse.tokens) else None
    if token.tag.startswith("NN") or token.lower in ("old", "olds"):
        plural_then_name = head.tag == "NNS" and token.tag.startswith("NNP")
        plural_then_one = head.tag == "NNS" and token.tag == "NN" and not _is_noun(following)
        return joined or not (plural_then_name or plural_then_one)
    guided = token.tag == "VBN" and head.tag == "NNP"  # "five Falcon guided bombs"
    inside = (
        (token.tag == "JJ" or guided)
        and _is_noun(following)
        and head.tag in ("NNP", "NN")
        and head.i == token.i - 1
    )
    return joined or inside


def _is_noun(token: Token | None) -> bool:
    return token is not None and token.tag.startswith("NN")


def _in_age(parse: Parse, i: int) -> bool:
    """Whether a time word is part of an age before a noun: "15-year-old"."""
    tokens = parse.tokens
    return (i + 1 < len(tokens) and tokens[i + 1].tag == "HYPH") or tokens[i - 1].tag == "HYPH"


def after_of(parse: Parse, i: int, book: Counts) -> int | None:
    """The noun after an "of" at ``i``, or after one more word ("12 more of", "12 out of")."""
    tokens = parse.tokens
    if i < len(tokens) and tokens[i].lower in ("more", "others", "out"):
        i += 1
    if i + 1 >= len(tokens) or tokens[i].lower != "of":
        return None
    i += 1
    while (
        i < len(tokens)
        and tokens[i].tag in ("DT", "PRP$", "CD", "PDT")
        and tokens[i].sentence == tokens[i - 1].sentence
    ):
        i += 1
    if i < len(tokens) and tokens[i].tag in ("PRP", "WP", "WDT"):
        return i
    nouns = list(noun_run(parse, i, book)) if i < len(tokens) else []
    harmed = i < len(tokens) and tokens[i].tag in ("JJ", "VBN") and tokens[i].lower in book.noun
    if nouns and not (harmed and not is_person(noun_of(parse, nouns[-1]), book)):
        return nouns[-1]
    # "Nine of the dead", "two of those killed".
    return i if i < len(tokens) and tokens[i].tag in ("JJ", "VBN") else None


def noun_of(parse: Parse, i: int) -> str:
    """The lemma to look a counted noun up by; of "passer-by" and "pick-up" that of the whole."""
    token = parse.tokens[i]
    if i > 1 and len(token.lower) == PARTICLE and parse.tokens[i - 1].text == "-":
        return f"{parse.tokens[i - 2].lower}{token.lower}"
    return token.lower.removesuffix("s") if token.tag.startswith("NNP") else token.lemma


def is_person(noun: str, book: Counts) -> bool:
    """Whether a lemma means a person."""
    counted = book.counted
    return noun in counted.persons or (len(noun) > 5 and noun.endswith(counted.endings))

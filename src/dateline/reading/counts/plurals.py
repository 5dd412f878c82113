"""People told in the plural without a number: "others were hurt", "a number of injuries"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.codebook.counts import Counts
from dateline.model import Number
from dateline.reading.counts.fits import other_kind
from dateline.reading.counts.nouns import is_person, noun_of
from dateline.reading.counts.phrases import Phrase
from dateline.reading.parse import Parse, Token
from dateline.reading.tree import child, children

BELOW_ZERO = re.compile(r"[-\u2212\u2013]\d[\d,]*")
LEAST = 2
"""What a plural without a number means at least."""


def read_plurals(parse: Parse, phrases: list[Phrase], book: Counts) -> list[Phrase]:
    """The plurals outside ``phrases``, in text order: each means two or more."""
    taken = {i for p in phrases for i in (*range(p.first, p.last), p.head)}
    taken |= {p.head + 2 for p in phrases if other_kind(parse, p, book)}  # "12 women and children"
    found = []
    for token in parse.tokens:
        if token.tag != "NNS" or token.i in taken:
            continue
        noun = noun_of(parse, token.i)
        if is_person(noun, book) or noun in book.plurals.nouns:
            phrase = _counted(parse, token, noun, book)
            if phrase is not None:
                found.append(phrase)
    return found


def _counted(parse: Parse, token: Token, noun: str, book: Counts) -> Phrase | None:
    """The phrase of a plural noun: bare, with "many" or the like, or after "a number of"."""
    if child(parse, token.i, "nummod", "poss", "case") or token.ent == "PERSON" or token.dep == "appos":
        return None
    words = [t for t in children(parse, token.i, "det", "predet", "amod") if t.i < token.i]
    if token.i and BELOW_ZERO.fullmatch(parse.tokens[token.i - 1].text):
        return None  # "-5 people" is a slip or a bullet: no number, and no plural without one
    vague = [t for t in words if t.lower in book.plurals.many]
    if any(t.tag in ("DT", "PDT", "WDT") and t not in vague for t in words):
        return None
    if parse.tokens[parse.tokens[token.head].head].lemma in book.toll.with_harm - book.plurals.quantities:
        return None  # "the tally of rebels killed" numbers them
    quantity = _quantity(parse, token, book)
    if quantity is not None and not any(t.lower in ("a", "an") for t in children(parse, quantity.i, "det")):
        return None  # "the number of people killed" numbers them
    if quantity is not None:
        first = min([quantity.i, *(t.i for t in children(parse, quantity.i, "det", "amod"))])
        value = Number(LEAST, None, parse.words(first, quantity.i + 1), parse.words(first, quantity.i + 1))
        return Phrase("many", value, first, quantity.i + 1, token.i + 1, quantity.i, noun, token.i)
    first = min([token.i, *(t.i for t in vague)])
    text = parse.words(first, token.i + 1)
    return Phrase(
        "many", Number(LEAST, None, text, text), first, token.i + 1, token.i + 1, token.i, noun, None
    )


def _quantity(parse: Parse, token: Token, book: Counts) -> Token | None:
    """The "number" of "a number of"."""
    of = parse.tokens[token.head]
    quantity = parse.tokens[of.head]
    return quantity if of.lower == "of" and quantity.lemma in book.plurals.quantities else None


def is_told(parse: Parse, phrase: Phrase, book: Counts) -> bool:
    """Whether a plural noun of harm is told as what happened: "injuries were reported", "led to deaths".

    "He suffered injuries" and "died of injuries" tell of one person.
    """
    token = parse.tokens[phrase.head]
    while token.dep == "conj" and token.head < token.i:
        token = parse.tokens[token.head]
    head = parse.tokens[token.head]
    if token.dep == "pobj" and head.lower in ("in", "to", "of"):
        head = parse.tokens[head.head]
    elif token.dep not in ("dobj", "nsubjpass", "attr"):
        return False
    return head.lemma in book.plurals.verbs


def wounded_beside(parse: Parse, phrases: list[Phrase], book: Counts) -> Iterator[Phrase]:
    """The "wounded" of "martyrs and wounded": an adjective that stands as a noun beside a plural one."""
    for phrase in phrases:
        for token in children(parse, phrase.head, "conj") if phrase.kind == "many" else ():
            if token.tag in ("VBN", "JJ", "VBD") and book.noun.get(token.lower) and not any(token.children):
                value = Number(LEAST, None, token.text, token.text)
                yield Phrase("many", value, token.i, token.i + 1, token.i + 1, token.i, token.lower, None)

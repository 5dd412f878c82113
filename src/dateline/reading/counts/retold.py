"""Which harm, told before, is a bare number of: "the army says 30", "up from the 11 of last week"?"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.codebook.counts import Counts
from dateline.model import PEOPLE, Field
from dateline.reading.counts.phrases import Phrase
from dateline.reading.counts.rules import AGAIN, UP_FROM
from dateline.reading.counts.slot import Slot
from dateline.reading.parse import Parse, Token
from dateline.reading.tree import child, children, is_verb
from dateline.reading.uncounted import YEAR

FEWEST = 3
"""A bare number that is said counts at least so many: "says one" counts nobody."""
ENDS = frozenset((".", ",", ";", "!", "?", ")", "\n", "\n\n"))
SENTENCES_BEFORE = 3
"""Sentences before a number in which what it counts is told."""


def said_again(parse: Parse, phrase: Phrase, book: Counts) -> Iterator[Slot]:
    """ "The army says 30", "had spoken of 48": of the harm told last before."""
    head = parse.tokens[phrase.head]
    above = parse.tokens[head.head]
    if phrase.noun or phrase.of is not None or (phrase.value.low or phrase.value.high or 0) < FEWEST:
        return
    verb = above
    if head.dep == "pobj" and above.lower == "of":
        verb = parse.tokens[above.head]
        said = verb.lemma in book.frames.speak
    else:
        said = head.dep in ("dobj", "ccomp", "attr", "npadvmod") and verb.lemma in book.frames.say
    attr = child(parse, above.i, "attr") if head.dep == "nsubj" and above.lemma == "be" else None
    is_tally = attr is not None and _is_tally(parse, attr, book)
    said = said or is_tally
    after = parse.tokens[phrase.last] if phrase.last < len(parse.tokens) else None
    closed = is_tally or after is None or after.text in ENDS or after.lower in ("and", "but", "while")
    if not said or not closed or not is_verb(verb):
        return
    first = parse.sentences[max(0, head.sentence - SENTENCES_BEFORE)].first
    taken = any(t.lemma in book.frames.abduct or t.lemma in book.frames.taken_from for t in parse.tokens)
    told = (f for t in reversed(parse.tokens[first : verb.i]) for f in (harm(t, book, taken),) if f in PEOPLE)
    field = next(told, None)
    if field is not None:
        yield Slot(head.i, field, verb.i, AGAIN)


def _is_tally(parse: Parse, token: Token, book: Counts) -> bool:
    """Whether a number is said to be a known tally: "137 was the true number"."""
    tally = token.lemma in book.toll.again | book.toll.with_harm
    return tally and any(t.lower == "the" for t in children(parse, token.i, "det"))


def up_from(parse: Parse, phrase: Phrase, book: Counts) -> Iterator[Slot]:
    """ "34 were injured, up from the 11 that it told of last week": 11, of the same people.

    "In May 80 people died, down from 112 in April" compares two months, and tells of others.
    """
    at = phrase.first - 1 if parse.tokens[phrase.first - 1].lower != "the" else phrase.first - 2
    if phrase.noun or at < 1 or parse.tokens[at].lower != "from":
        return
    first = parse.sentences[parse.tokens[at].sentence].first
    if parse.tokens[at - 1].lower not in book.toll.moved or at - 1 < first:
        return
    if _period(parse, first, at, book) and _period(
        parse, at, parse.sentences[parse.tokens[at].sentence].end, book
    ):
        return
    before = [(t, f) for t in parse.tokens[first : at - 1] for f in (harm(t, book),) if f in PEOPLE]
    if before:
        yield Slot(phrase.head, before[0][1], before[0][0].i, UP_FROM)


def than_counted(parse: Parse, phrase: Phrase, book: Counts) -> Iterator[Slot]:
    """ "94 were killed, fewer than the 115 counted by the council": 115, of the same harm."""
    at, first = phrase.first, parse.sentences[parse.tokens[phrase.first].sentence].first
    before = parse.tokens[max(first, at - 3) : at]
    if phrase.noun or phrase.of is not None or len(before) < 3 or before[0].tag not in ("JJR", "RBR"):
        return
    if [t.lower for t in before[1:]] != ["than", "the"]:
        return
    verb = child(parse, phrase.head, "acl", "relcl")
    if verb is None or verb.i < phrase.last or verb.lemma not in book.frames.say:
        return
    told = (f for t in reversed(parse.tokens[first : at - 3]) for f in (harm(t, book),) if f in PEOPLE)
    field = next(told, None)
    if field is not None:
        yield Slot(phrase.head, field, verb.i, AGAIN)


def _period(parse: Parse, first: int, end: int, book: Counts) -> bool:
    """Whether a month or year in which something happened is told: "in May", "last year"."""
    for token in parse.tokens[first:end]:
        within = token.dep == "pobj" and parse.tokens[token.head].lower in ("in", "during")
        named = token.lower in book.not_counts.months or YEAR.fullmatch(token.text)
        if (within and named) or (token.dep == "npadvmod" and token.lemma in book.toll.periods):
            return True
    return False


def harm(token: Token, book: Counts, taken: bool = False) -> Field | None:
    """The harm that a word tells; ``taken`` says that who is taken is abducted."""
    if taken and token.lemma in book.frames.take_away and token.tag == "VBN":
        return "captured"
    if token.lemma in book.toll.alone:
        return book.toll.field
    by_verb = book.object.get(token.lemma) or book.subject.get(token.lemma) if is_verb(token) else None
    by_noun = book.toll.fields.get(token.lemma) or (
        book.noun.get(token.lemma) if token.tag == "NNS" else None
    )
    return by_verb or book.state.get(token.lower) or by_noun

"""Which numbers is a tally said to be, or to move to and from: "the toll rose to 14 from 9"?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.codebook.counts import Counts
from dateline.model import Field, Number
from dateline.reading.counts.fits import unless_at_large
from dateline.reading.counts.nouns import is_person, noun_of
from dateline.reading.counts.retold import harm
from dateline.reading.counts.rules import TOLL, TOLL_BEFORE
from dateline.reading.counts.slot import Slot
from dateline.reading.counts.tallied import moved_to, mover
from dateline.reading.parse import Parse, Token
from dateline.reading.tree import children, is_verb, noun_phrase, put_at, subtree

PASSING = ("past", "above", "beyond", "over")
"""Words after which a tally is more than the number: "climbed past 40"."""


def tally_slots(parse: Parse, token: Token, field: Field, numbers: set[int], book: Counts) -> Iterator[Slot]:
    """The numbers that a tally is said to be or to move to and from."""
    for slot in _numbers(parse, token, field, numbers, book):
        anew = _anew(parse, token, slot)
        own = harm(anew, book) if anew else field
        if own:
            yield slot._replace(field=own)


def _anew(parse: Parse, tally: Token, slot: Slot) -> Token | None:
    """What a tally is told to be of anew before a number: "the number of wounded at 9 and of dead at 3"."""
    for i in range(slot.token - 1, tally.i + 2, -1):
        if parse.tokens[i - 1].lower == "of" and parse.tokens[i - 2].lower in ("and", ",", "but"):
            return parse.tokens[i]
    return None


def _numbers(parse: Parse, token: Token, field: Field, numbers: set[int], book: Counts) -> Iterator[Slot]:
    for c in children(parse, token.i, "prep", "appos"):
        for t in (c, *children(parse, c.i, "pobj")):
            if t.i in numbers and (c.dep == "appos" or c.lower in ("of", "to", "at")):
                yield Slot(t.i, field, token.i, TOLL)
    verb = parse.tokens[token.head]
    if token.dep == "nsubj" and token.lemma in book.toll.with_harm and verb.lemma not in book.toll.verbs:
        verb = mover(parse, token, book) or verb
    if not is_verb(verb) or verb.lemma not in book.toll.verbs:
        return
    for t in children(parse, verb.i, "dobj", "attr", "npadvmod", "oprd", "acomp"):
        if t.i in numbers and t.i != token.i:
            yield Slot(t.i, field, token.i, TOLL)
    for prep in _steps(parse, token, verb, book):
        todo = [prep, *children(parse, prep.i, "prep")]
        for p in todo:
            for t in children(parse, p.i, "pobj"):
                if t.i in numbers and p.lower in ("to", "at", *PASSING):
                    yield Slot(t.i, field, token.i, TOLL)
                elif t.i in numbers and p.lower == "from":
                    first = _from(parse, t, p, numbers)
                    yield Slot(t.i if first is None else first, field, token.i, TOLL_BEFORE)
                    if first is not None:
                        yield Slot(t.i, field, token.i, TOLL)
                todo += [c for c in children(parse, t.i, "prep") if c.lower in ("to", "from")]


def _from(parse: Parse, last: Token, preposition: Token, numbers: set[int]) -> int | None:
    """The first number of "from 41 to 36", which the parser may take for a part of the second."""
    between = range(preposition.i + 1, last.i)
    to = last.i > preposition.i + 2 and parse.tokens[last.i - 1].lower == "to"
    return next((i for i in between if i in numbers), None) if to else None


def _steps(parse: Parse, tally: Token, verb: Token, book: Counts) -> Iterator[Token]:
    """The prepositions by which a tally may move, also where the parser hung them on a verb inside it.

    "Raised the number of people known to have died to 14 from 9", "revised it down to 41".
    """
    yield from children(parse, verb.i, "prep")
    for particle in children(parse, verb.i, "advmod", "prt"):
        if particle.lower in book.toll.moved:
            yield from children(parse, particle.i, "prep")
    yield from children(parse, tally.i, "prep")
    if to := moved_to(parse, tally, book) or put_at(parse, tally):
        yield to
    for i in subtree(parse, tally.i):
        inside = parse.tokens[i]
        if is_verb(inside) and i > tally.i:
            yield from (p for p in children(parse, i, "prep") if p.lower in ("to", "from") or _at(parse, p))


def _at(parse: Parse, preposition: Token) -> bool:
    """Whether a bare number stands under "at": "put the number of men killed at 12"."""
    return preposition.lower == "at" and any(t.tag == "CD" for t in children(parse, preposition.i, "pobj"))


def tolled(parse: Parse, tally: int, first: int, value: Number, book: Counts) -> tuple[Number, str | None]:
    """The number that a tally gives, and the words for those in it; "the toll passed 230" is 231 or more.

    ``first`` is the token where the number begins.
    """
    verb = parse.tokens[parse.tokens[tally].head]
    above = verb.lemma in book.toll.above or (first > 0 and parse.tokens[first - 1].lower in PASSING)
    if above and value.low is not None and value.low == value.high:
        value = replace(value, low=value.low + 1, high=None)
    for of in children(parse, tally, "prep"):
        for t in children(parse, of.i, "pobj") if of.lower == "of" else ():
            if is_person(noun_of(parse, t.i), book):
                return value, unless_at_large(parse, noun_phrase(parse, t.i)[0], t.i, book)
    return value, None

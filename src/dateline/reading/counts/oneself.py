"""Who kills others and then himself: one more death, told with those of the others."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.codebook.counts import Counts
from dateline.reading.counts.roles import OBJECTS
from dateline.reading.counts.rules import LIVES, OBJECT
from dateline.reading.counts.slot import Slot
from dateline.reading.parse import Parse, Token
from dateline.reading.tree import ancestors, child, children, is_passive, is_verb


def oneself(parse: Parse, token: Token, book: Counts) -> Iterator[Slot]:
    """Slots of those who die by their own hand, but for the plain object of "killed himself".

    "Turned the gun on himself", "took his own life", "killed two people and then himself".
    """
    i, frames = token.i, book.frames
    if token.lemma in frames.turn:
        yield from _gun_turned(parse, token, book)
    elif (own := _own_death(parse, token, book)) is not None:
        yield Slot(own, "killed", i, LIVES)
    elif book.object.get(token.lemma) == "killed":
        for who in (*children(parse, i, "conj", "dep"), *_then(parse, i)):
            if who.lower in book.tally.self:
                yield Slot(who.i, "killed", i, OBJECT)


def _then(parse: Parse, i: int) -> Iterator[Token]:
    """What stands behind "then" before the next verb: "killed his wife, 39-year-old Rim, then himself"."""
    end = parse.sentences[parse.tokens[i].sentence].end
    for token in parse.tokens[i + 1 : end]:
        if is_verb(token):
            return
        if parse.tokens[token.i - 1].lower == "then":
            yield token


def with_others(parse: Parse, slot: Slot, book: Counts) -> Slot:
    """The slot of one who killed himself, under the word that tells how many others he killed.

    "Killed four people before turning the gun on himself": one more of those whom "killed" tells of.
    """
    if slot.field != "killed" or not is_oneself(parse, slot.token, book):
        return slot
    for above in ancestors(parse, slot.trigger):
        harm = is_verb(above) and book.object.get(above.lemma) in ("killed", "casualties")
        if harm and not is_passive(parse, above.i) and child(parse, above.i, *OBJECTS):
            return slot._replace(trigger=above.i)
    return slot


def is_oneself(parse: Parse, i: int, book: Counts) -> bool:
    """Whether a word stands for one who dies by his own hand: "himself", "his own life", "suicide"."""
    token = parse.tokens[i]
    if token.lemma == "life":
        return any(t.lower == "own" for t in children(parse, i))
    return token.lower in book.tally.self


def _own_death(parse: Parse, token: Token, book: Counts) -> int | None:
    """The "life" or "suicide" of one who "took his own life" or "committed suicide"."""
    if token.lemma not in book.frames.take_life and token.lemma != "commit":
        return None
    what = (t.i for t in children(parse, token.i, *OBJECTS) if t.lemma in ("life", "suicide"))
    return next((i for i in what if is_oneself(parse, i, book)), None)


def _gun_turned(parse: Parse, token: Token, book: Counts) -> Iterator[Slot]:
    """The slot of "turned the gun on himself"."""
    if not any(t.lemma in book.frames.guns for t in children(parse, token.i, *OBJECTS)):
        return
    for on in children(parse, token.i, "prep"):
        for who in children(parse, on.i, "pobj") if on.lower == "on" else ():
            if who.lower in book.tally.self:
                yield Slot(who.i, "killed", token.i, OBJECT)

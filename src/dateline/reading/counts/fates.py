"""What do set phrases tell of people: who gave their lives, was put out of action, buried or held?"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.codebook.counts import Counts
from dateline.reading.counts.nouns import is_person, noun_of
from dateline.reading.counts.roles import OBJECTS, harmed, subjects_of
from dateline.reading.counts.rules import BURIED, HELD, LIVES, LOSSES, PERSONS, TAKEN
from dateline.reading.counts.slot import Slot
from dateline.reading.parse import Parse, Token
from dateline.reading.tree import children, is_passive

TOLD_BESIDE = ("conj", "advcl")
"""Relations of a verb to the one whose people it goes on with: "killing nine soldiers and holding five"."""


def fates(parse: Parse, token: Token, book: Counts) -> Iterator[Slot]:
    """Slots of verb ``token`` where a set phrase tells what became of people."""
    frames, i = book.frames, token.i
    if token.lemma in frames.give_life and _gives_life(parse, token):
        yield from (Slot(s, "killed", i, LIVES) for s in subjects_of(parse, i))
    if token.lemma in frames.fall and any(t.lemma in frames.martyrs for t in children(parse, i)):
        yield from (Slot(s, "killed", i, LIVES) for s in subjects_of(parse, i))
    if token.lemma in frames.put_out and _is_under(parse, i, ("out", "of"), frames.action):
        yield from (Slot(t, "killed", i, PERSONS) for t, _ in harmed(parse, i, book))
    if token.lemma in frames.question and _is_under(parse, i, ("for",), frames.questioning):
        yield from (Slot(t, "captured", i, PERSONS) for t, _ in harmed(parse, i, book))
    if token.lemma in frames.admit and not is_passive(parse, i):
        wards = (t for t in children(parse, i, "nsubj") if t.lemma in frames.wards)
        if any(wards):
            yield from (Slot(t.i, "injured", i, TAKEN) for t in children(parse, i, *OBJECTS))
    if token.lemma in frames.bury and not _lies_under(parse, token, book):
        numbered = (t for t, _ in harmed(parse, i, book) if _is_numbered(parse, t))
        yield from (Slot(t, "killed", i, BURIED) for t in numbered)
    if token.lemma in frames.keep and _keeps_people(parse, token, book):
        yield from (Slot(t.i, "captured", i, HELD) for t in children(parse, i, *OBJECTS))
    if token.lemma in frames.amount:
        yield from _losses(parse, token, book)


def _is_under(parse: Parse, i: int, prepositions: tuple[str, ...], nouns: frozenset[str]) -> bool:
    """Whether one of the nouns stands under prepositions below token ``i``: "out of action"."""
    here = [i]
    for word in prepositions:
        here = [t.i for k in here for t in children(parse, k, "prep", "prt", "advmod") if t.lower == word]
    return any(t.lemma in nouns for k in here for t in children(parse, k, "pobj"))


def _gives_life(parse: Parse, token: Token) -> bool:
    """Whether somebody lays down their life, or pays with it; "gave his life to the church" lives on."""
    if any(t.lower == "to" for t in children(parse, token.i, "prep", "dative")):
        return False
    given = list(children(parse, token.i, *OBJECTS))
    given += [
        t for p in children(parse, token.i, "prep") if p.lower == "with" for t in children(parse, p.i, "pobj")
    ]
    return any(t.lemma == "life" and any(children(parse, t.i, "poss")) for t in given)


def _is_numbered(parse: Parse, i: int) -> bool:
    return parse.tokens[i].tag == "CD" or any(children(parse, i, "nummod"))


def _lies_under(parse: Parse, token: Token, book: Counts) -> bool:
    """Whether people are buried alive, or by what fell on them: "buried 12 people under the rubble"."""
    under = any(t.lower in ("under", "beneath", "alive") for t in children(parse, token.i))
    by = (t for p in children(parse, token.i, "agent") for t in children(parse, p.i, "pobj"))
    doers = (*children(parse, token.i, "nsubj"), *by)
    return under or any(not _is_somebody(parse, t, book) for t in doers)


def _is_somebody(parse: Parse, token: Token, book: Counts) -> bool:
    """Whether a word stands for people or a body of them; a thing in the singular has an article alone."""
    named = token.tag in ("PRP", "NNP", "NNPS", "NNS", "CD", "WP")
    return named or is_person(noun_of(parse, token.i), book) or token.lemma in book.frames.forces


def _keeps_people(parse: Parse, token: Token, book: Counts) -> bool:
    """Whether somebody, and no building, holds people: "said that it held seven others"."""
    if is_passive(parse, token.i):
        return False
    beside = parse.tokens[token.head]
    goes_on = token.dep in TOLD_BESIDE and book.object.get(beside.lemma) in ("killed", "captured", "injured")
    who = [parse.tokens[s] for s in subjects_of(parse, token.i)]
    if not goes_on and not (who and all(_holds(parse, t, book) for t in who)):
        return False
    held = list(children(parse, token.i, *OBJECTS))
    people = all(is_person(noun_of(parse, t.i), book) or t.lemma == "other" for t in held)
    bare = goes_on and all(t.tag == "CD" for t in held)
    return bool(held) and (people or bare) and all(_is_numbered(parse, t.i) for t in held)


def _holds(parse: Parse, token: Token, book: Counts) -> bool:
    """Whether a word stands for captors: "it", "the group", "rebels"; no jail that holds 300 inmates."""
    plain = token.tag in ("PRP", "NNP", "NNPS") or token.lemma in book.frames.forces | book.frames.captors
    return plain or is_person(noun_of(parse, token.i), book)


def _losses(parse: Parse, token: Token, book: Counts) -> Iterator[Slot]:
    """Slots of what losses amount to: "losses amounted to seven soldiers and five volunteers"."""
    subjects = (t for t in children(parse, token.i, "nsubj") if t.tag == "NNS")
    tallies = [t for t in subjects if t.lemma in book.frames.losses]
    told = (p for p in children(parse, token.i, "prep") if p.lower in ("to", "at"))
    for number in (t for p in told for t in children(parse, p.i, "pobj")):
        for tally in tallies if _is_numbered(parse, number.i) else ():
            people = is_person(noun_of(parse, number.i), book)
            if people or number.tag == "CD":
                lost = people and tally.lemma != "casualty"
                yield Slot(number.i, "killed" if lost else "casualties", tally.i, LOSSES)

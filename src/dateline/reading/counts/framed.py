"""Verbs that tell of harm only together with another word."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.codebook.counts import Counts
from dateline.reading.counts.roles import OBJECTS, harmed, subjects_of
from dateline.reading.counts.rules import (
    FAILED,
    HELD,
    LIVES,
    SHOT_DOWN,
    SOUGHT,
    SUFFERS,
    SURVIVES,
    TAKEN,
)
from dateline.reading.counts.slot import Slot
from dateline.reading.parse import Parse, Token
from dateline.reading.tree import child, children, is_passive, subtree


def particle_down(parse: Parse, i: int) -> bool:
    """Whether a verb goes with "down": "shot down"."""
    return any(c.lower == "down" for c in children(parse, i, "prt", "advmod"))


def framed(parse: Parse, token: Token, book: Counts) -> Iterator[Slot]:
    """Slots of verbs that tell of harm only together with another word."""
    frames, i = book.frames, token.i
    if token.lemma in frames.lose or token.lemma in frames.take_life:
        yield from _lost(parse, token, book)
    if _is_hurt(parse, token, book):
        for s in subjects_of(parse, i):
            yield Slot(s, "injured", i, SUFFERS)
    elif token.lemma in frames.treat and _to_hospital(parse, token, book):
        objects = [t.i for t in children(parse, i, *OBJECTS)]
        for s in subjects_of(parse, i) if is_passive(parse, i) else objects:
            yield Slot(s, "injured", i, TAKEN)
    elif token.lemma in frames.seek:
        for preposition in children(parse, i, "prep"):
            for sought in children(parse, preposition.i, "pobj") if preposition.lower == "for" else ():
                yield Slot(sought.i, "missing", i, SOUGHT)
    if token.lemma in frames.take_away and _takes_away(parse, token, book):
        for t, _ in harmed(parse, i, book):
            yield Slot(t, "captured", i, HELD)
    if token.lemma in frames.survive:
        for s in _survivors(parse, token, book):
            yield Slot(s, "injured", i, SURVIVES)
    yield from _of_weapons(parse, token, book)


def _takes_away(parse: Parse, token: Token, book: Counts) -> bool:
    """Whether people are taken by force: the report tells of a kidnapping, and no goal is told."""
    beside = children(parse, token.i, "prep", "prt", "oprd", "advcl")
    if any(t.lower in ("to", "into", "part", "over") for t in beside):
        return False
    return any(t.lemma in book.frames.abduct or t.lemma in book.frames.taken_from for t in parse.tokens)


def _of_weapons(parse: Parse, token: Token, book: Counts) -> Iterator[Slot]:
    """Slots of weapons: shot down, failed, or not gone off."""
    frames, i = book.frames, token.i
    if token.lemma in frames.shoot_down and particle_down(parse, i):
        for t, _ in harmed(parse, i, book):
            yield Slot(t, "intercepted", i, SHOT_DOWN)
            yield Slot(t, "destroyed", i, SHOT_DOWN)
    failed = token.lemma in frames.fail and not child(parse, i, "xcomp", "neg", "dobj")
    if failed or (token.lemma in frames.work and fails(parse, token, book)):
        for s in subjects_of(parse, i):
            yield Slot(s, "failed", i, FAILED)


def _is_hurt(parse: Parse, token: Token, book: Counts) -> bool:
    """Whether a verb's subject is hurt: "suffered burns", "was treated for wounds", "fights for life"."""
    frames, i = book.frames, token.i
    if token.lemma in frames.suffer and not is_passive(parse, i):
        return any(o.lemma in frames.injuries for o in children(parse, i, *OBJECTS))
    if token.lemma in frames.treat and is_passive(parse, i):
        return _for_injuries(parse, i, book)
    return token.lemma in frames.fight and _for_life(parse, i)


def _lost(parse: Parse, token: Token, book: Counts) -> Iterator[Slot]:
    """Slots of "lost their lives", "claimed 12 lives" and "lost 20 soldiers"."""
    for lost in children(parse, token.i, *OBJECTS):
        if lost.lemma == "life":
            yield from _lives(parse, token, lost, book)
        elif token.lemma in book.frames.lose and lost.lemma in book.frames.lost:
            yield Slot(lost.i, "killed", token.i, LIVES)


def _for_life(parse: Parse, i: int) -> bool:
    """Whether somebody fights for, or clings to, life."""
    preps = (p for p in children(parse, i, "prep") if p.lower in ("for", "to"))
    return any(t.lemma == "life" for p in preps for t in children(parse, p.i, "pobj"))


def _to_hospital(parse: Parse, token: Token, book: Counts) -> bool:
    """Whether a verb takes somebody to a hospital, in a clause that tells of no death."""
    if child(parse, token.i, "neg"):
        return False
    goals = (
        t for p in children(parse, token.i, "prep") if p.lower == "to" for t in children(parse, p.i, "pobj")
    )
    if not any(t.lower in book.frames.hospitals for t in goals):
        return False
    return not any(parse.tokens[i].lower in book.frames.no_patient for i in subtree(parse, token.i))


def _survivors(parse: Parse, token: Token, book: Counts) -> tuple[int, ...]:
    """Who is expected to survive: "they are expected to survive", "doctors expect both to survive"."""
    head = parse.tokens[token.head]
    if head.lemma not in book.frames.expect or child(parse, token.i, "neg") or child(parse, head.i, "neg"):
        return ()
    if any(children(parse, token.i, "nsubj")):
        return tuple(subjects_of(parse, token.i))
    return tuple(subjects_of(parse, head.i)) if is_passive(parse, head.i) else ()


def fails(parse: Parse, token: Token, book: Counts) -> bool:
    """Whether a verb is said not to have happened: "did not explode", "failed to explode"."""
    tried = token.dep == "xcomp" and parse.tokens[token.head].lemma in book.frames.fail
    return tried or child(parse, token.i, "neg") is not None


def _lives(parse: Parse, token: Token, life: Token, book: Counts) -> Iterator[Slot]:
    if token.lemma in book.frames.lose:
        for s in subjects_of(parse, token.i):
            yield Slot(s, "killed", token.i, LIVES)
        return
    yield Slot(life.i, "killed", token.i, LIVES)
    for of in children(parse, life.i, "prep"):
        for t in children(parse, of.i, "pobj"):
            yield Slot(t.i, "killed", token.i, LIVES)


def _for_injuries(parse: Parse, i: int, book: Counts) -> bool:
    """Whether verb ``i`` has "with" or "for" injuries below it."""
    todo = [c.i for c in children(parse, i, "prep", "acl", "advcl")]
    for p in todo:
        for c in children(parse, p, "pobj", "prep"):
            if c.lemma in book.frames.injuries:
                return True
            todo += [c.i] if c.dep == "prep" or c.tag.startswith("NN") else []
        todo += [c.i for c in children(parse, p, "prep") if c.i not in todo]
    return False

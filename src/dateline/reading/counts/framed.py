"""Verbs that tell of harm only together with another word."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.codebook.counts import Counts
from dateline.reading.counts.fates import fates
from dateline.reading.counts.fits import chain
from dateline.reading.counts.roles import OBJECTS, harmed, subjects_of
from dateline.reading.counts.rules import (
    ALIGHT,
    DRIVEN,
    FAILED,
    FALLEN,
    LIVES,
    NOT_SURVIVED,
    SHOT_DOWN,
    SOUGHT,
    STRUCK,
    SUBJECT,
    SUFFERS,
    SURVIVES,
    TO_DEATH,
    WITH,
)
from dateline.reading.counts.slot import Slot
from dateline.reading.counts.taken import taken
from dateline.reading.counts.treated import for_injuries, treated
from dateline.reading.parse import Parse, Token
from dateline.reading.tree import child, children, conjuncts, is_passive, is_verb, particle_down


def framed(parse: Parse, token: Token, book: Counts) -> Iterator[Slot]:
    """Slots of verbs that tell of harm only together with another word."""
    frames, i = book.frames, token.i
    if token.lemma in frames.lose or token.lemma in frames.take_life:
        yield from _lost(parse, token, book)
    if _is_hurt(parse, token, book):
        for s in subjects_of(parse, i):
            yield Slot(s, "injured", i, SUFFERS)
    elif token.lemma in frames.seek:
        for preposition in children(parse, i, "prep"):
            for sought in children(parse, preposition.i, "pobj") if preposition.lower == "for" else ():
                yield Slot(sought.i, "missing", i, SOUGHT)
    else:
        yield from treated(parse, token, book)
    yield from taken(parse, token, book)
    yield from fates(parse, token, book)
    if token.lemma in frames.attain and any(
        t.lemma in frames.martyrdom for t in children(parse, i, *OBJECTS)
    ):
        for s in subjects_of(parse, i):
            yield Slot(s, "killed", i, LIVES)
    if token.lemma in frames.survive:
        for s in _survivors(parse, token, book):
            yield Slot(s, "injured", i, SURVIVES)
    if _does_not_live(parse, token, book):
        for s in subjects_of(parse, i):
            yield Slot(s, "killed", i, NOT_SURVIVED)
    if token.lemma in frames.drive and _from_home(parse, token, book):
        for t in _borne(parse, token, book):
            yield Slot(t, "displaced", i, DRIVEN)
    if token.lemma in frames.flee and any(t.lemma in frames.homes for t in children(parse, i, *OBJECTS)):
        for t in subjects_of(parse, i):
            yield Slot(t, "displaced", i, DRIVEN)
    if _to_death(parse, token, book):
        for t in _borne(parse, token, book):
            yield Slot(t, "killed", i, TO_DEATH)
    if token.lemma in frames.struck and _by_shots(parse, token, book):
        for s in subjects_of(parse, i):
            yield Slot(s, "casualties", i, STRUCK)
    if (
        token.lemma in frames.fall
        and token.tag in ("VBD", "VBN")
        and not any(t.i > i for t in children(parse, i, "prep", "acomp", "advmod"))
    ):
        for s in subjects_of(parse, i):
            of = (t.lemma for p in children(parse, s, "prep") for t in children(parse, p.i, "pobj"))
            if frames.lost.intersection((parse.tokens[s].lemma, *of)):
                yield Slot(s, "killed", i, FALLEN)
    if token.lemma in frames.kindle:
        for t in _alight(parse, token, book):
            yield Slot(t, "damaged", i, ALIGHT)
    yield from _of_weapons(parse, token, book)


def _borne(parse: Parse, token: Token, book: Counts) -> list[int]:
    """Who bears what a verb tells: those it is done to, or its subject where it is done to nobody."""
    found = [t for t, _ in harmed(parse, token.i, book)]
    if found or child(parse, token.i, *OBJECTS):
        return found
    return list(subjects_of(parse, token.i)) if token.lemma in book.frames.drive | book.frames.fate else []


def _from_home(parse: Parse, token: Token, book: Counts) -> bool:
    """Whether a verb drives somebody from their homes, or to flee."""
    if any(t.lemma == "flee" for t in children(parse, token.i, "xcomp", "ccomp")):
        return True
    away = (p for p in children(parse, token.i, "prep") if p.lower in ("from", "of"))
    return any(t.lemma in book.frames.homes for p in away for t in children(parse, p.i, "pobj"))


def _to_death(parse: Parse, token: Token, book: Counts) -> bool:
    """Whether a verb is done to somebody until they die, or are in pieces."""
    to = [
        t for p in children(parse, token.i, "prep") if p.lower == "to" for t in children(parse, p.i, "pobj")
    ]
    torn = token.lemma in book.frames.tear and any(t.lower in book.frames.pieces for t in to)
    return torn or any(t.lower == "death" for t in to)


def _alight(parse: Parse, token: Token, book: Counts) -> list[int]:
    """What is set on fire, or what fire is set to."""
    fire = frozenset(t.i for t in children(parse, token.i) if t.lower in book.frames.flames)
    if fire & {t.i for t in children(parse, token.i, "dobj", "nsubjpass")}:
        return [t.i for t in _under(parse, token.i, "to")]
    if fire or any(t.lower in book.frames.flames for t in _under(parse, token.i, "on")):
        return [t for t, _ in harmed(parse, token.i, book) if t not in fire]
    return []


def _by_shots(parse: Parse, token: Token, book: Counts) -> bool:
    """Whether a passive verb tells that bullets or shrapnel did it."""
    agents = (p for p in children(parse, token.i, "agent", "prep") if p.lower == "by")
    by = any(t.lemma in book.frames.shots for p in agents for t in children(parse, p.i, "pobj"))
    return by and is_passive(parse, token.i)


def _of_weapons(parse: Parse, token: Token, book: Counts) -> Iterator[Slot]:
    """Slots of weapons: shot down, failed, or not gone off."""
    frames, i = book.frames, token.i
    if token.lemma in frames.assail:
        used = (p for p in children(parse, i, "prep") if p.lower == "with")
        yield from (Slot(t.i, "launched", i, WITH) for p in used for t in children(parse, p.i, "pobj"))
        by = (p for p in children(parse, i, "agent") if is_passive(parse, i))
        yield from (Slot(t.i, "hit", i, WITH) for p in by for t in children(parse, p.i, "pobj"))
    if token.lemma in frames.fall and _comes_down(parse, token) and not is_dud(parse, i, book):
        for s in subjects_of(parse, i):
            yield Slot(s, "hit", i, SUBJECT)
    if token.lemma in frames.shoot_down and particle_down(parse, i):
        for t, _ in harmed(parse, i, book):
            yield Slot(t, "intercepted", i, SHOT_DOWN)
            yield Slot(t, "destroyed", i, SHOT_DOWN)
    failed = token.lemma in frames.fail and not child(parse, i, "xcomp", "neg", "dobj")
    if failed or (token.lemma in frames.work and fails(parse, token, book)):
        for s in subjects_of(parse, _above(parse, token)):
            yield Slot(s, "failed", i, FAILED)


def _comes_down(parse: Parse, token: Token) -> bool:
    """Whether something falls on, in or near a place: not "fell short", nor "without exploding"."""
    preps = [t.lower for t in children(parse, token.i, "prep")]
    return "without" not in preps and any(p in ("on", "onto", "in", "into", "near", "at") for p in preps)


def _above(parse: Parse, token: Token) -> int:
    """The verb whose subject a verb shares: that of "two came down without exploding"."""
    prep = parse.tokens[token.head]
    return prep.head if token.dep == "pcomp" and is_verb(parse.tokens[prep.head]) else token.i


def _under(parse: Parse, i: int, preposition: str) -> Iterator[Token]:
    """What stands under a preposition of a verb."""
    preps = (p for p in children(parse, i, "prep") if p.lower == preposition)
    return (t for p in preps for t in children(parse, p.i, "pobj"))


def _is_hurt(parse: Parse, token: Token, book: Counts) -> bool:
    """Whether a verb's subject is hurt: "suffered burns", "was treated for wounds", "fights for life"."""
    frames, i = book.frames, token.i
    if token.lemma in frames.suffer and not is_passive(parse, i):
        borne = [*children(parse, i, *OBJECTS), *_under(parse, i, "from")]
        return any(o.lemma in frames.injuries for o in borne)
    if token.lemma in frames.treat and is_passive(parse, i):
        return for_injuries(parse, i, book)
    return token.lemma in frames.fight and _for_life(parse, i)


def _lost(parse: Parse, token: Token, book: Counts) -> Iterator[Slot]:
    """Slots of "lost their lives", "claimed 12 lives" and "lost 20 soldiers"."""
    for lost in children(parse, token.i, *OBJECTS):
        if lost.lemma == "life":
            yield from _lives(parse, token, lost, book)
            if token.lemma in book.frames.take_life:  # "cost six people their lives"
                others = (t for t in children(parse, token.i, *OBJECTS) if t.i < lost.i)
                yield from (Slot(t.i, "killed", token.i, LIVES) for t in others)
        elif token.lemma in book.frames.lose and lost.lower in book.nones.pronouns:
            yield Slot(lost.i, "killed", token.i, LIVES)
        elif token.lemma in book.frames.lose:
            for i in chain(parse, lost.i, False):
                if parse.tokens[i].lemma in book.frames.lost:
                    yield Slot(i, "killed", token.i, LIVES)


def _for_life(parse: Parse, i: int) -> bool:
    """Whether somebody fights for, or clings to, life."""
    preps = (p for p in children(parse, i, "prep") if p.lower in ("for", "to"))
    return any(t.lemma == "life" for p in preps for t in children(parse, p.i, "pobj"))


def _survivors(parse: Parse, token: Token, book: Counts) -> tuple[int, ...]:
    """Who is expected to survive: "they are expected to survive", "doctors expect both to survive"."""
    head = parse.tokens[token.head]
    if head.lemma not in book.frames.expect or child(parse, token.i, "neg") or child(parse, head.i, "neg"):
        return ()
    if any(children(parse, token.i, "nsubj")):
        return tuple(subjects_of(parse, token.i))
    return tuple(subjects_of(parse, head.i)) if is_passive(parse, head.i) else ()


def _does_not_live(parse: Parse, token: Token, book: Counts) -> bool:
    """Whether somebody is told not to have survived, or not to have made it."""
    frames = book.frames
    if not any(t.lower in frames.never for t in children(parse, token.i, "neg", "advmod")):
        return False
    behind = children(parse, token.i, "dobj", "prep", "prt", "ccomp", "xcomp", "acomp")
    through = next((t for t in behind if t.i > token.i), None)  # not "of whom two did not survive"
    if token.lemma in frames.make_it:
        goal = child(parse, token.i, "prep", "prt")
        return goal is None and any(t.lower == "it" for t in children(parse, token.i, "dobj", "ccomp"))
    return token.lemma in frames.outlive and (through is None or through.lower in frames.outlived)


def fails(parse: Parse, token: Token, book: Counts) -> bool:
    """Whether a verb is said not to have happened: "did not explode", "failed to explode"."""
    tried = token.dep == "xcomp" and parse.tokens[token.head].lemma in book.frames.fail
    tried |= token.dep == "pcomp" and parse.tokens[token.head].lower == "without"
    return tried or child(parse, token.i, "neg") is not None


def is_dud(parse: Parse, i: int, book: Counts) -> bool:
    """Whether what verb ``i`` brings down does not go off: "fell near the river, but did not explode"."""
    others = (parse.tokens[c] for c in conjuncts(parse, i) if c != i)
    return any(
        (t.lemma in book.frames.work and fails(parse, t, book)) or t.lemma in book.frames.fail
        for t in others
        if not child(parse, t.i, "nsubj", "nsubjpass")
    )


def _lives(parse: Parse, token: Token, life: Token, book: Counts) -> Iterator[Slot]:
    if token.lemma in book.frames.lose:
        for s in subjects_of(parse, token.i):
            yield Slot(s, "killed", token.i, LIVES)
        return
    yield Slot(life.i, "killed", token.i, LIVES)
    for of in children(parse, life.i, "prep"):
        for t in children(parse, of.i, "pobj"):
            yield Slot(t.i, "killed", token.i, LIVES)

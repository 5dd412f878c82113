"""Who is in a hospital, or treated?"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.codebook.counts import Counts
from dateline.reading.counts.fits import HARM
from dateline.reading.counts.roles import OBJECTS, subjects_of
from dateline.reading.counts.rules import TAKEN, TREATED
from dateline.reading.counts.slot import Slot
from dateline.reading.parse import Parse, Token
from dateline.reading.tree import child, children, is_passive, subtree

NEAR = 3
"""Sentences before that of a treatment within which harm is told."""


def treated(parse: Parse, token: Token, book: Counts) -> Iterator[Slot]:
    """Slots of those whom verb ``token`` brings to a hospital, has in one, or treats."""
    frames, i = book.frames, token.i
    if token.lemma in frames.lie and _to_hospital(parse, token, book, "in"):
        yield from (Slot(s, "injured", i, TAKEN) for s in subjects_of(parse, i))
    elif token.lemma in frames.treat and _to_hospital(parse, token, book):
        yield from (Slot(s, "injured", i, TAKEN) for s in _patients(parse, i))
    elif _undergoes(parse, token, book):
        yield from (Slot(s, "injured", i, TREATED) for s in subjects_of(parse, i))
    elif _is_cared_for(parse, token, book):
        yield from (Slot(s, "injured", i, TREATED) for s in _patients(parse, i))


def _patients(parse: Parse, i: int) -> list[int]:
    """Those who are treated: "12 are being treated", "doctors are treating 12"."""
    return (
        list(subjects_of(parse, i)) if is_passive(parse, i) else [t.i for t in children(parse, i, *OBJECTS)]
    )


def _is_cared_for(parse: Parse, token: Token, book: Counts) -> bool:
    """Whether people are being treated, or treated in a hospital or at the scene; not for an illness."""
    if token.lemma != "treat" or not _tells_of_wounds(parse, token, book):
        return False
    now = any(t.lower == "being" for t in children(parse, token.i, "auxpass")) or (
        token.tag == "VBG" and child(parse, token.i, "aux") is not None
    )
    at = (p for p in children(parse, token.i, "prep") if p.lower in ("at", "in"))
    sites = (t.lower for p in at for t in children(parse, p.i, "pobj"))
    return now or any(t in book.frames.hospitals or t == "scene" for t in sites)


def _undergoes(parse: Parse, token: Token, book: Counts) -> bool:
    """Whether a verb's subject receives treatment."""
    care = any(t.lemma in book.frames.care for t in children(parse, token.i, *OBJECTS))
    return care and token.lemma in book.frames.undergo and _tells_of_wounds(parse, token, book)


def _tells_of_wounds(parse: Parse, token: Token, book: Counts) -> bool:
    """Whether wounds alone can be meant: no manner ("treated badly"), illness or death is told."""
    adverbs = {t.lower for t in children(parse, token.i, "advmod") if t.lower.endswith("ly")}
    if not adverbs <= book.frames.now:
        return False
    behind = {p.lower for p in children(parse, token.i, "prep")}
    if behind & {"as", "like"} or ("for" in behind and not for_injuries(parse, token.i, book)):
        return False
    if any(parse.tokens[i].lower in book.frames.no_patient for i in subtree(parse, token.i)):
        return False
    first = parse.sentences[max(0, token.sentence - NEAR)].first
    return any(book.object.get(t.lemma) in HARM for t in parse.tokens[first : token.i])


def _to_hospital(parse: Parse, token: Token, book: Counts, preposition: str = "to") -> bool:
    """Whether a verb takes somebody to, or has them "in", a hospital, in a clause that tells of no death."""
    if child(parse, token.i, "neg"):
        return False
    goals = (
        t
        for p in children(parse, token.i, "prep")
        if p.lower == preposition
        for t in children(parse, p.i, "pobj")
        if preposition == "to" or not any(children(parse, t.i))  # "in the hospital" are staff, too
    )
    if not any(t.lower in book.frames.hospitals for t in goals):
        return False
    return not any(parse.tokens[i].lower in book.frames.no_patient for i in subtree(parse, token.i))


def for_injuries(parse: Parse, i: int, book: Counts) -> bool:
    """Whether verb ``i`` has "with" or "for" injuries below it."""
    todo = [c.i for c in children(parse, i, "prep", "acl", "advcl")]
    for p in todo:
        for c in children(parse, p, "pobj", "prep"):
            if c.lemma in book.frames.injuries:
                return True
            todo += [c.i] if c.dep == "prep" or c.tag.startswith("NN") else []
        todo += [c.i for c in children(parse, p, "prep") if c.i not in todo]
    return False

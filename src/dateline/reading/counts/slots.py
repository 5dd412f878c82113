"""Words of harm -> the tokens in their sentence that are harmed."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.codebook.counts import Counts
from dateline.model import Field
from dateline.reading.counts.framed import fails, framed, is_dud
from dateline.reading.counts.oneself import oneself
from dateline.reading.counts.roles import (
    OBJECTS,
    company,
    completed,
    harmed,
    is_bare_participle,
    is_nominal,
    subjects_of,
)
from dateline.reading.counts.rules import (
    BARE_PASSIVE,
    HELD,
    OBJECT,
    OF,
    PERSONS,
    SHOT_DOWN,
    STATE,
    SUBJECT,
    SUFFERS,
)
from dateline.reading.counts.slot import Slot
from dateline.reading.parse import Parse, Token
from dateline.reading.tree import child, children, is_noun, is_passive, is_verb, particle_down, subtree

HOW = ("advmod", "amod", "oprd", "acomp", "prep", "xcomp", "advcl")
BODIES = ("body", "corpse")
SMALL_CLAUSE = ("oprd", "acomp", "xcomp", "ccomp", "advcl", "attr", "dobj", "advmod")


def slots(parse: Parse, i: int, book: Counts) -> Iterator[Slot]:
    """The slots of token ``i``; none where it is no word of harm."""
    token = parse.tokens[i]
    lemma = token.lemma
    if is_verb(token):
        of_people = _of_people(parse, token, book)
        if of_people is not None:
            for t, _ in harmed(parse, i, book):
                yield Slot(t, of_people, i, PERSONS)
        if lemma in book.object:
            yield from _object(parse, token, book)
        elif token.lower in book.state:
            yield from _state(parse, token, book.state[token.lower])
        done = book.subject.get(lemma)
        if done and not fails(parse, token, book) and not (done == "hit" and is_dud(parse, i, book)):
            for t in (*subjects_of(parse, i), *company(parse, i, book)):
                yield Slot(t, done, i, SUBJECT)
        yield from framed(parse, token, book)
        if token.lower in book.frames.held:  # "took ten officers hostage", as some parses have it
            over = parse.tokens[token.head]
            for s in children(parse, i, "nsubj") if over.lemma in book.frames.hold else ():
                yield Slot(s.i, "captured", i, HELD)
        yield from oneself(parse, token, book)
    else:
        if token.lower in book.state:
            yield from _state(parse, token, book.state[token.lower])
        if is_noun(token) and (lemma in book.of or token.lower in book.of):
            yield from _of(parse, token, book)
        if token.lemma in book.frames.injuries:
            yield from _bearers(parse, token, book)
        if token.lower in book.frames.held:
            yield from _held(parse, token, book)
        if token.lower == "condition":
            yield from _condition(parse, token, book)


def _of_people(parse: Parse, token: Token, book: Counts) -> Field | None:
    """What a verb tells where it is said of people, alone or with a word that follows it: "mowed down"."""
    alone = book.object_people.get(token.lemma)
    pairs = (f"{token.lemma} {t.lower}" for t in children(parse, token.i) if t.i > token.i)
    return alone or next((book.object_with[p] for p in pairs if p in book.object_with), None)


def _object(parse: Parse, token: Token, book: Counts) -> Iterator[Slot]:
    """Slots of a verb whose object is harmed."""
    field = book.object[token.lemma]
    if any(t.lower in book.frames.hardly for t in children(parse, token.i, "advmod")):
        return  # "was nearly killed"
    if field in ("casualties", "injured"):
        killed = any(book.object.get(t.lemma) == "killed" for t in _shared(parse, token))
        field = "killed" if killed else _deadliness(parse, token, field, book)
    if field == "destroyed" and _by_defences(parse, token, book):
        for t, _ in harmed(parse, token.i, book):
            yield Slot(t, "intercepted", token.i, SHOT_DOWN)
        return
    if token.lemma in book.frames.shoot_down and particle_down(parse, token.i):
        return
    for t, bare in harmed(parse, token.i, book):
        yield Slot(t, field, token.i, BARE_PASSIVE if bare else OBJECT)
        other = _shares_object(parse, token, book)
        if other is not None and not bare:
            yield Slot(t, book.object[other.lemma], other.i, OBJECT)


def _by_defences(parse: Parse, token: Token, book: Counts) -> bool:
    """Whether air defence does it: "air defence destroyed 19 drones" in flight."""
    agents = (
        t
        for p in children(parse, token.i, "agent", "prep")
        if p.lower == "by"
        for t in children(parse, p.i, "pobj")
    )
    doers = (*children(parse, token.i, "nsubj"), *agents)
    return any(
        parse.tokens[i].lemma in book.frames.defences for t in doers for i in subtree(parse, t.i, "relcl")
    )


def _shared(parse: Parse, token: Token) -> Iterator[Token]:
    """Participles joined to a verb that have nobody of their own: "12 men shot and killed"."""
    for other in children(parse, token.i, "conj"):
        if other.tag in ("VBN", "VBD") and not child(parse, other.i, *OBJECTS, "nsubj", "nsubjpass"):
            yield other


def _shares_object(parse: Parse, token: Token, book: Counts) -> Token | None:
    """The verb of harm right before that has the same object: "killed or wounded 60 soldiers"."""
    other = parse.tokens[token.head]
    joined = (
        token.dep == "conj" and other.i == token.i - 2 and parse.tokens[token.i - 1].lower in ("and", "or")
    )
    return other if joined and other.lemma in book.object and not child(parse, other.i, *OBJECTS) else None


def _deadliness(parse: Parse, token: Token, field: Field, book: Counts) -> Field:
    """Whether a shooting killed or wounded, where its words say so: "fatally shot"; else ``field``."""
    for c in children(parse, token.i):
        words = {c.lower, *(parse.tokens[g].lower for g in c.children)}
        if words & book.frames.not_deadly:
            return "injured"
        if words & book.frames.deadly and c.dep in HOW:
            return "killed"
    return field


def _state(parse: Parse, token: Token, field: Field) -> Iterator[Slot]:
    """Slots of an adjective: its noun, its own subject, or that of the verb that it completes."""
    if field == "injured" and any(t.lower == "of" for t in children(parse, token.i, "prep")):
        return  # "three were critical of the plan"
    for t in children(parse, token.i, "nsubj", "nsubjpass", "nummod"):
        yield Slot(t.i, field, token.i, STATE)
    if child(parse, token.i, "nsubj"):
        return
    head = parse.tokens[token.head]
    if token.dep in ("amod", "acl", "appos", "nmod", "npadvmod") and is_nominal(head):
        yield Slot(head.i, field, token.i, STATE)
    elif token.dep == "conj" and head.dep in SMALL_CLAUSE:
        for s in completed(parse, token, parse.tokens[head.head]):
            yield Slot(s, field, token.i, STATE)
    elif token.dep in SMALL_CLAUSE:
        for s in completed(parse, token, head):
            yield Slot(s, field, token.i, STATE)
    elif head.lower == "as" and is_passive(parse, head.head):  # "five were listed as missing"
        for s in subjects_of(parse, head.head):
            yield Slot(s, field, token.i, STATE)


def _of(parse: Parse, token: Token, book: Counts) -> Iterator[Slot]:
    """Slots of a noun of harm: what stands after its "of"."""
    field = book.of.get(token.lemma) or book.of[token.lower]
    if field == "casualties":
        field = _deadliness(parse, token, field, book)
    preps = [*children(parse, token.i, "prep")]
    if token.dep == "conj" and not preps:  # "the abduction and murder of six"
        preps = [p for p in children(parse, token.head, "prep") if p.i == token.i + 1]
    inner = (t for p in preps if p.lower == "in" for t in children(parse, p.i, "pobj"))
    preps += [q for t in inner for q in children(parse, t.i, "prep")]
    for of in preps:  # "the death of six", "the death in combat of six"
        if of.lower == "of" or (of.lower == "to" and token.lemma in book.frames.injuries):
            for t in children(parse, of.i, "pobj", "pcomp"):
                yield Slot(t.i, field, token.i, OF)


def bears(parse: Parse, i: int, book: Counts) -> Token | None:
    """The wounds that people are told with: "11 people with machete wounds", "left a man with burns"."""
    follows = i + 1 < len(parse.tokens) and parse.tokens[i + 1].lower == "with"
    wounds = (t for t in children(parse, i + 1, "pobj") if t.lemma in book.frames.injuries) if follows else ()
    left = parse.tokens[i].tag == "NN" and parse.tokens[parse.tokens[i].head].lemma in book.frames.leave
    return next(iter(wounds), None) if left or parse.tokens[i].tag == "NNS" else None


def _bearers(parse: Parse, token: Token, book: Counts) -> Iterator[Slot]:
    """Slots of those who are told with their wounds, but not of the dead.

    Who is only come upon so may die: "found two men with gunshot wounds" are hurt or dead.
    """
    who = parse.tokens[parse.tokens[token.head].i - 1]
    found = who.dep in OBJECTS and parse.tokens[who.head].lemma in book.frames.come_upon
    if who.lemma not in BODIES and bears(parse, who.i, book) == token:
        yield Slot(who.i, "casualties" if found else "injured", token.i, SUFFERS)


def _held(parse: Parse, token: Token, book: Counts) -> Iterator[Slot]:
    """Slots of "hostage" and "custody": who is taken or held so."""
    head = parse.tokens[token.head]
    if any(children(parse, token.i, "det", "poss")) and token.lower != "hands":
        return
    if token.lower == "hands" and not _of_captors(parse, token, book):
        return
    if head.tag == "IN" and head.head != head.i:
        head = parse.tokens[head.head]
        if is_nominal(head):
            yield Slot(head.i, "captured", token.i, HELD)
            return
    if not is_verb(head):
        return
    objects = [t for t in children(parse, head.i, *OBJECTS) if t.i != token.i]
    objects += [t for t in children(parse, token.i, "compound") if t.tag == "NNS"]
    if head.lemma in book.frames.hold | book.frames.leave and objects and not is_passive(parse, head.i):
        for o in objects:
            yield Slot(o.i, "captured", token.i, HELD)
    elif head.lemma in ("be", "remain") or is_passive(parse, head.i) or is_bare_participle(parse, head):
        for s in subjects_of(parse, head.i):
            yield Slot(s, "captured", token.i, HELD)


def _of_captors(parse: Parse, token: Token, book: Counts) -> bool:
    """Whether "hands" are those of captors: "are in the hands of kidnappers"."""
    of = (p for p in children(parse, token.i, "prep") if p.lower == "of")
    return any(t.lemma in book.frames.taken_from for p in of for t in children(parse, p.i, "pobj"))


def _condition(parse: Parse, token: Token, book: Counts) -> Iterator[Slot]:
    """Slots of "in critical condition": those who are, remain or are listed so."""
    prep = parse.tokens[token.head]
    verb = parse.tokens[prep.head]
    told = any(t.lower in book.frames.condition for t in children(parse, token.i, "amod", "compound"))
    if prep.lower == "in" and told and is_verb(verb):
        for s in subjects_of(parse, verb.i):
            yield Slot(s, "injured", token.i, STATE)

"""Which words in a sentence a verb or an adjective tells its harm of."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.codebook.counts import Counts
from dateline.reading.counts.nouns import is_person, noun_of
from dateline.reading.parse import Parse, Token
from dateline.reading.tree import child, children, is_noun, is_passive, is_verb, subjects

OBJECTS = ("dobj", "obj", "dative")
RELATIVE = frozenset(("who", "that", "which", "whom"))
TOGETHER = frozenset(("along", "together"))
FOUND = ("ccomp", "xcomp", "oprd", "acomp")
"""Relations of a participle to "found" in "were found shot", "found two people shot"."""


def harmed(parse: Parse, i: int, book: Counts) -> Iterator[tuple[int, bool]]:
    """Tokens in the object's role of verb ``i``, and whether that is so for want of any object."""
    token = parse.tokens[i]
    # The parser takes a bare number for an adverb: "shot down three of four drones".
    numbers = [
        t for t in children(parse, i, "npadvmod") if t.tag == "CD" and parse.tokens[t.i - 1].dep == "prt"
    ]
    objects = [t for t in (*children(parse, i, *OBJECTS), *numbers) if not _is_time(t)]
    if _is_passive(parse, i):
        if token.dep in ("acl", "amod") and not child(parse, i, "nsubjpass"):
            yield token.head, False
            return
        for t in (*subjects_of(parse, i), *company(parse, i, book)):
            yield t, False
        return
    if objects:
        for o in objects:
            if o.lower in RELATIVE and token.dep == "relcl":
                yield token.head, False
            else:
                yield o.i, False
        return
    own_subject = any(t.lower not in RELATIVE for t in children(parse, i, "nsubj"))
    if token.dep == "relcl" and token.tag != "VBG" and own_subject:
        yield token.head, False
        return
    if token.tag in ("VBN", "VBD"):
        if token.dep == "acl":
            yield token.head, False
        elif token.dep in FOUND and token.tag == "VBN" and not child(parse, i, "nsubj", "aux"):
            for t in completed(parse, token, parse.tokens[token.head]):
                yield t, False
        elif not _is_active(parse, i, book):
            for t in subjects_of(parse, i):
                yield t, True


def _is_time(token: Token) -> bool:
    """Whether an object is none but a time: "killed Sunday evening"."""
    return token.ent in ("DATE", "TIME") and token.lemma != "old"


def _is_passive(parse: Parse, i: int) -> bool:
    """Whether a verb is passive, also as "killed" in "was shot and killed", tagged as a past tense."""
    token = parse.tokens[i]
    if token.tag == "VBD" and token.dep == "conj" and not child(parse, i, "nsubj", "aux"):
        objects = any(not _is_time(t) for t in children(parse, i, *OBJECTS))
        return not objects and _is_passive(parse, token.head)
    return is_passive(parse, i)


def _is_active(parse: Parse, i: int, book: Counts) -> bool:
    """Whether a verb without an object is active: "had killed", "shot at them", "shot and killed him"."""
    own = ("down", *(p.split()[1] for p in book.object_with if p.split()[0] == parse.tokens[i].lemma))
    if child(parse, i, "aux", "ccomp", "xcomp") or any(t.lower not in own for t in children(parse, i, "prt")):
        return True  # but "40 huts burned down"
    if any(t.lower == "at" for t in children(parse, i, "prep")):
        return True
    if parse.tokens[i].dep == "conj":
        return child(parse, i, "nsubj") is None
    return any(
        is_verb(t) and child(parse, t.i, *OBJECTS) and not child(parse, t.i, "nsubj")
        for t in children(parse, i, "conj")
    )


def company(parse: Parse, i: int, book: Counts) -> Iterator[int]:
    """Those who share the subject's lot: "was killed along with two sons", "as were three guards"."""
    end = parse.sentences[parse.tokens[i].sentence].end
    for token in parse.tokens[i + 1 : end]:
        if token.tag in ("VBD", "VBZ", "VBP", "VBG"):
            break
        joined = token.lower == "with" and (token.head == i or parse.tokens[token.i - 1].lower in TOGETHER)
        if joined or token.lower == "alongside":
            for t in children(parse, token.i, "pobj"):
                if t.tag == "CD" or t.ent == "PERSON" or is_person(noun_of(parse, t.i), book):
                    yield t.i
    for clause in children(parse, i, "advcl"):
        alike = clause.lemma == "be" and any(t.lower == "as" for t in children(parse, clause.i, "mark"))
        if alike and not child(parse, clause.i, "acomp", "attr"):
            for t in children(parse, clause.i, "nsubj"):
                if t.i > clause.i:  # not "as he was at home"
                    yield t.i


def subjects_of(parse: Parse, i: int) -> Iterator[int]:
    """Subjects of verb ``i``; for a relative pronoun the noun that it stands for."""
    token = parse.tokens[i]
    found = subjects(parse, i)
    if not found and token.dep == "conj" and not is_verb(parse.tokens[token.head]):
        # A verb that the parser coordinated with its own subject: "Five of the shells and hit the wall".
        yield token.head
    elif not found and token.dep in ("acl", "relcl"):
        yield token.head
    elif not found and is_passive(parse, i):
        yield from _before_passive(parse, i)
    for subject in found:
        owner = parse.tokens[subject.head]
        if subject.lower in RELATIVE and owner.dep == "relcl":
            yield owner.head
        else:
            yield subject.i


def _before_passive(parse: Parse, i: int) -> Iterator[int]:
    """The noun before a passive whose subject the parser gave to a date: "On 3 May two men were shot"."""
    first = child(parse, i, "aux", "auxpass")
    before = parse.tokens[first.i - 1] if first is not None and first.i else None
    if before is not None and before.dep == "pobj" and before.tag == "NNS":
        dated = parse.tokens[before.head + 1 : before.i]
        if any(t.ent in ("DATE", "TIME") for t in dated):
            yield before.i


def is_bare_participle(parse: Parse, token: Token) -> bool:
    """Whether a participle stands without auxiliary, as in headlines: "23 shoppers taken hostage"."""
    return token.tag in ("VBN", "VBD") and not child(parse, token.i, "aux", "auxpass")


def is_nominal(token: Token) -> bool:
    """Whether a word can stand for people or things: noun, number, pronoun."""
    return is_noun(token) or token.tag in ("CD", "DT", "PRP")


def completed(parse: Parse, token: Token, verb: Token) -> Iterator[int]:
    """Tokens that a verb completed by ``token`` says it of: "left 12 dead", "is missing"."""
    if not is_verb(verb):
        return
    objects = [t.i for t in children(parse, verb.i, *OBJECTS) if t.i != token.i]
    passive = is_passive(parse, verb.i)
    if not passive:
        yield from objects
    if passive and verb.dep == "acl":
        yield verb.head
    elif passive or (not objects and token.dep != "dobj"):
        yield from subjects_of(parse, verb.i)

"""Words that tell of an occurrence only in company: "seized" with weapons, with a village, with a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dateline.codebook.event_types import EventType, WordClass
from dateline.reading.events.lexicon import Framing
from dateline.reading.events.weapons import Weapon
from dateline.reading.parse import Parse, Token
from dateline.reading.tree import children, conjuncts, is_noun, is_passive, is_verb, subjects

SUFFERING = frozenset(("of", "on", "at", "with", "against", "into", "over", "to"))
"""Prepositions under which stands what a verb or an event noun is done to."""

QUANTITY = frozenset(("of",))


def fits(
    parse: Parse, i: int, framing: Framing, weapons: Mapping[int, Weapon], kind: EventType | None
) -> bool:
    """Whether the word at ``i``, alone of type ``kind``, stands in the company that a frame asks for."""
    frame, token = framing.frame, parse.tokens[i]
    if framing.particle and not any(t.lower == framing.particle for t in children(parse, i)):
        return False
    if frame.families and (kind is None or kind.family not in frame.families):
        return False
    if frame.bare and any(t.dep in ("dobj", "ccomp", "nsubjpass") for t in children(parse, i)):
        return False
    if frame.object and not _any(objects(parse, token), framing.objects, weapons):
        return False
    if frame.subject and not _any(doers(parse, token), framing.subjects, weapons):
        return False
    if not frame.near:
        return True
    sentence = parse.sentences[token.sentence]
    around = [parse.tokens[n] for n in range(sentence.first, sentence.end) if n != i]
    return all(_any(around, (each,), weapons) for each in framing.near)


def is_nothing(parse: Parse, i: int, framings: Sequence[Framing], weapons: Mapping[int, Weapon]) -> bool:
    """Whether the first frame that fits the word at ``i`` says that nothing of the kind occurred."""
    first = next((f for f in framings if fits(parse, i, f, weapons, None)), None)
    return first is not None and first.type is None


def objects(parse: Parse, token: Token) -> Iterator[Token]:
    """What a verb or an event noun is done to, with what is coordinated with it or stands under "of"."""
    found: list[Token] = []
    if is_verb(token):
        if is_passive(parse, token.i):
            found += subjects(parse, token.i)
        if token.dep == "acl" and token.tag == "VBN":
            found.append(parse.tokens[token.head])
        found += children(parse, token.i, "dobj", "oprd", "attr")
        if not found:  # "attacked and injured the crowd"
            found += [o for v in children(parse, token.i, "conj") for o in children(parse, v.i, "dobj")]
    else:
        found += children(parse, token.i, "compound", "amod", "poss", "nmod")
    for preposition in children(parse, token.i, "prep"):
        if preposition.lower in SUFFERING:
            found += children(parse, preposition.i, "pobj")
    yield from _widened(parse, found)


def doers(parse: Parse, token: Token) -> Iterator[Token]:
    """What does it: subject, agent, owner of an event noun."""
    found: list[Token] = []
    if is_verb(token):
        if not is_passive(parse, token.i):
            found += subjects(parse, token.i)
        if token.dep == "acl" and token.tag == "VBG":
            found.append(parse.tokens[token.head])
    else:
        found += children(parse, token.i, "compound", "amod", "poss", "nmod")
    for by in children(parse, token.i, "agent", "prep"):
        if by.lower in ("by", "between"):
            found += children(parse, by.i, "pobj")
    yield from _widened(parse, found)


def _widened(parse: Parse, found: list[Token]) -> Iterator[Token]:
    """Each noun, those coordinated with it, their modifiers, and for all of them what stands under "of"."""
    for token in found:
        for i in conjuncts(parse, token.i):
            yield parse.tokens[i]
            yield from children(parse, i, "compound", "amod", "nmod", "poss")
            for of in children(parse, i, "prep"):
                if of.lower in QUANTITY:
                    for inner in children(parse, of.i, "pobj"):
                        yield from (parse.tokens[n] for n in conjuncts(parse, inner.i))
                        yield from children(parse, inner.i, "compound")


def _any(
    tokens: Iterator[Token] | list[Token], classes: tuple[WordClass, ...], weapons: Mapping[int, Weapon]
) -> bool:
    return any(
        t.lemma in c.words
        or t.lower in c.words
        or (t.ent in c.labels and is_noun(t))
        or (c.weapons and t.i in weapons)
        for t in tokens
        for c in classes
    )

"""Words that tell of an occurrence only in company: "seized" with weapons, with a village, with a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dateline.codebook.event_types import EventType, WordClass
from dateline.reading.events.lexicon import Framing
from dateline.reading.events.scene import Scene
from dateline.reading.parse import Parse, Token
from dateline.reading.tree import children, conjuncts, is_noun, is_passive, is_verb, subjects

SUFFERING = frozenset(("of", "on", "at", "with", "against", "into", "over", "to"))
"""Prepositions under which stands what a verb or an event noun is done to."""

AIMING = frozenset(("for",))

MODIFIERS = frozenset(("compound", "amod", "poss", "nmod"))

QUANTITY = frozenset(("of",))

OPEN = frozenset(("xcomp", "advcl", "pcomp", "conj"))
"""Clauses that leave their subject to the verb above them."""

NOT_PERSONS = frozenset(("GPE", "LOC", "FAC", "NORP", "EVENT", "WORK_OF_ART", "PRODUCT", "LAW"))
"""What a name that may be a person's is not tagged as."""

RELATIVE = frozenset(("WP", "WDT"))

APART = frozenset(("before", "after"))
"""Prepositions of what was at another time: "detained before the rally" is not at the rally."""

COMPLETE = ("mark", "aux", "auxpass", "dobj")
"""What a clause with a verb of its own has, and a participle behind its noun lacks."""


def fits(parse: Parse, i: int, framing: Framing, scene: Scene, kind: EventType | None) -> bool:
    """Whether the word at ``i``, alone of type ``kind``, stands in the company that a frame asks for."""
    frame, token = framing.frame, parse.tokens[i]
    if framing.particle and not any(t.lower == framing.particle for t in children(parse, i)):
        return False
    if frame.families and (kind is None or kind.family not in frame.families):
        return False
    if frame.bare and any(t.dep in ("dobj", "ccomp", "nsubjpass") for t in children(parse, i)):
        return False
    if frame.passive and not is_passive(parse, i):
        return False
    wide = frame.type is not None  # a professor of law is no law
    if frame.object and not _any(objects(parse, token, wide), framing.objects, scene):
        return False
    if frame.subject and not _any(doers(parse, token, wide), framing.subjects, scene):
        return False
    if frame.aim and not _any(_aims(parse, i), framing.aims, scene):
        return False
    if not frame.near:
        return True
    sentence = parse.sentences[token.sentence]
    others = [p.i for p in children(parse, i, "prep") if p.lower in APART]
    apart = {t.i for p in others for t in children(parse, p, "pobj")}
    around = [parse.tokens[n] for n in range(sentence.first, sentence.end) if n != i and n not in apart]
    return all(_any(around, (each,), scene) for each in framing.near)


def is_nothing(parse: Parse, i: int, framings: Sequence[Framing], scene: Scene) -> bool:
    """Whether the first frame that fits the word at ``i`` says that nothing of the kind occurred."""
    first = next((f for f in framings if fits(parse, i, f, scene, None)), None)
    return first is not None and first.type is None


def objects(parse: Parse, token: Token, wide: bool) -> Iterable[Token]:
    """What a verb or an event noun is done to; ``wide``, with what is coordinated with it or under "of"."""
    found: list[Token] = []
    if is_verb(token):
        if is_passive(parse, token.i):
            found += subjects(parse, token.i)
        if token.dep == "acl" and token.tag == "VBN" and not subjects(parse, token.i):
            found.append(parse.tokens[token.head])
        found += children(parse, token.i, "dobj", "oprd", "attr")
        if not found:  # "attacked and injured the crowd"
            found += [o for v in children(parse, token.i, "conj") for o in children(parse, v.i, "dobj")]
            found += _believed(parse, token)
    else:
        found += (t for t in children(parse, token.i, *MODIFIERS) if not is_verb(t))
    for preposition in children(parse, token.i, "prep"):
        if preposition.lower in SUFFERING:
            found += children(parse, preposition.i, "pobj")
    return _widened(parse, found) if wide else [t for t in found if not is_verb(t)]


def _believed(parse: Parse, verb: Token) -> Iterator[Token]:
    """The object that the parser hangs on a participle behind it: "found rifles believed to be theirs"."""
    for clause in children(parse, verb.i, "ccomp"):
        bare = clause.tag in ("VBD", "VBN") and not any(children(parse, clause.i, *COMPLETE))
        if bare and any(t.tag == "VB" for t in children(parse, clause.i, "xcomp")):
            yield from (t for t in children(parse, clause.i, "nsubj") if t.i > verb.i)


def doers(parse: Parse, token: Token, wide: bool) -> Iterable[Token]:
    """What does it: subject, agent, owner of an event noun; ``wide`` as for objects."""
    found: list[Token] = []
    if is_verb(token):
        if not is_passive(parse, token.i):
            found += understood_subjects(parse, token)
        if token.dep == "acl" and token.tag == "VBG":
            found.append(parse.tokens[token.head])
    else:
        found += children(parse, token.i, "compound", "amod", "poss", "nmod")
        if any(t.tag == "PRP$" for t in found) and is_verb(parse.tokens[token.head]):
            found += subjects(parse, token.head)  # "the army continued its advance"
    for by in children(parse, token.i, "agent", "prep"):
        if by.lower in ("by", "between"):
            found += children(parse, by.i, "pobj")
    return _widened(parse, found) if wide else found


def _aims(parse: Parse, i: int) -> list[Token]:
    """What a word is for: "fought for every vote and seat"."""
    return [
        parse.tokens[n]
        for preposition in children(parse, i, "prep")
        if preposition.lower in AIMING
        for noun in children(parse, preposition.i, "pobj")
        for n in conjuncts(parse, noun.i)
    ]


def understood_subjects(parse: Parse, verb: Token) -> list[Token]:
    """Subjects of a verb; of one without any, those of the verb above it: "denied shelling the port".

    For "who" and "which" the noun that they stand for is added.
    """
    found = subjects(parse, verb.i)
    while not found and verb.dep in OPEN and is_verb(parse.tokens[above(parse, verb)]):
        verb = parse.tokens[above(parse, verb)]
        found = subjects(parse, verb.i)
    relative = [parse.tokens[verb.head] for t in found if t.tag in RELATIVE and verb.dep == "relcl"]
    return found + relative


def above(parse: Parse, verb: Token) -> int:
    """The head of a clause, stepping over a preposition: "by shelling", "after attacking"."""
    head = parse.tokens[verb.head]
    return head.head if head.dep == "prep" and verb.dep == "pcomp" else head.i


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


def _any(tokens: Iterable[Token], classes: Sequence[WordClass], scene: Scene) -> bool:
    return any(
        t.lemma in c.words
        or t.lower in c.words
        or (t.ent in c.labels and is_noun(t))
        or (c.proper and t.tag.startswith("NNP") and t.ent not in NOT_PERSONS)
        or (c.weapons and t.i in scene.weapons)
        or (c.kinds and _kind(scene, t.i) in c.kinds)
        for t in tokens
        for c in classes
    )


def _kind(scene: Scene, i: int) -> str | None:
    entity = scene.cast.entity(i)
    return entity.kind if entity else None


def is_struck(parse: Parse, i: int, scene: Scene) -> bool:
    """Whether a building or vehicle is struck, and nobody said to do it: "on Tuesday a school was hit"."""
    words, token = scene.lexicon.struck, parse.tokens[i]
    if token.lemma not in words.verbs or not is_verb(token) or not is_passive(parse, i):
        return False
    beside = list(children(parse, i))
    if any(t.dep == "agent" or t.lower in ("by", "with", "for") or t.lower in words.degrees for t in beside):
        return False
    return any(t.dep == "nsubjpass" and t.lemma in words.sites for t in beside)

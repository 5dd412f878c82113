"""What stands inside a drill, a film or a commemoration is no occurrence at all."""

from __future__ import annotations

from dateline.codebook.modality import ModalityCues
from dateline.reading.parse import Parse, Token
from dateline.reading.tree import ancestors, children, is_verb

WITHIN = frozenset(("during", "in", "for"))
"""Prepositions under which a drill makes what is told a part of itself."""

ARGUMENT = frozenset(("pobj", "prep", "dobj"))


def is_unreal(parse: Parse, i: int, cues: ModalityCues) -> bool:
    """Whether what token ``i`` tells of was only played, shown or remembered.

    It was where a noun of such things modifies it or is above it, is what it is done "during" ("in" for a
    film), or tells of it, and where a verb of practising has it as object: "the film shows a bombing",
    "rehearsed an attack".
    """
    near = [parse.tokens[i], *children(parse, i, "compound", "amod")]
    near += [t for t in ancestors(parse, i) if t.tag.startswith("NN")]
    verb = _verb_over(parse, i)
    if verb is not None:
        if verb.lemma in cues.unreal_verbs:
            return True
        near += children(parse, verb.i, "nsubj")
    if any(t.lemma in cues.unreal_nouns for t in near):
        return True
    within = [
        (p.lower, t.lemma)
        for p in children(parse, i, "prep")
        if p.lower in WITHIN
        for t in children(parse, p.i, "pobj")
    ]
    return any(w in cues.drill_nouns or (p == "in" and w in cues.fiction_nouns) for p, w in within)


def _verb_over(parse: Parse, i: int) -> Token | None:
    """The verb that a noun is the object of, by itself or under prepositions."""
    below = parse.tokens[i]
    while below.dep in ARGUMENT:
        below = parse.tokens[below.head]
        if is_verb(below):
            return below
    return None

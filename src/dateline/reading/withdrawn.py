"""What a report takes back: "An earlier version of this article said 28 people were killed"."""

from __future__ import annotations

from dateline.codebook.modality import ModalityCues
from dateline.reading.parse import Parse
from dateline.reading.tree import children, is_verb, subtree

OBJECTS = ("ccomp", "dobj", "xcomp", "prep", "acomp", "oprd")


def withdrawn(parse: Parse, cues: ModalityCues) -> frozenset[int]:
    """The tokens of what an earlier version of the report is said to have said."""
    found: set[int] = set()
    for token in parse.tokens:
        if token.lemma not in cues.version_nouns or token.dep not in ("nsubj", "nsubjpass"):
            continue
        earlier = any(
            t.lower in cues.version_adjectives for t in children(parse, token.i, "amod", "compound")
        )
        verb = parse.tokens[token.head]
        if earlier and is_verb(verb):
            for said in children(parse, verb.i, *OBJECTS):
                found.update(subtree(parse, said.i))
    return frozenset(found)

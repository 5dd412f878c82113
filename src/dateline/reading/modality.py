"""How firmly is it put: asserted, hedged, denied, negated, planned or threatened?"""

from __future__ import annotations

from typing import NamedTuple

from dateline.codebook.modality import ModalityCues
from dateline.model import Modality
from dateline.reading.parse import Parse, Token
from dateline.reading.tree import ancestors, children, is_verb

RANK: tuple[Modality, ...] = ("asserted", "hedged", "planned", "threatened", "negated", "denied")
"""Of several cues over one word, the later in this order decides."""

CLAUSE = frozenset(("ccomp", "xcomp", "pcomp", "acl", "csubj", "csubjpass"))
"""Relations through which what is said of the head holds for the clause."""

ARGUMENT = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "prep", "compound", "attr", "agent"))


WITHIN = frozenset(("during", "in", "for"))
"""Prepositions under which a drill makes what is told a part of itself."""


class Judged(NamedTuple):
    """A modality and the index of the word that signals it; no word where it is plainly asserted."""

    modality: Modality
    cue: int | None


ASSERTED = Judged("asserted", None)


def read_modality(parse: Parse, i: int, cues: ModalityCues) -> Judged:
    """How the event or state at token ``i`` is put by whoever speaks."""
    found = [ASSERTED, *_around(parse, i, cues)]
    below = parse.tokens[i]
    for above in ancestors(parse, i):
        found += _over(above, below, cues)
        if not _carries(parse, above, below, cues):
            break
        found += _around(parse, above.i, cues)
        below = above
    return max(found, key=lambda judged: RANK.index(judged.modality))


def is_unreal(parse: Parse, i: int, cues: ModalityCues) -> bool:
    """Whether token ``i`` stands inside a drill, a film or a commemoration: no occurrence at all.

    It does where such a noun modifies it or is above it, is what it is done "during", or tells of it:
    "the film shows a bombing".
    """
    near = [parse.tokens[i], *children(parse, i, "compound", "amod")]
    near += [t for t in ancestors(parse, i) if t.tag.startswith("NN")]
    near += _teller(parse, i)
    within = (
        t for p in children(parse, i, "prep") if p.lower in WITHIN for t in children(parse, p.i, "pobj")
    )
    return any(t.lemma in cues.unreal_nouns for t in near) or any(t.lemma in cues.drill_nouns for t in within)


def _teller(parse: Parse, i: int) -> list[Token]:
    """Subjects of the verb that a noun is the argument of."""
    below = parse.tokens[i]
    while below.dep in ("pobj", "prep", "dobj"):
        below = parse.tokens[below.head]
        if is_verb(below):
            return list(children(parse, below.i, "nsubj"))
    return []


def _carries(parse: Parse, above: Token, below: Token, cues: ModalityCues) -> bool:
    """Whether what holds of ``above`` holds of ``below`` too."""
    if below.dep in CLAUSE:
        return True
    if below.dep == "conj":
        return not any(t.dep in ("nsubj", "nsubjpass") for t in children(parse, below.i))
    if below.dep in ARGUMENT:
        return not is_verb(above) or above.lemma in cues.light_verbs
    return False


def _around(parse: Parse, i: int, cues: ModalityCues) -> list[Judged]:
    """Cues among the word's own dependents."""
    found: list[Judged] = []
    for t in children(parse, i):
        if (
            t.dep == "neg"
            or (t.dep == "det" and t.lower == "no")
            or (t.dep == "preconj" and t.lower == "neither")
        ):
            found.append(Judged("negated", t.i))
        elif t.lower in cues.hedge_adverbs or (t.dep == "aux" and t.lower in cues.hedge_modals):
            found.append(Judged("hedged", t.i))
        elif t.dep == "aux" and t.lower in ("will", "'ll", "shall"):
            found.append(Judged("planned", t.i))
        elif t.dep in ("amod", "compound") and t.lower in cues.hedge_adjectives:
            found.append(Judged("hedged", t.i))
        elif t.dep in ("amod", "compound") and t.lower in cues.plan_adjectives:
            found.append(Judged("planned", t.i))
        elif t.dep == "mark" and t.lower in ("if", "whether", "unless"):
            found.append(Judged("hedged", t.i))
    return found


def _over(above: Token, below: Token, cues: ModalityCues) -> list[Judged]:
    """What the governing word itself says of the word below it."""
    subject = below.dep in ("nsubj", "nsubjpass")
    if is_verb(above):
        if above.lemma in cues.hedge_verbs and (not subject or above.lemma in ("seem", "appear")):
            return [Judged("hedged", above.i)]
        if subject:
            return []
        if above.lemma in cues.deny_verbs:
            return [Judged("denied", above.i)]
        if above.lemma in cues.prevent_verbs:
            return [Judged("negated", above.i)]
        if above.lemma in cues.threat_verbs and below.dep != "ccomp":
            return [Judged("threatened", above.i)]
        if above.lemma in cues.plan_verbs and below.dep != "ccomp":
            return [Judged("planned", above.i)]
        return []
    if above.lemma in cues.deny_nouns:
        return [Judged("denied", above.i)]
    if above.lemma in cues.threat_nouns:
        return [Judged("threatened", above.i)]
    if above.lemma in cues.plan_nouns:
        return [Judged("planned", above.i)]
    return []

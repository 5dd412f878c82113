"""Which words tell of an occurrence: the event word and what makes one phrase with it?

The verb that carries it ("began their assault", "the attack occurred"), what it came to ("shot dead").
"""

from __future__ import annotations

from dateline.codebook.modality import ModalityCues
from dateline.model import Span
from dateline.reading.parse import Parse, Token
from dateline.reading.tree import children, is_noun, is_verb

CARRIED = frozenset(("dobj", "nsubjpass"))
WIDEST = 8
"""Tokens between an event word and the verb that carries it, beyond which the two are not one phrase."""


def event_span(parse: Parse, i: int, cues: ModalityCues) -> Span:
    """The words that tell of the occurrence at token ``i``: the token, with the verb that carries it.

    A verb carries a noun that it says to be done or to happen, and a verb that it says to begin or go on. A
    verb takes "dead" and "to death" with it.
    """
    token = parse.tokens[i]
    if is_verb(token) and (last := _outcome(parse, i)) is not None:
        return token.span.cover(last.span)
    verb = parse.tokens[token.head]
    if verb.i == i or not is_verb(verb) or abs(verb.i - i) > WIDEST or not _carries(token, verb, cues):
        return token.span
    words = [token.span, verb.span]
    words += [t.span for t in children(parse, verb.i, "prt") if verb.i < t.i <= max(i, verb.i) + 1]
    return Span(min(s.start for s in words), max(s.end for s in words))


def _outcome(parse: Parse, i: int) -> Token | None:
    """The last word of what a verb came to, right behind it: "shot dead", "beaten to death"."""
    after = parse.tokens[i + 1 : i + 3]
    if after and after[0].lower == "dead":
        return after[0]
    return after[1] if [t.lower for t in after] == ["to", "death"] else None


def _carries(token: Token, verb: Token, cues: ModalityCues) -> bool:
    if is_noun(token):
        if token.dep in CARRIED:
            return verb.lemma in cues.carrying_verbs or verb.lemma in cues.phase_verbs
        return token.dep == "nsubj" and (verb.lemma in cues.befalling_verbs or verb.lemma in cues.phase_verbs)
    return token.dep == "xcomp" and is_verb(token) and verb.lemma in cues.phase_verbs

"""Which verb carries an event word: "began their assault", "the attack occurred", "started shelling"?"""

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

    A verb carries a noun that it says to be done or to happen, and a verb that it says to begin or go on.
    """
    token = parse.tokens[i]
    verb = parse.tokens[token.head]
    if verb.i == i or not is_verb(verb) or abs(verb.i - i) > WIDEST or not _carries(token, verb, cues):
        return token.span
    words = [token.span, verb.span]
    words += [t.span for t in children(parse, verb.i, "prt") if verb.i < t.i <= max(i, verb.i) + 1]
    return Span(min(s.start for s in words), max(s.end for s in words))


def _carries(token: Token, verb: Token, cues: ModalityCues) -> bool:
    if is_noun(token):
        if token.dep in CARRIED:
            return verb.lemma in cues.carrying_verbs or verb.lemma in cues.phase_verbs
        return token.dep == "nsubj" and (verb.lemma in cues.befalling_verbs or verb.lemma in cues.phase_verbs)
    return token.dep == "xcomp" and is_verb(token) and verb.lemma in cues.phase_verbs

"""Blame as a thing that is laid on somebody, or that two sides lay on each other."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.codebook.roles import RoleWords
from dateline.reading.parse import Parse, Token
from dateline.reading.roles.blame_rules import (
    BLAMED,
    Blame,
    deed_under,
    is_bare,
    is_negated,
    is_nobody,
    names_deed,
)
from dateline.reading.tree import child, children, conjuncts, subjects, subtree


def lays_blame(parse: Parse, verb: Token, words: RoleWords) -> bool:
    """Whether a verb lays blame: "put the blame on", "laid responsibility with"."""
    noun = child(parse, verb.i, "dobj", "nsubjpass")
    return verb.lemma in words.laying_verbs and noun is not None and noun.lemma in words.laid_nouns


def trades_blame(parse: Parse, verb: Token, words: RoleWords) -> bool:
    """Whether its subjects blame each other: "traded blame", "blamed one another"."""
    noun = child(parse, verb.i, "dobj")
    if noun is None:
        return False
    if verb.lemma in words.trading_verbs:
        return noun.lemma == "blame" or noun.lemma in words.accusation_nouns
    accuses = verb.lemma in words.blame_verbs or verb.lemma in words.accuse_verbs
    each = noun.lower in ("other", "another") and parse.tokens[noun.i - 1].lower in ("each", "one")
    return accuses and each


def read_laid(parse: Parse, verb: Token, words: RoleWords) -> Iterator[Blame]:
    """The parties on whom blame is laid; of two who blame each other each by the other."""
    noun = child(parse, verb.i, "dobj", "nsubjpass")
    if noun is None or is_negated(parse, verb.i):
        return
    about = deed_under(parse, verb.i, noun.i) or tuple(subtree(parse, verb.i, "conj"))
    bare = is_bare(parse, verb.i)
    for party, speaker in (
        _laid_on(parse, verb, noun) if lays_blame(parse, verb, words) else _each_other(parse, verb)
    ):
        told = not names_deed(parse, about, party.i, words)
        yield Blame(party.i, "alleged", verb.i, speaker, about, BLAMED, told, told and bare)


def _laid_on(parse: Parse, verb: Token, noun: Token) -> Iterator[tuple[Token, int | None]]:
    speaker = next((s.i for s in subjects(parse, verb.i) if s.i != noun.i), None)
    for t in (*children(parse, verb.i, "prep"), *children(parse, noun.i, "prep")):
        if t.lower in ("on", "upon", "at", "with"):
            for party in children(parse, t.i, "pobj"):
                for c in conjuncts(parse, party.i):
                    if not is_nobody(parse, parse.tokens[c]):
                        yield parse.tokens[c], speaker


def _each_other(parse: Parse, verb: Token) -> Iterator[tuple[Token, int | None]]:
    """Two subjects, each with the other as who says it."""
    sides = [c for s in subjects(parse, verb.i) for c in conjuncts(parse, s.i)]
    if len(sides) == 2:
        yield parse.tokens[sides[1]], sides[0]
        yield parse.tokens[sides[0]], sides[1]

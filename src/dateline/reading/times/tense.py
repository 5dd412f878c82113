"""Which way a time lies from the publication: the tense of the verb that governs it."""

from __future__ import annotations

from typing import Literal

from dateline.codebook.times import TenseWords
from dateline.model import Span
from dateline.reading.parse import Parse, Token
from dateline.reading.tree import ancestors, children, is_verb

Direction = Literal["past", "future", "either"]
"""Either: the tense does not tell, and what is nearer is meant."""

PRESENT = frozenset(("VBZ", "VBP", "MD"))

MAX_CLIMB = 8
"""A verb further up the tree than this says nothing about the time."""


def direction(parse: Parse, span: Span, words: TenseWords) -> Direction | None:
    """By the nearest finite verb above the words; none where there is no such verb."""
    line = _line(parse, span)
    if line and line[0].dep == "poss":
        return None
    goal = len(line) > 1 and line[1].lower in words.goals
    infinitive = False
    for token in line:
        planned = token.lemma in words.planning
        if not is_verb(token):
            if planned:
                return "future"
            continue
        helpers = list(children(parse, token.i, "aux", "auxpass"))
        past = _is_past(parse, token) or (token.lemma in words.speaking and _says_past(parse, token))
        if any(t.lower in words.future_auxiliaries for t in helpers):
            return "past" if past else "future"
        if planned and (goal or not past):
            return "future"
        if planned and (infinitive or token.tag != "VBD"):
            return "either"
        if past or (token.tag == "VBN" and not helpers):
            return "past"
        if token.tag in PRESENT or any(t.tag in PRESENT for t in helpers):
            return "either"
        infinitive = infinitive or token.tag == "VB"
    return None


def _is_past(parse: Parse, verb: Token) -> bool:
    helpers = children(parse, verb.i, "aux", "auxpass")
    return verb.tag == "VBD" or any(t.tag == "VBD" or t.lemma == "have" for t in helpers)


def _says_past(parse: Parse, verb: Token) -> bool:
    """Whether what is said to have been done is past: "on Thursday, the army claims to have killed nine"."""
    return any(_is_past(parse, t) for t in children(parse, verb.i, "ccomp", "xcomp"))


def is_time_of_speech(parse: Parse, span: Span, words: TenseWords) -> bool:
    """Whether the words tell when something was said, not when it happened."""
    verb = next((t for t in _line(parse, span) if is_verb(t)), None)
    return verb is not None and verb.lemma in words.speaking


def _line(parse: Parse, span: Span) -> list[Token]:
    """The token that heads the words, and those above it, nearest first."""
    first, end = parse.token_range(span)
    if first == end:
        return []
    top = first
    while first <= parse.tokens[top].head < end and parse.tokens[top].head != top:
        top = parse.tokens[top].head
    line = [parse.tokens[top]]
    for token in ancestors(parse, top):
        line.append(token)
        if len(line) > MAX_CLIMB:
            break
    return line

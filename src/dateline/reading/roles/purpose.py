"""What is it said to answer, and is its assessment still open?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from dateline.codebook.roles import RoleWords
from dateline.model import Span
from dateline.reading.events.lexicon import PhraseTable, phrase_table
from dateline.reading.parse import Parse, Token
from dateline.reading.rules import Rule
from dateline.reading.tree import child, children, edges, is_negated, is_noun, is_verb

MOTIVE = Rule(
    "purpose.motive",
    "What stands under 'in response to', 'in retaliation for' and the like is what the deed answers.",
    example="Marland shelled the port of Brindle in retaliation for the killing of two envoys.",
    reads="motive the killing of two envoys",
)
ASSESSMENT = Rule(
    "purpose.assessment",
    "An assessment or investigation that is said to go on is open; one said to be complete is closed.",
    example="A bomb exploded in Brindle. Damage assessments were continuing on Monday.",
    reads="assessment open",
)
RULES = (MOTIVE, ASSESSMENT)


@dataclass(frozen=True, slots=True)
class Answered:
    """What a deed answers: its words, their head, and the first word of the phrase or its verb."""

    head: int
    span: Span
    cue: int


@dataclass(frozen=True, slots=True)
class Assessed:
    """An assessment at token ``i`` and the word that says how it stands."""

    i: int
    cue: int
    state: Literal["open", "closed"]


@lru_cache(maxsize=4)
def _motive_table(phrases: tuple[str, ...]) -> PhraseTable[str]:
    return phrase_table((phrase, phrase) for phrase in phrases)


def read_motives(parse: Parse, words: RoleWords) -> tuple[Answered, ...]:
    """Every stated motive in text order."""
    table = _motive_table(words.motive_phrases)
    found = []
    for token in parse.tokens:
        match = table.at(parse, token.i) if token.lemma in table.by_first else None
        if match is None:
            continue
        last = match[0] - 1
        deps = ("dobj",) if is_verb(parse.tokens[last]) else ("pobj", "pcomp")
        head = child(parse, last, *deps)
        if head is not None:
            found.append(_answered(parse, head, token))
    named = (m for token in parse.tokens if (m := _said_to_be(parse, token, words)) is not None)
    cues = {m.cue for m in found}
    found += [m for m in named if m.cue not in cues]
    return tuple(sorted(found, key=lambda m: m.cue))


def _answered(parse: Parse, head: Token, cue: Token) -> Answered:
    return Answered(head.i, parse.span(*edges(parse, head.i, "punct", "cc", "conj")), cue.i)


def _said_to_be(parse: Parse, token: Token, words: RoleWords) -> Answered | None:
    """What a deed is said to answer: "the bombing may have been revenge for the raid"."""
    is_named = token.lemma in words.answer_nouns and token.dep in ("attr", "acomp")
    if not is_named or parse.tokens[token.head].lemma != "be" or is_negated(parse, token.head):
        return None
    for preposition in children(parse, token.i, "prep"):
        head = child(parse, preposition.i, "pobj", "pcomp")
        if preposition.lower in ("for", "to") and head is not None:
            return _answered(parse, head, parse.tokens[token.head])
    return None


def read_assessments(parse: Parse, words: RoleWords) -> Iterator[Assessed]:
    """Every assessment or investigation of which the text says how it stands."""
    for token in parse.tokens:
        if (
            not is_noun(token)
            or token.lemma not in words.assessment_nouns
            or token.dep not in ("nsubj", "nsubjpass")
        ):
            continue
        verb = parse.tokens[token.head]
        for word in (verb, *children(parse, verb.i)):
            if word.lower in words.assessment_open or word.lemma in words.assessment_open:
                yield Assessed(token.i, word.i, "open")
                break
            if word.lower in words.assessment_closed or word.lemma in words.assessment_closed:
                yield Assessed(token.i, word.i, "closed")
                break

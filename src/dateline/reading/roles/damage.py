"""What was damaged or destroyed, where no number counts it?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dateline.codebook.roles import RoleWords
from dateline.reading.parse import Parse, Token
from dateline.reading.roles.fit import is_vague, meant
from dateline.reading.rules import Rule
from dateline.reading.tree import child, children, conjuncts, is_noun, is_passive, is_verb, subjects

HARMED = Rule(
    "damage.verb",
    "The object of 'damaged' or 'destroyed', or its subject in the passive, was damaged or destroyed.",
    example="The shelling destroyed the bridge at Brindle.",
    reads="destroyed bridge",
)
DAMAGE_TO = Rule(
    "damage.noun",
    "What stands under 'to' or 'in' with damage, or what damage is said to be in, was damaged.",
    example="The missile strike caused damage to the runway.",
    reads="damaged runway",
)
RULES = (HARMED, DAMAGE_TO)


@dataclass(frozen=True, slots=True)
class Damage:
    """The thing at token ``head``, and the word at ``trigger`` that says it was harmed."""

    field: Literal["damaged", "destroyed"]
    head: int
    trigger: int
    rule: Rule


def read_damage(parse: Parse, words: RoleWords) -> tuple[Damage, ...]:
    """Every thing said to be damaged or destroyed and not counted; no image, hope or process is one."""
    found = []
    for token in parse.tokens:
        field = _field(token, words)
        if field is None:
            continue
        heads, rule = (
            (_of_verb(parse, token), HARMED) if is_verb(token) else (_of_noun(parse, token), DAMAGE_TO)
        )
        for head in (meant(parse, c, words) for h in heads for c in conjuncts(parse, h.i)):
            thing = parse.tokens[head]
            counted = any(t.tag == "CD" for t in children(parse, head))
            if is_noun(thing) and not counted and not is_vague(thing, words):
                found.append(Damage(field, head, token.i, rule))
    return tuple(found)


def _field(token: Token, words: RoleWords) -> Literal["damaged", "destroyed"] | None:
    verb, noun = is_verb(token), is_noun(token)
    if (verb and token.lemma in words.damage_verbs) or (noun and token.lemma in words.damage_nouns):
        return "damaged"
    if (verb and token.lemma in words.destroy_verbs) or (noun and token.lemma in words.destroy_nouns):
        return "destroyed"
    return None


def _of_verb(parse: Parse, verb: Token) -> list[Token]:
    if is_passive(parse, verb.i):
        if verb.dep in ("acl", "amod"):
            return [parse.tokens[verb.head]]
        return subjects(parse, verb.i)
    return list(children(parse, verb.i, "dobj"))


def _of_noun(parse: Parse, noun: Token) -> list[Token]:
    """What is under "damage to/in/of", or under "in" where damage is or seems to be somewhere."""
    own = [
        o
        for t in children(parse, noun.i, "prep")
        if t.lower in ("to", "of")
        for o in children(parse, t.i, "pobj")
    ]
    if own or noun.dep != "nsubj":
        return own
    verb = parse.tokens[noun.head]
    inner = child(parse, verb.i, "xcomp") or verb
    if inner.lemma != "be" and inner.lemma not in ("seem", "appear"):
        return []
    return [
        o
        for t in children(parse, inner.i, "prep")
        if t.lower == "in" and not _excepted(parse, t)
        for o in children(parse, t.i, "pobj")
    ]


def _excepted(parse: Parse, preposition: Token) -> bool:
    """Whether "not" stands right before the preposition: "not in the people"."""
    return preposition.i > 0 and parse.tokens[preposition.i - 1].lower == "not"

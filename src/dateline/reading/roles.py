"""Who did it, to whom or what, and with what?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dateline.codebook.roles import RoleWords
from dateline.reading.parse import Parse, Token
from dateline.reading.rules import Rule
from dateline.reading.tree import OBJECTS, child, children, conjuncts, is_noun, is_passive, is_verb, subjects
from dateline.reading.triggers import Scene, Trigger

SUBJECT = Rule(
    "role.subject",
    "The subject of an active verb of violence did it.",
    example="Rebels attacked the town of Brindle on Monday.",
    reads="actor Rebels",
)
AGENT = Rule(
    "role.agent",
    "What stands under 'by' with a passive verb or an event noun did it.",
    example="The convoy was ambushed by insurgents near the river.",
    reads="actor insurgents",
)
OBJECT = Rule(
    "role.object",
    "The object of an active verb of violence, or the subject of a passive one, suffered it.",
    example="Gunmen attacked a police station on Tuesday.",
    reads="target police station",
)
NOUN_OWNER = Rule(
    "role.owner",
    "A party that owns or modifies an event noun did it: 'the Danish raid', 'the army's attack'.",
    example="The army's attack lasted two hours.",
    reads="actor army",
)
NOUN_TARGET = Rule(
    "role.noun_target",
    "What stands under 'on' or 'against' with an event noun, or under 'of' where the noun is suffered, suffered it.",
    example="The attack on the embassy began at noon.",
    reads="target embassy",
)
DOER = Rule(
    "role.doer",
    "The subject of 'carried out', 'launched' and the like did what the object names.",
    example="Insurgents carried out an attack on a convoy.",
    reads="actor Insurgents",
)
WEAPON = Rule(
    "role.weapon",
    "A weapon noun that modifies, drives or goes with an event was used in it.",
    example="A missile strike hit the depot.",
    reads="weapon missile",
)
RULES = (SUBJECT, AGENT, OBJECT, NOUN_OWNER, NOUN_TARGET, DOER, WEAPON)

ACTING = frozenset(
    ("state", "military", "government", "armed group", "police", "organisation", "person", "unknown")
)
OWNING = frozenset(("state", "military", "armed group", "police", "government"))

RoleField = Literal["actor", "target", "weapon"]


@dataclass(frozen=True, slots=True)
class Role:
    """The noun at token ``head`` plays a part in the event of a trigger."""

    field: RoleField
    head: int
    rule: Rule


def read_roles(parse: Parse, trigger: Trigger, scene: Scene, words: RoleWords) -> tuple[Role, ...]:
    """Every part that the grammar gives to a noun around the trigger, in text order."""
    token = parse.tokens[trigger.i]
    found = _of_verb(parse, token, words) if is_verb(token) else _of_noun(parse, token, scene, words)
    spread = [
        Role(r.field, c, r.rule) for r in found for c in conjuncts(parse, r.head) if is_noun_like(parse, c)
    ]
    kept: dict[tuple[str, int], Role] = {}
    for role in spread:
        fitting = _fitting(parse, role, scene)
        if fitting:
            kept.setdefault((fitting.field, fitting.head), fitting)
    return tuple(sorted(kept.values(), key=lambda r: (r.head, r.field)))


def is_noun_like(parse: Parse, i: int) -> bool:
    """Noun, number or pronoun: what can play a part."""
    token = parse.tokens[i]
    return is_noun(token) or token.tag in ("CD", "PRP", "JJ", "DT", "NNP")


def _of_verb(parse: Parse, verb: Token, words: RoleWords) -> Iterator[Role]:
    passive = is_passive(parse, verb.i)
    for subject in subjects(parse, verb.i):
        suffers = passive or verb.lemma in words.suffering_verbs
        yield Role("target", subject.i, OBJECT) if suffers else Role("actor", subject.i, SUBJECT)
    if passive and verb.dep in ("acl", "amod"):
        yield Role("target", verb.head, OBJECT)
    elif verb.dep == "acl" and verb.tag == "VBG":
        yield Role("actor", verb.head, SUBJECT)
    for t in children(parse, verb.i):
        if t.dep in OBJECTS and not passive:
            yield Role("target", t.i, OBJECT)
        elif t.dep == "agent" or (t.dep == "prep" and t.lower == "by"):
            yield from (Role("actor", o.i, AGENT) for o in children(parse, t.i, "pobj"))
        elif t.dep == "prep" and t.lower in words.target_prepositions:
            yield from (Role("target", o.i, NOUN_TARGET) for o in children(parse, t.i, "pobj"))
        elif t.dep == "prep" and t.lower in words.weapon_prepositions:
            yield from (Role("weapon", o.i, WEAPON) for o in children(parse, t.i, "pobj"))
        elif t.dep == "advcl" and t.lemma == "use":
            yield from (Role("weapon", o.i, WEAPON) for o in children(parse, t.i, "dobj"))


def _of_noun(parse: Parse, noun: Token, scene: Scene, words: RoleWords) -> Iterator[Role]:
    suffered = noun.lemma in words.suffered_nouns
    for t in children(parse, noun.i):
        if t.i in scene.weapons:
            yield Role("weapon", t.i, WEAPON)
        elif t.dep == "poss" and suffered:
            yield Role("target", t.i, NOUN_TARGET)
        elif t.dep in ("poss", "amod", "compound", "nmod"):
            yield from (Role("actor", i, NOUN_OWNER) for i in (t.i, *_compounds(parse, t.i)))
        elif t.dep in ("prep", "agent"):
            yield from _under(parse, t, suffered, words)
        elif t.dep == "acl":
            yield from _participle(parse, t)
    yield from _done_by(parse, noun, words)


def _compounds(parse: Parse, i: int) -> list[int]:
    """Names inside a modifier: "Marland" in "Marland army attack"."""
    return [c.i for c in children(parse, i, "compound", "amod", "nmod")]


def _under(parse: Parse, preposition: Token, suffered: bool, words: RoleWords) -> Iterator[Role]:
    """Parts under a preposition of an event noun."""
    for o in children(parse, preposition.i, "pobj"):
        if preposition.lower == "by":
            yield Role("actor", o.i, AGENT)
        elif preposition.lower in words.target_prepositions or (preposition.lower == "of" and suffered):
            yield Role("target", o.i, NOUN_TARGET)
        elif preposition.lower in words.weapon_prepositions:
            yield Role("weapon", o.i, WEAPON)


def _participle(parse: Parse, participle: Token) -> Iterator[Role]:
    """Parts under a participle of an event noun: "carried out by", "targeting"."""
    for t in children(parse, participle.i):
        if t.dep == "agent" or t.lower == "by":
            yield from (Role("actor", o.i, AGENT) for o in children(parse, t.i, "pobj"))
        elif t.dep == "dobj" and participle.lemma in ("target", "hit", "strike", "involve", "use"):
            field: RoleField = "weapon" if participle.lemma in ("involve", "use") else "target"
            yield Role(field, t.i, WEAPON if field == "weapon" else NOUN_TARGET)
        elif t.dep == "prep" and participle.lemma in ("aim", "direct"):
            yield from (Role("target", o.i, NOUN_TARGET) for o in children(parse, t.i, "pobj"))


def _done_by(parse: Parse, noun: Token, words: RoleWords) -> Iterator[Role]:
    """The doer where the noun is the object of a doing verb, or its passive subject."""
    verb = parse.tokens[noun.head]
    if not is_verb(verb) or verb.lemma not in words.doing_verbs:
        return
    if noun.dep == "dobj":
        yield from (Role("actor", s.i, DOER) for s in subjects(parse, verb.i))
    elif noun.dep == "nsubjpass":
        agent = child(parse, verb.i, "agent")
        if agent:
            yield from (Role("actor", o.i, DOER) for o in children(parse, agent.i, "pobj"))


def _fitting(parse: Parse, role: Role, scene: Scene) -> Role | None:
    """The role, if the noun can play it; a weapon as subject or agent is the weapon."""
    token = parse.tokens[role.head]
    if role.head in scene.weapons:
        drives = role.field in ("actor", "weapon") or role.rule is OBJECT
        return Role("weapon", role.head, WEAPON) if drives else None
    if (
        role.field == "weapon"
        or token.lemma in scene.lexicon.nouns
        or token.lemma in scene.lexicon.weak_nouns
    ):
        return None
    entity = scene.cast.entity(role.head)
    if role.field == "actor":
        allowed = OWNING if role.rule is NOUN_OWNER else ACTING
        if entity is None or entity.kind not in allowed:
            return None
    elif entity is None and not is_noun(token):
        return None
    return role

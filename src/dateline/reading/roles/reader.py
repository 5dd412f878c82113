"""Who did it, to whom or what, and with what?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.codebook.roles import RoleWords
from dateline.reading.events.scene import Scene
from dateline.reading.events.trigger import Trigger
from dateline.reading.parse import Parse, Token
from dateline.reading.roles.fit import AGAINST, WEAPON, Role, RoleField, fitting
from dateline.reading.roles.fit import RULES as FITTING
from dateline.reading.rules import Rule
from dateline.reading.tree import (
    OBJECTS,
    ancestors,
    child,
    children,
    conjuncts,
    is_noun,
    is_passive,
    is_verb,
    subjects,
)

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
    "What stands under 'on' or 'against' with a trigger, or under 'of' with 'killing', suffered it.",
    example="The attack on the embassy began at noon.",
    reads="target embassy",
)
DOER = Rule(
    "role.doer",
    "The subject of 'carried out', 'launched' and the like did what the object names.",
    example="Insurgents carried out an attack on a convoy.",
    reads="actor Insurgents",
)
SIDE = Rule(
    "role.side",
    "Who clashes with whom: all sides of a fight are actors.",
    example="The army clashed with rebels near Brindle.",
    reads="actor rebels",
)
CLOSING = frozenset((".", ",", ":", "-RRB-", "CC"))
CIRCUMSTANCE = frozenset(
    ("in", "by", "at", "near", "during", "after", "when", "while", "as", "outside", "inside")
)
"""Words after a verb that show that no object of it follows."""

Part = tuple[RoleField, Rule]
RULES = (SUBJECT, AGENT, OBJECT, NOUN_OWNER, NOUN_TARGET, DOER, SIDE, *FITTING)


def read_roles(parse: Parse, trigger: Trigger, scene: Scene, words: RoleWords) -> tuple[Role, ...]:
    """Every part that the grammar gives to a noun around the trigger, in text order."""
    token = parse.tokens[trigger.i]
    found = _of_verb(parse, token, words) if is_verb(token) else _of_noun(parse, token, scene, words)
    spread = (
        replace(r, head=c)
        for r in found
        for c in conjuncts(parse, _antecedent(parse, r.head, words))
        if is_noun_like(parse, c)
    )
    kept: dict[tuple[str, int], Role] = {}
    for role in spread:
        for fit in fitting(parse, role, trigger, scene, words):
            kept.setdefault((fit.field, fit.head), fit)
    return tuple(sorted(kept.values(), key=lambda r: (r.head, r.field)))


def _antecedent(parse: Parse, i: int, words: RoleWords) -> int:
    """What "who" or "that" stands for, else the token; in "an ambush of a convoy that killed" the ambush."""
    token = parse.tokens[i]
    if token.tag not in ("WP", "WDT"):
        return i
    clause = next((t for t in ancestors(parse, i) if t.dep == "relcl"), None)
    if clause is None:
        return i
    noun = parse.tokens[clause.head]
    deed = parse.tokens[parse.tokens[noun.head].head]
    harms = token.tag == "WDT" and parse.tokens[token.head].lemma in words.harming_verbs
    return deed.i if harms and noun.dep == "pobj" and deed.lemma in words.deed_nouns else noun.i


def is_noun_like(parse: Parse, i: int) -> bool:
    """Noun, number or pronoun: what can play a part."""
    token = parse.tokens[i]
    return is_noun(token) or token.tag in ("CD", "PRP", "JJ", "DT", "NNP")


def _of_verb(parse: Parse, verb: Token, words: RoleWords) -> Iterator[Role]:
    passive = is_passive(parse, verb.i) and not _is_cut_off(parse, verb, words)
    suffers = passive or verb.lemma in words.suffering_verbs or _is_clipped(parse, verb, words)
    helps = not passive and verb.lemma in words.helping_verbs
    for subject in _subjects(parse, verb, passive) if not helps else ():
        yield Role("target", subject.i, OBJECT) if suffers else Role("actor", subject.i, SUBJECT)
    if passive and verb.dep in ("acl", "amod"):
        yield Role("target", verb.head, OBJECT)
    elif verb.dep == "acl" and verb.tag == "VBG":
        yield Role("actor", verb.head, SUBJECT)
    for t in children(parse, verb.i):
        if t.dep in OBJECTS and not passive:
            thrown = verb.lemma in words.launching_verbs and not _sets_alight(parse, verb)
            yield Role("weapon" if thrown else "target", t.i, OBJECT)
            if thrown:
                yield from _aimed_at(parse, verb, t)
        elif t.dep in ("agent", "prep", "dative"):
            yield from _under(parse, verb, t, words)
        elif t.dep == "advcl" and t.lemma == "use":
            yield from (Role("weapon", o.i, WEAPON) for o in children(parse, t.i, "dobj"))


def _aimed_at(parse: Parse, verb: Token, thrown: Token) -> Iterator[Role]:
    """What is under "at" with one of several weapons: "launched nine missiles and 40 drones at Marland"."""
    for weapon in conjuncts(parse, thrown.i):
        for t in children(parse, weapon, "prep"):
            if t.lower == "at" and t.i > verb.i:
                yield from (Role("target", o.i, NOUN_TARGET) for o in children(parse, t.i, "pobj"))


def _is_cut_off(parse: Parse, verb: Token, words: RoleWords) -> bool:
    """Whether a verb was taken for a participle of the noun before: "strikes in the city killed ten men"."""
    harms = verb.dep == "acl" and verb.lemma in words.harming_verbs
    return harms and child(parse, verb.i, "dobj") is not None


def _subjects(parse: Parse, verb: Token, passive: bool) -> list[Token]:
    """Subjects of a verb; of a participle under an active verb its object: "left two men wounded"."""
    above = parse.tokens[verb.head]
    if passive and verb.dep in ("xcomp", "oprd") and not is_passive(parse, above.i):
        return list(children(parse, above.i, "dobj"))
    return subjects(parse, verb.i)


def _is_clipped(parse: Parse, verb: Token, words: RoleWords) -> bool:
    """Whether a headline leaves out "was": "Three men killed in raid", "Mayor fatally shot"."""
    if verb.tag not in ("VBD", "VBN") or verb.dep == "relcl":
        return False
    if verb.lemma not in words.harming_verbs and not _has_doer(parse, verb):
        return False
    below = {t.dep for t in children(parse, verb.i)}
    if below & {"dobj", "aux", "auxpass", "ccomp", "xcomp", "oprd"}:
        return False
    if any(child(parse, c, "dobj") for c in conjuncts(parse, verb.i)):
        return False
    after = parse.tokens[verb.i + 1 : verb.i + 3]
    if not after or after[0].sentence != verb.sentence or after[0].tag in CLOSING:
        return True
    if after[0].lower == "at" and (verb.lemma in words.at_triggers or after[-1].lower == "least"):
        return False
    return after[0].lower in CIRCUMSTANCE


def _has_doer(parse: Parse, verb: Token) -> bool:
    """Whether "by" somebody stands right behind the verb: "Town attacked by rebels", not "by night"."""
    by = next((t for t in children(parse, verb.i, "prep", "agent") if t.i == verb.i + 1), None)
    doer = child(parse, by.i, "pobj") if by is not None and by.lower == "by" else None
    return doer is not None and (doer.tag != "NN" or child(parse, doer.i, "det") is not None)


def _of_noun(parse: Parse, noun: Token, scene: Scene, words: RoleWords) -> Iterator[Role]:
    suffered = noun.lemma in words.suffered_nouns
    blamed = noun.dep == "dobj" and parse.tokens[noun.head].lemma in words.blame_verbs
    for t in children(parse, noun.i):
        if t.i in scene.weapons:
            yield Role("weapon", t.i, WEAPON)
        elif t.dep == "poss" and suffered:
            yield Role("target", t.i, NOUN_TARGET)
        elif t.dep in ("poss", "amod", "compound", "nmod") and noun.lemma not in words.tally_nouns:
            yield from (Role("actor", i, NOUN_OWNER, owner=True) for i in (t.i, *_compounds(parse, t.i)))
        elif t.dep in ("prep", "agent") and not (blamed and t.lower in ("on", "to")):
            if t.lower != "by" or not _is_told_by(parse, noun, words):
                yield from _under(parse, noun, t, words)
            if t.lower in words.target_prepositions:
                yield from _by_beyond(parse, t)
        elif t.dep == "acl":
            yield from _participle(parse, t, words)
    yield from _done_by(parse, noun, words)


def _compounds(parse: Parse, i: int) -> list[int]:
    """Names inside a modifier: "Marland" in "Marland army attack"."""
    return [c.i for c in children(parse, i, "compound", "amod", "nmod")]


def _under(parse: Parse, trigger: Token, preposition: Token, words: RoleWords) -> Iterator[Role]:
    """Parts under a preposition of a trigger."""
    if trigger.lemma in words.laid_triggers:
        yield from (Role("target", i, AGAINST) for i in _against(parse, preposition, words))
    kind = _part(trigger, preposition.lower, words)
    if kind is not None:
        armed = kind[1] is SIDE  # who fights "with clubs" fights with no party
        for o in children(parse, preposition.i, "pobj"):
            if not _is_medium(parse, trigger, o, words):
                yield Role(kind[0], o.i, kind[1], owner=armed)


def _is_medium(parse: Parse, trigger: Token, noun: Token, words: RoleWords) -> bool:
    """Whether a deed was claimed on the radio or a channel, which was not attacked."""
    if noun.lemma not in words.media_nouns:
        return False
    telling = words.claim_verbs | words.telling_verbs | words.admit_verbs | words.deny_verbs
    return any(t.lemma in telling for t in ancestors(parse, trigger.i))


def _against(parse: Parse, preposition: Token, words: RoleWords) -> Iterator[int]:
    """What a bomb lay or went off against: "outside the bank", "in front of the bank"."""
    for o in children(parse, preposition.i, "pobj"):
        if preposition.lower in words.against_prepositions:
            yield o.i
        elif o.lemma in words.against_nouns and preposition.lower in ("in", "on"):
            yield from (
                i.i
                for of in children(parse, o.i, "prep")
                if of.lower == "of"
                for i in children(parse, of.i, "pobj")
            )


def _sets_alight(parse: Parse, verb: Token) -> bool:
    """Whether what is set is set on fire."""
    after = (t for p in children(parse, verb.i) for t in (p, *children(parse, p.i, "pobj")))
    return verb.lemma == "set" and any(t.lower in ("fire", "ablaze", "alight", "aflame") for t in after)


def _by_beyond(parse: Parse, preposition: Token) -> Iterator[Role]:
    """The doer after the target: "an attack on the embassy by rebels"."""
    for o in children(parse, preposition.i, "pobj"):
        for by in children(parse, o.i, "prep"):
            if by.lower == "by":
                yield from (Role("actor", d.i, AGENT) for d in children(parse, by.i, "pobj"))


def _is_told_by(parse: Parse, noun: Token, words: RoleWords) -> bool:
    """Whether "by" after an event noun says who tells of it: "was informed of the attack by an aide"."""
    above = [t for t in ancestors(parse, noun.i) if t.dep not in ("prep", "pobj")]
    return bool(above) and above[0].lemma in words.informing_verbs and is_passive(parse, above[0].i)


def _part(trigger: Token, preposition: str, words: RoleWords) -> Part | None:
    """What part a preposition gives after a trigger."""
    if preposition == "by":
        return "actor", AGENT
    if preposition in ("between", "with") and trigger.lemma in words.mutual_triggers:
        return "actor", SIDE
    if preposition == "of":
        return ("target", NOUN_TARGET) if trigger.lemma in words.suffered_nouns else ("weapon", WEAPON)
    if preposition == "at":
        return ("target", NOUN_TARGET) if trigger.lemma in words.at_triggers else None
    if preposition == "to":
        return ("target", NOUN_TARGET) if trigger.lemma in words.to_triggers else None
    if preposition in words.target_prepositions:
        return "target", NOUN_TARGET
    return ("weapon", WEAPON) if preposition in words.weapon_prepositions else None


def _participle(parse: Parse, participle: Token, words: RoleWords) -> Iterator[Role]:
    """Parts under a participle of an event noun: "carried out by", "targeting"."""
    said = participle.lemma in words.telling_verbs or participle.lemma in words.deny_verbs
    for t in children(parse, participle.i):
        if said:
            continue
        if t.dep == "agent" or t.lower == "by":
            yield from (Role("actor", o.i, AGENT) for o in children(parse, t.i, "pobj"))
        elif t.dep == "dobj" and participle.lemma in ("target", "hit", "strike", "involve", "use"):
            field: RoleField = "weapon" if participle.lemma in ("involve", "use") else "target"
            yield Role(field, t.i, WEAPON if field == "weapon" else NOUN_TARGET)
        elif t.dep == "prep" and participle.lemma in ("aim", "direct", "target"):
            yield from (Role("target", o.i, NOUN_TARGET) for o in children(parse, t.i, "pobj"))


def _done_by(parse: Parse, noun: Token, words: RoleWords) -> Iterator[Role]:
    """The doer where the noun is the object of a doing verb, or its passive subject.

    Not of the harm: an ambulance that "carried 27 casualties" did nothing to them.
    """
    verb = parse.tokens[noun.head]
    if not is_verb(verb) or verb.lemma not in words.doing_verbs or noun.lemma in words.tally_nouns:
        return
    if noun.dep == "dobj":
        yield from (Role("actor", s.i, DOER) for s in subjects(parse, verb.i))
    elif noun.dep == "nsubjpass":
        agent = child(parse, verb.i, "agent")
        if agent:
            yield from (Role("actor", o.i, DOER) for o in children(parse, agent.i, "pobj"))

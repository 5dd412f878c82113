"""Can this noun play this part?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from dateline.codebook.roles import RoleWords
from dateline.reading.events.scene import Scene
from dateline.reading.events.trigger import Trigger
from dateline.reading.events.weapons import Weapon
from dateline.reading.parse import Parse, Token
from dateline.reading.roles.behind import behind, stands_for, wielders
from dateline.reading.rules import Rule
from dateline.reading.tree import child, children, is_noun, noun_phrase

ACTING = frozenset(
    (
        "state",
        "military",
        "government",
        "armed group",
        "police",
        "organisation",
        "person",
        "civilians",
        "unknown",
    )
)
OWNING = frozenset(("state", "military", "armed group", "police", "government"))
HOUSED = frozenset(("facility", "government", "organisation"))
"""Kinds of party that are buildings as well: "outside the ministry"."""
LOADED = frozenset(("acl", "amod", "advcl", "relcl"))

NAMED = Rule(
    "role.party",
    "The named party that the doers belong to did it with them.",
    example="FARC guerrillas attacked the town of Brindle.",
    reads="actor Revolutionary Armed Forces of Colombia",
)
WEAPON = Rule(
    "role.weapon",
    "A weapon noun that modifies, drives or goes with an event was used in it.",
    example="A missile strike hit the depot.",
    reads="weapon missile",
)
SAID = Rule(
    "role.said",
    "Some words for an event say by themselves what was used.",
    example="Gangsters shot the mayor dead in Brindle.",
    reads="weapon gun",
)
WIELDER = Rule(
    "role.wielder",
    "Who has the planes, guns or rockets that did it, or laid the mine, did it.",
    example="Danish jets bombed the depot.",
    reads="actor Denmark",
)
AGAINST = Rule(
    "role.against",
    "The building or thing outside, under or in front of which a bomb lay or went off suffered it.",
    example="A car bomb exploded outside the bank.",
    reads="target bank",
)
RULES = (NAMED, WEAPON, SAID, WIELDER, AGAINST)

RoleField = Literal["actor", "target", "weapon"]


@dataclass(frozen=True, slots=True)
class Role:
    """The noun at token ``head`` plays a part in the event of a trigger.

    ``owner`` marks a doer that only a party of some power can be. ``cue`` is the word that puts the part
    forward as a guess: "suspected".
    """

    field: RoleField
    head: int
    rule: Rule
    owner: bool = False
    cue: int | None = None


def fitting(parse: Parse, role: Role, trigger: Trigger, scene: Scene, words: RoleWords) -> Iterator[Role]:
    """The role with what it brings along, if the noun can play it; nothing if it cannot.

    A weapon in any part is the weapon; a person with a weapon is both.
    """
    first, end = parse.token_range(trigger.span)
    if role.field == "actor":
        role = replace(role, head=stands_for(parse, _doers(parse, role, scene, words), scene.cast))
    if role.head in scene.weapons and role.field != "actor" and _disarms(parse, first, end, words):
        return
    armed = weapon_in(parse, role.head, scene.weapons, words)
    bearer = armed is not None and armed.bearer and armed.head == role.head
    if armed is not None and (role.field != "target" or not bearer):
        yield Role("weapon", armed.head, WEAPON)
    if armed is not None and armed.head == role.head and not bearer:
        if role.field == "actor":
            yield from _wielders(parse, role, trigger, scene, words)
        return
    if first <= role.head < end:
        return
    if role.field == "actor" and _acts(parse, role, scene):
        cue = _guess(parse, role.head, words)
        yield replace(role, cue=cue)
        named = behind(parse, role.head, scene.cast, words)
        if named is not None:
            yield Role("actor", named, NAMED, cue=cue)
    elif role.field == "target":
        head = meant(parse, role.head, words)
        known = scene.cast.entity(head)
        if role.rule is AGAINST and known is not None and known.kind not in HOUSED:
            return
        if _suffers(parse, head, scene, words):
            yield replace(role, head=head)


def _doers(parse: Parse, role: Role, scene: Scene, words: RoleWords) -> int:
    """Who a number of doers are: "men" in "dozens of men"."""
    return role.head if scene.cast.entity(role.head) else meant(parse, role.head, words)


def _wielders(parse: Parse, role: Role, trigger: Trigger, scene: Scene, words: RoleWords) -> Iterator[Role]:
    """Those parties of some power whose weapon it is; nobody's where a tank or plane itself exploded."""
    weapon = parse.tokens[role.head]
    if weapon.lemma in words.crewed_weapons and parse.tokens[trigger.i].lemma in words.bursting_verbs:
        return
    cue, seen = _guess(parse, role.head, words), [scene.cast.entity(role.head)]
    for head in wielders(parse, role.head, scene):
        wielder, entity = Role("actor", head, WIELDER, owner=True, cue=cue), scene.cast.entity(head)
        if entity not in seen and _acts(parse, wielder, scene):
            seen.append(entity)
            yield wielder


def _guess(parse: Parse, i: int, words: RoleWords) -> int | None:
    """The word before a noun that puts it forward as a guess: "suspected"."""
    before = parse.tokens[noun_phrase(parse, i)[0] : i]
    return next((t.i for t in before if t.lower in words.suspected_adjectives), None)


def weapon_in(parse: Parse, i: int, weapons: Mapping[int, Weapon], words: RoleWords) -> Weapon | None:
    """The weapon at a noun, before it ("machinegun bursts"), of it ("sticks of dynamite") or loaded on it."""
    if i in weapons:
        return weapons[i]
    for t in children(parse, i):
        if t.dep in ("compound", "nmod", "amod") and t.i in weapons and not weapons[t.i].bearer:
            return weapons[t.i]
        loads = t.dep in LOADED and (t.lemma in words.loading_words or t.lower in words.loading_words)
        measures = t.dep == "prep" and t.lower == "of" and parse.tokens[i].lemma in words.quantity_nouns
        below = _below(parse, t) if loads else children(parse, t.i, "pobj") if measures else ()
        for inner in below:
            if inner.i in weapons:
                return weapons[inner.i]
    return None


def _disarms(parse: Parse, first: int, end: int, words: RoleWords) -> bool:
    """Whether a trigger takes weapons away: "seized", "shot down"."""
    return any(t.lemma in words.disarming_words or t.lower == "down" for t in parse.tokens[first:end])


def _below(parse: Parse, loaded: Token) -> Iterator[Token]:
    """What something is loaded with, full of, or contains."""
    yield from children(parse, loaded.i, "dobj")
    for preposition in children(parse, loaded.i, "prep"):
        yield from children(parse, preposition.i, "pobj")


def meant(parse: Parse, i: int, words: RoleWords) -> int:
    """What a noun of quantity stands for: "soldiers" in "a number of soldiers", "one of the soldiers"."""
    seen = 0
    while (parse.tokens[i].lemma in words.quantity_nouns or parse.tokens[i].tag == "CD") and seen < 3:
        of = next((t for t in children(parse, i, "prep") if t.lower == "of"), None)
        inner = child(parse, of.i, "pobj") if of else None
        if inner is None:
            return i
        i, seen = inner.i, seen + 1
    return i


def is_vague(token: Token, words: RoleWords) -> bool:
    """Whether a noun names a time, a measure, a happening or an idea, and so nothing that can be hit."""
    lemma = token.lemma.lower()
    if lemma in words.vague_nouns or lemma in words.quantity_nouns or token.lower in words.vague_nouns:
        return True
    return lemma.endswith(words.abstract_endings) and lemma not in words.concrete_nouns


def _acts(parse: Parse, role: Role, scene: Scene) -> bool:
    token, entity = parse.tokens[role.head], scene.cast.entity(role.head)
    if entity is None:
        return not role.owner and token.tag in ("NNP", "NNPS") and not _is_event(token, scene)
    if entity.kind == "civilians" and token.tag in ("NNP", "JJ"):
        return False  # "Ukrainian" before "shelling" is no person
    return entity.kind in (OWNING if role.owner else ACTING) and not _is_event(token, scene)


def _is_event(token: Token, scene: Scene) -> bool:
    return token.lemma in scene.lexicon.nouns or token.lemma in scene.lexicon.weak_nouns


def _suffers(parse: Parse, i: int, scene: Scene, words: RoleWords) -> bool:
    token = parse.tokens[i]
    if scene.cast.entity(i) is not None:
        return True
    return is_noun(token) and not _is_event(token, scene) and not is_vague(token, words)

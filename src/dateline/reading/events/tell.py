"""Triggers -> tellings: each with its parties, weapons, times, places and modality."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.codebook import Codebook
from dateline.codebook.weapons import WeaponKind
from dateline.model import PEOPLE, Entity, PlaceMention, TimeMention
from dateline.reading.actors.grammar import unquantified
from dateline.reading.actors.reader import Cast
from dateline.reading.counts.nouns import is_person, noun_of
from dateline.reading.counts.reader import Count
from dateline.reading.counts.rules import AGAIN, SOUGHT, TOLL
from dateline.reading.events.attach import attach, governors_of
from dateline.reading.events.frames import objects
from dateline.reading.events.scene import Scene
from dateline.reading.events.telling import Part, Telling, refined
from dateline.reading.events.trigger import Trigger
from dateline.reading.events.triggers import read_triggers
from dateline.reading.events.weapons import Weapon
from dateline.reading.modality import read_modality
from dateline.reading.parse import Parse
from dateline.reading.roles.fit import SAID, Role
from dateline.reading.roles.reader import read_roles
from dateline.reading.tree import ancestors, children, noun_phrase, subtree

SPOKEN = frozenset((AGAIN.id, SOUGHT.id))
"""Rules that count by a word of searching or speaking, which tells of no violence."""


def tell(
    parse: Parse,
    scene: Scene,
    codebook: Codebook,
    counts: Sequence[Count],
    times: Sequence[TimeMention],
    places: Sequence[PlaceMention],
) -> tuple[Telling, ...]:
    """Every telling in text order; a word that counts harm tells of violence where no finer trigger does."""
    harmed = frozenset(
        c.trigger
        for c in counts
        if c.field in PEOPLE and c.value.high != 0 and c.rule not in SPOKEN and not _again(parse, c, codebook)
    )
    people = frozenset(c.trigger for c in counts if _of_people(parse, c.head, codebook))
    triggers = read_triggers(parse, scene, harmed, harmed & people)
    governors = governors_of(codebook)
    whens = attach(parse, triggers, times, governors)
    wheres = attach(parse, triggers, places, governors)
    timed = {i for m in times for i in range(*parse.token_range(m.span))}
    totals = {c.trigger for c in counts if c.total}
    said_by = {lemma: kind for kind in codebook.weapons.weapon for lemma in kind.said_by}
    tellings = []
    for t in triggers:
        roles = read_roles(parse, t, scene, codebook.roles)
        if t.suffered:
            roles = tuple(replace(r, field="target") if r.field == "actor" else r for r in roles)
        parts = tuple(_part(parse, role, scene, codebook) for role in roles if role.head not in timed)
        if _is_downing(parse, t):
            struck = {o.i for o in objects(parse, parse.tokens[t.i], wide=True)}
            parts = tuple(p for p in parts if not (p.weapon and p.role.head in struck))
        weapons = tuple(p.weapon for p in parts if p.weapon)
        if not weapons and (said := _said_weapon(parse, t, scene, said_by)):
            parts = (*parts, said)
        tellings.append(
            Telling(
                t,
                refined(t.type, weapons, scene.lexicon),
                tuple(p for p in parts if p.weapon or p.entity),
                whens.get(t.i, ()),
                wheres.get(t.i, ()),
                read_modality(parse, t.i, scene.cues),
                t.i in totals,
            )
        )
    return tuple(tellings)


def _again(parse: Parse, count: Count, codebook: Codebook) -> bool:
    """Whether a bare tally gives anew what was told before: "killed three; a nurse put the number at 20".

    Not the sum of a year: "the deaths bring the city's total to 106 for the year".
    """
    if count.total:
        return False
    tally = parse.tokens[count.trigger].lemma in codebook.counts.toll.again | codebook.counts.toll.with_harm
    return tally and count.rule == TOLL.id and not any(children(parse, count.trigger, "prep", "relcl", "acl"))


def _of_people(parse: Parse, head: int, codebook: Codebook) -> bool:
    """Whether the noun of a count, or the one after its "of", means people: "dozens of herders"."""
    under = (t.i for p in children(parse, head, "prep") for t in children(parse, p.i, "pobj"))
    return any(is_person(noun_of(parse, i), codebook.counts) for i in (head, *under))


def _part(parse: Parse, role: Role, scene: Scene, codebook: Codebook) -> Part:
    if role.field == "weapon":
        return Part(role, None, scene.weapons.get(role.head))
    entity = party(parse, role.head, scene.cast, codebook)
    if role.field == "target" or entity is None:
        return Part(role, entity, None)
    return Part(role, doer(parse, role.head, entity, codebook), None)


def party(parse: Parse, head: int, cast: Cast, codebook: Codebook) -> Entity | None:
    """The entity that a noun or pronoun stands for; a noun that the cast does not know is taken as it is."""
    known = cast.entity(head)
    if known is not None:
        return known
    token = parse.tokens[head]
    if not token.tag.startswith("NN"):
        return None
    first, end = noun_phrase(parse, head)
    words = parse.words(unquantified(parse, first, head, codebook.actors), end)
    return Entity(words, "unknown", None, None, words)


def _said_weapon(
    parse: Parse, trigger: Trigger, scene: Scene, said_by: Mapping[str, WeaponKind]
) -> Part | None:
    """The weapon that the trigger says by itself, as in "shot dead" but not in "shot down a jet"."""
    kind = said_by.get(parse.tokens[trigger.i].lemma)
    beside = children(parse, trigger.i)
    if kind is None or any(t.i in scene.weapons for t in beside) or _is_downing(parse, trigger):
        return None
    return Part(Role("weapon", trigger.i, SAID), None, Weapon(trigger.i, trigger.span, kind, False))


def _is_downing(parse: Parse, trigger: Trigger) -> bool:
    """Whether aircraft or missiles are brought down: what is shot down then is no weapon used."""
    down = any(t.lower == "down" for t in (parse.tokens[trigger.i], *children(parse, trigger.i)))
    return down and trigger.type.name in ("aircraft downed", "disrupted weapons use")


def doer(parse: Parse, head: int, entity: Entity, codebook: Codebook) -> Entity | None:
    """Who acts: a state through its capital or its leader.

    "Unknown gunmen" are of unknown kind, whatever they carry. "Suspected" is no part of a name. A word that
    nothing knows is no name for standing capitalised at the start of a sentence.
    """
    words, countries = codebook.roles, codebook.countries
    before, _, rest = entity.name.partition(" ")
    if rest and before.lower() in words.suspected_adjectives:
        entity = replace(entity, name=rest)
    if entity.kind == "person" and entity.country and entity.role in words.leader_roles:
        state = countries.by_code[entity.country]
        return Entity(state.name, "state", state.code, entity.role, entity.text)
    if any(t.lower in words.unknown_adjectives for t in children(parse, head, "amod")):
        return replace(entity, kind="unknown")
    if entity.kind == "unknown":
        found = countries.word(parse.tokens[head].text)
        if found and "capital" in found.senses:
            return Entity(found.country.name, "state", found.country.code, None, entity.text)
        token = parse.tokens[head]
        begins = parse.sentences[token.sentence].first == head and not token.text.isupper()
        return None if begins and token.tag.startswith("NNP") else entity
    return entity


def belongs(parse: Parse, i: int, tellings: Sequence[Telling]) -> int | None:
    """Index of the telling that a word belongs to.

    The one it triggers, else the nearest above it or below it in the sentence, else the nearest in
    its sentence, else the last one told before.
    """
    heads = {t.trigger.i: n for n, t in enumerate(tellings)}
    if i in heads:
        return heads[i]
    below = [heads[c] for c in subtree(parse, i) if c in heads]
    if below:
        return below[0]
    for above in ancestors(parse, i):
        if above.i in heads:
            return heads[above.i]
    here = [h for h in heads if parse.tokens[h].sentence == parse.tokens[i].sentence]
    if here:
        return heads[min(here, key=lambda h: (abs(h - i), h))]
    before = [h for h in heads if h < i]
    return heads[max(before)] if before else None

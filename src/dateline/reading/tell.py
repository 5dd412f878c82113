"""Triggers -> tellings: each with its parties, weapons, times, places and modality."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.codebook import Codebook
from dateline.model import PEOPLE, Entity, PlaceMention, TimeMention
from dateline.reading.actors import Cast
from dateline.reading.attach import attach
from dateline.reading.counts import Count
from dateline.reading.modality import read_modality
from dateline.reading.parse import Parse
from dateline.reading.roles import Role, read_roles
from dateline.reading.telling import Part, Telling, refined
from dateline.reading.tree import ancestors, noun_phrase, subtree, without_article
from dateline.reading.triggers import Scene, Trigger, read_triggers


def tell(
    parse: Parse,
    scene: Scene,
    codebook: Codebook,
    counts: Sequence[Count],
    times: Sequence[TimeMention],
    places: Sequence[PlaceMention],
) -> tuple[Telling, ...]:
    """Every telling in text order; a word that counts harm tells of violence where no finer trigger does."""
    found = read_triggers(parse, scene)
    known = {t.i for t in found}
    harm = scene.lexicon.types["violence"]
    extra = {c.trigger for c in counts if c.field in PEOPLE and c.value.high != 0} - known
    harmed = (Trigger(i, parse.tokens[i].span, harm, True) for i in extra)
    by_token = {t.i: t for t in (*harmed, *reversed(found))}
    triggers = [by_token[i] for i in sorted(by_token)]
    whens, wheres = attach(parse, triggers, times), attach(parse, triggers, places)
    timed = {i for m in times for i in range(*parse.token_range(m.span))}
    totals = {c.trigger for c in counts if c.total}
    tellings = []
    for t in triggers:
        roles = read_roles(parse, t, scene, codebook.roles)
        parts = tuple(_part(parse, role, scene) for role in roles if role.head not in timed)
        weapons = tuple(p.weapon for p in parts if p.weapon)
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


def _part(parse: Parse, role: Role, scene: Scene) -> Part:
    if role.field == "weapon":
        return Part(role, None, scene.weapons.get(role.head))
    return Part(role, party(parse, role.head, scene.cast), None)


def party(parse: Parse, head: int, cast: Cast) -> Entity | None:
    """The entity that a noun or pronoun stands for; a noun that the cast does not know is taken as it is."""
    known = cast.entity(head)
    if known is not None:
        return known
    token = parse.tokens[head]
    if not token.tag.startswith("NN"):
        return None
    first, end = noun_phrase(parse, head)
    words = parse.words(without_article(parse, first, end), end)
    return Entity(words, "unknown", None, None, words)


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

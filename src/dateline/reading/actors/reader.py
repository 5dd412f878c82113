"""Who is in a report: the people, bodies, states, armed groups and facilities, and every word for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.codebook import Codebook
from dateline.model import (
    Actor,
    ActorMention,
    ActorRelation,
    Entity,
    EntityKind,
    Mention,
    RelationKind,
    content_id,
)
from dateline.reading.actors.descriptions import read_phrases
from dateline.reading.actors.grammar import make_page
from dateline.reading.actors.links import Bond, Scene, read_bonds, read_same
from dateline.reading.actors.names import read_names
from dateline.reading.actors.phrases import Phrase
from dateline.reading.parse import Parse
from dateline.reading.reference.reader import References, resolve

UNTOLD: frozenset[EntityKind] = frozenset(("organisation", "unknown"))
"""Kinds that a description may have for want of a finer word: "the group"."""


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors of a report and their mentions, both in text order, with lookups by token index."""

    actors: tuple[Actor, ...]
    mentions: tuple[ActorMention, ...]
    actor_at: Mapping[int, Actor]
    entity_at: Mapping[int, Entity]
    party_at: Mapping[int, Actor]

    def at(self, i: int) -> Actor | None:
        """The actor that token ``i`` belongs to, by name, description or resolved pronoun."""
        return self.actor_at.get(i)

    def entity(self, i: int) -> Entity | None:
        """Whom the noun phrase headed at token ``i``, or the name or pronoun there, stands for."""
        return self.entity_at.get(i)

    def party(self, i: int) -> Actor | None:
        """The named party behind a phrase: itself, or the one it belongs to ("FARC" in "FARC guerrillas")."""
        return self.party_at.get(i)

    def body(self, i: int) -> Actor | None:
        """The named body or state that whoever stands at token ``i`` speaks or works for, if it is one."""
        actor, party = self.at(i), self.party(i)
        if party is not None and party != actor:
            return party
        of = {r.actor for r in actor.relations if r.kind == "affiliated with"} if actor else set()
        bodies = [a for a in self.actors if a.id in of]
        return bodies[0] if len(bodies) == 1 else None


def read_cast(parse: Parse, report_id: str, codebook: Codebook) -> Cast:
    """Read all actors of one report."""
    phrases = read_phrases(make_page(parse, read_names(parse, codebook), codebook.actors))
    at = {k: n for n, p in enumerate(phrases) for k in range(p.core_first, p.core_end)}
    at.update(
        (k, n)
        for n, p in enumerate(phrases)
        for k in range(p.core_first, p.core_end)
        if p.core_end - p.core_first == 1
    )
    scene = Scene(parse, phrases, at, codebook.actors)
    references = resolve(scene, read_same(scene))
    return _Casting(scene, references, report_id).cast()


class _Casting:
    """Turns groups of phrases into actors and mentions."""

    def __init__(self, scene: Scene, references: References, report_id: str) -> None:
        self._scene, self._refs, self._report = scene, references, report_id
        self._members: dict[int, list[int]] = {}
        for n, group in enumerate(references.group):
            self._members.setdefault(group, []).append(n)

    def cast(self) -> Cast:
        bonds = self._bonds()
        kept = self._kept(bonds)
        ids = {
            g: content_id("actor", self._report, self._name(g), str(self._phrases(g)[0].first)) for g in kept
        }
        actors = {
            g: self._actor(g, ids, bonds) for g in sorted(kept, key=lambda g: self._phrases(g)[0].core_first)
        }
        actor_at: dict[int, Actor] = {}
        entity_at: dict[int, Entity] = {}
        party_at: dict[int, Actor] = {}
        mentions: list[ActorMention] = []
        for n, phrase in enumerate(self._scene.phrases):
            group = self._refs.group[n]
            actor = actors.get(group)
            entity = self._entity(phrase, actor)
            for k, m in ((k, self._scene.at[k]) for k in range(phrase.core_first, phrase.core_end)):
                if m == n and actor:
                    actor_at[k] = actor
                if m == n:
                    entity_at[k] = entity
            party = actor if actor and self._is_named(group) else self._party_of(phrase, actors)
            if party:
                party_at[phrase.head] = party
            if not phrase.place:
                mentions.append(Mention("actor", self._scene.parse.span(phrase.first, phrase.end), entity))
        for i, n in self._refs.pronouns.items():
            actor = actors.get(self._refs.group[n])
            if actor is None:
                entity_at[i] = self._entity(self._scene.phrases[n], None)
            else:
                actor_at[i] = actor
                entity_at[i] = Entity(
                    actor.name, actor.kind, actor.country, actor.role, self._scene.parse.tokens[i].text
                )
                if self._is_named(self._refs.group[n]):
                    party_at[i] = actor
        return Cast(tuple(actors.values()), tuple(mentions), actor_at, entity_at, party_at)

    def _phrases(self, group: int) -> list[Phrase]:
        return [self._scene.phrases[n] for n in self._members[group]]

    def _is_named(self, group: int) -> bool:
        return any(p.name for p in self._phrases(group))

    def _kept(self, bonds: list[tuple[RelationKind, int, int]]) -> set[int]:
        """Groups that are actors: the named, the referred back to, and those that an actor is related to."""
        kept = {g for g, members in self._members.items() if len(members) > 1 or self._is_named(g)}
        kept |= {
            self._refs.group[n]
            for i, n in self._refs.pronouns.items()
            if self._scene.parse.tokens[i].tag.startswith("PRP")
        }
        kept |= {b for _, a, b in bonds if a in kept}
        return {
            g for g in kept if not all(p.place for p in self._phrases(g)) or any(b == g for _, _, b in bonds)
        }

    def _bonds(self) -> list[tuple[RelationKind, int, int]]:
        """Relations between groups, by grammar and by office."""
        found: list[tuple[RelationKind, int, int]] = []
        for bond in read_bonds(self._scene):
            self._add(found, bond)
        for n, phrase in enumerate(self._scene.phrases):
            if phrase.sort == "person" and phrase.role:
                for k in phrase.near:
                    self._add(found, Bond("affiliated with", n, k))
        return found

    def _add(self, found: list[tuple[RelationKind, int, int]], bond: Bond) -> None:
        other = self._group_at(bond.other)
        own = self._refs.group[bond.phrase]
        if other is None or other == own or (bond.kind, own, other) in found:
            return
        if bond.kind == "affiliated with" and self._phrases(other)[0].sort not in (
            "body",
            "state",
            "facility",
        ):
            return
        found.append((bond.kind, own, other))

    def _group_at(self, i: int) -> int | None:
        n = self._scene.at.get(i, self._refs.pronouns.get(i))
        return None if n is None else self._refs.group[n]

    def _party_of(self, phrase: Phrase, actors: Mapping[int, Actor]) -> Actor | None:
        for k in phrase.near:
            group = self._group_at(k)
            if (
                group is not None
                and group in actors
                and self._phrases(group)[0].sort in ("body", "state")
                and self._is_named(group)
            ):
                return actors[group]
        return None

    def _name(self, group: int) -> str:
        """The longest proper name, or the words of the first description."""
        phrases = self._phrases(group)
        names = [p.name for p in phrases if p.name]
        if names:
            return max(names, key=lambda name: (len(name.split()), len(name)))
        return self._description(phrases[0])

    def _description(self, phrase: Phrase) -> str:
        parse = self._scene.parse
        return " ".join(parse.words(phrase.core_first, max(phrase.end, phrase.core_end)).split())

    def _kind(self, group: int) -> EntityKind:
        phrases = self._phrases(group)
        named = [p for p in phrases if p.name] or phrases
        if named[0].kind == "organisation":
            return next(
                (p.kind for p in phrases if p.kind not in ("organisation", "unknown")), "organisation"
            )
        return named[0].kind

    def _actor(self, group: int, ids: Mapping[int, str], bonds: list[tuple[RelationKind, int, int]]) -> Actor:
        phrases = self._phrases(group)
        related = [(kind, b) for kind, a, b in bonds if a == group and b in ids]
        country = next((p.country for p in phrases if p.country), None)
        if country is None:
            of = {
                c
                for kind, b in related
                if kind == "affiliated with"
                for c in [next((p.country for p in self._phrases(b) if p.country), None)]
                if c
            }
            country = of.pop() if len(of) == 1 else None
        role = next((p.role for p in phrases if p.role), None)
        return Actor(
            id=ids[group],
            report=self._report,
            name=self._name(group),
            kind=self._kind(group),
            country=country,
            role=role,
            relations=tuple(ActorRelation(kind, ids[b]) for kind, b in related),
            spans=tuple(self._scene.parse.span(p.first, p.end) for p in phrases),
        )

    def _entity(self, phrase: Phrase, actor: Actor | None) -> Entity:
        text = self._scene.parse.words(phrase.first, phrase.end)
        if actor and (phrase.name or phrase.sort == "person"):
            return Entity(actor.name, actor.kind, actor.country, actor.role, text)
        if actor:
            kind = actor.kind if phrase.kind in UNTOLD else phrase.kind
            return Entity(actor.name, kind, actor.country or phrase.country, actor.role, text)
        return Entity(self._description(phrase), phrase.kind, phrase.country, phrase.role, text)

"""Who is meant by a surname, "the group", "the spokesman" or "he"?

"Nobody known" is an answer: where two fit equally well, a phrase stays by itself.
"""

from __future__ import annotations

from typing import NamedTuple

from dateline.reading.actors.grammar import DEFINITE
from dateline.reading.actors.links import Scene
from dateline.reading.actors.phrases import Phrase
from dateline.reading.reference.groups import Groups, group_by_name
from dateline.reading.reference.pronouns import (
    HE,
    PRONOUNS,
    RELATIVE,
    SHE,
    antecedent,
    relative_antecedent,
)

NEAR, FAR = 3, 12
"""Sentences back in which a kind ("the group") and a head noun ("the council") are taken up."""
BARE_BODIES = frozenset(("police", "military", "government"))
"""Kinds of bodies that are taken up without an article: "police said"."""


class References(NamedTuple):
    """For each phrase its group, and for each pronoun token the phrase that it stands for."""

    group: list[int]
    pronouns: dict[int, int]


def resolve(scene: Scene, same: list[tuple[int, int]]) -> References:
    """Bring together all phrases that stand for one actor; ``same`` are pairs known from grammar."""
    groups = group_by_name(scene, same)
    pronouns: dict[int, int] = {}
    told: dict[int, list[tuple[int, int]]] = {}
    seen: list[int] = []
    for token in scene.parse.tokens:
        n = scene.at.get(token.i)
        if n is not None and scene.phrases[n].head == token.i:
            if scene.phrases[n].name is None and len(groups.members[groups.of[n]]) == 1:
                earlier = _earlier(scene, groups, n, seen)
                if earlier is not None:
                    groups.join(earlier, n)
            seen.append(n)
        elif token.tag in ("PRP", "PRP$") and token.lower in PRONOUNS:
            n = antecedent(scene, groups, pronouns, told, token)
            if n is not None and token.lower in HE | SHE:
                groups.learn_gender(n, "male" if token.lower in HE else "female")
        elif token.tag in RELATIVE:
            n = relative_antecedent(scene, token)
        else:
            continue
        if n is not None:
            told.setdefault(token.sentence, []).append((token.i, n))
            if scene.phrases[n].head != token.i:
                pronouns[token.i] = n
    return References(groups.of, pronouns)


def _earlier(scene: Scene, groups: Groups, n: int, seen: list[int]) -> int | None:
    """The earlier phrase that description ``n`` takes up: the nearest of those that fit best."""
    phrase = scene.phrases[n]
    bare = phrase.sort == "body" and phrase.kind in BARE_BODIES
    if not (phrase.definite or bare) or phrase.sort in ("facility", "state"):
        return None
    fitting: tuple[list[int], list[int]] = ([], [])
    for m in reversed(seen):
        other = scene.phrases[m]
        distance = _sentence(scene, n) - _sentence(scene, m)
        if distance > FAR and not other.name:
            continue
        fit = _fit(scene, phrase, other, distance)
        if fit is not None and groups.may_join(m, n) and not _belongs_elsewhere(scene, groups, phrase, other):
            fitting[fit].append(m)
    best = fitting[0] or fitting[1]
    if not best:
        return None
    nearest = _sentence(scene, best[0])
    return groups.only([m for m in best if _sentence(scene, m) == nearest])


def _sentence(scene: Scene, n: int) -> int:
    return scene.parse.tokens[scene.phrases[n].head].sentence


def _fit(scene: Scene, phrase: Phrase, other: Phrase, distance: int) -> int | None:
    """How a description fits an earlier phrase: 0 by its noun or office, 1 by its kind alone, or not."""
    if phrase.sort == "person":
        return 0 if other.sort == "person" and _same_person(phrase, other) else None
    if phrase.sort == "people":
        same = (
            other.sort == "people"
            and other.name is None
            and (other.key, other.kind) == (phrase.key, phrase.kind)
        )
        return 0 if same and distance <= NEAR else None
    if other.sort not in ("body", "state"):
        return None
    head = scene.parse.tokens[phrase.head].lower
    if other.name and other.key.split()[-1] == head and other.kind == phrase.kind:
        return 0
    if other.name is None and (other.key, other.sort) == (phrase.key, phrase.sort):
        return 0 if distance < NEAR or _is_bare(scene, phrase) == _is_bare(scene, other) else None
    by_kind = other.name and other.kind in scene.actors.stands_for.get(head, ()) and distance <= 2 * NEAR
    allowed = phrase.kind in (other.kind, "unknown", "organisation", "state")
    return 1 if by_kind and allowed and not phrase.near and _is_bare(scene, phrase) else None


def _same_person(phrase: Phrase, other: Phrase) -> bool:
    """Whether two offices may be one, "the minister" a "finance minister", or two nouns, "boy" and "boy"."""
    if phrase.role and other.role:
        one, two = (_office(p.role or "") for p in (phrase, other))
        short, long = sorted((one, two), key=len)
        return long[-len(short) :] == short
    return (
        other.name is None
        and other.role == phrase.role
        and (other.key, other.near) == (phrase.key, phrase.near)
    )


def _office(role: str) -> list[str]:
    """The words of a role up to what it is of."""
    return role.lower().split(" of ")[0].split()


def _belongs_elsewhere(scene: Scene, groups: Groups, phrase: Phrase, other: Phrase) -> bool:
    """Whether both say whom they belong to and it differs: two commanders of two armies, two countries."""
    if None not in (phrase.country, other.country) and phrase.country != other.country:
        return True
    of = [n for k in phrase.near if (n := scene.at.get(k)) is not None]
    others = [n for k in other.near if (n := scene.at.get(k)) is not None]
    same = any(
        groups.of[a] == groups.of[b] or scene.phrases[a].key == scene.phrases[b].key
        for a in of
        for b in others
    )
    return bool(of and others) and not same


def _is_bare(scene: Scene, phrase: Phrase) -> bool:
    """Whether a definite description says nothing but its kind: "the group", "the militant group"."""
    words = (scene.parse.tokens[k].lower for k in range(phrase.first, phrase.head))
    return phrase.definite and all(w in DEFINITE or w in scene.actors.modifiers for w in words)

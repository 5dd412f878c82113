"""Which named party acts through the people, or the weapon, that the text speaks of?"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.codebook.roles import RoleWords
from dateline.reading.actors.reader import Cast
from dateline.reading.events.scene import Scene
from dateline.reading.parse import Parse, Token
from dateline.reading.tree import child, children, noun_phrase

BEHIND = frozenset(("armed group", "military", "police", "organisation"))
"""Kinds of named party that act through the people spoken of: "FARC guerrillas"."""
MODIFIERS = ("poss", "amod", "compound", "nmod")
LONGEST = 3
"""Nouns walked from "a group" to whom it is "of": "a group of rebels from the Northern Front"."""


def behind(parse: Parse, i: int, cast: Cast, words: RoleWords) -> int | None:
    """The word that names the party to which the people at a noun belong: "FARC" in "FARC guerrillas"."""
    party = cast.party(i)
    if party is not None and party.kind in BEHIND and cast.at(i) != party:
        first, end = noun_phrase(parse, i)
        own = [k for k in range(first, end) if cast.at(k) == party]
        return next((k for k in own if parse.tokens[k].head not in own), None)
    if party is not None:
        return None
    return next((k for k in _belonging(parse, i, words) if _is_party(k, cast)), None)


def stands_for(parse: Parse, i: int, cast: Cast) -> int:
    """The name beside a noun that nothing knows: "the network's branch", NAME; else the noun."""
    known = cast.entity(i)
    if known is not None and (known.kind not in ("armed group", "organisation") or not known.name.islower()):
        return i
    named = child(parse, i, "appos")
    return named.i if named is not None and _is_party(named.i, cast) else i


def _is_party(i: int, cast: Cast) -> bool:
    party = cast.party(i)
    return party is not None and party.kind in BEHIND and cast.at(i) == party


def _belonging(parse: Parse, i: int, words: RoleWords) -> Iterator[int]:
    """Whom people are said to belong to: "rebels belonging to X", "a group calling itself X"."""
    for _ in range(LONGEST):
        inner = None
        for t in children(parse, i):
            if t.i < i:
                continue
            if t.dep == "prep" and t.lower in ("of", "from"):
                inner = child(parse, t.i, "pobj")
                if inner is not None:
                    yield inner.i
            elif t.dep in ("acl", "relcl", "amod") and t.lemma in words.belonging_words:
                yield from (o.i for p in children(parse, t.i, "prep") for o in children(parse, p.i, "pobj"))
            elif t.dep == "acl" and t.lemma in words.naming_verbs:
                yield from (o.i for o in children(parse, t.i, "oprd", "dobj", "attr"))
                yield from (o.i for p in children(parse, t.i, "prep") for o in children(parse, p.i, "pobj"))
        if inner is None:
            return
        i = inner.i


def wielders(parse: Parse, weapon: int, scene: Scene) -> Iterator[int]:
    """Whose weapon it was that did it: "Israeli jets", "a mine laid by rebels", "fire from US tanks"."""
    for t in children(parse, weapon):
        if t.dep in MODIFIERS:
            yield from (t.i, *_names_in(parse, t))
        elif t.dep in ("acl", "relcl") and t.tag == "VBN":
            agent = child(parse, t.i, "agent")
            yield from (o.i for o in children(parse, agent.i, "pobj")) if agent else ()
        elif t.dep == "prep" and t.lower in ("of", "from"):
            for o in children(parse, t.i, "pobj"):
                if o.i in scene.weapons and not scene.weapons[o.i].bearer:
                    yield from wielders(parse, o.i, scene)


def _names_in(parse: Parse, modifier: Token) -> list[int]:
    """Names inside a modifier: "Marland" in "Marland army jets"."""
    return [c.i for c in children(parse, modifier.i, "compound", "amod", "nmod")]

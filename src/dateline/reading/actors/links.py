"""Which phrases stand for the same actor by grammar, and how are actors related?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from dateline.codebook.actors import Actors
from dateline.model import RelationKind
from dateline.reading.actors.phrases import Phrase
from dateline.reading.parse import Parse
from dateline.reading.tree import child, children, is_negated, subtree

ENDS = frozenset((",", ".", ")", "]", ";", ":", "—", "–", "--", "?", "!"))
UPWARD = frozenset(("pobj", "prep", "appos", "compound", "conj", "nmod", "dobj", "poss"))
SEARCHED = 8
"""Tokens after a comma in which a description's naming words have to begin."""


class Bond(NamedTuple):
    """The first phrase stands so to what token ``other`` belongs to: "his father" is parent of "his"."""

    kind: RelationKind
    phrase: int
    other: int


class Scene(NamedTuple):
    """A report's phrases and, for each token inside one's naming words, its place in the list."""

    parse: Parse
    phrases: list[Phrase]
    at: Mapping[int, int]
    actors: Actors


def read_same(scene: Scene) -> list[tuple[int, int]]:
    """Pairs of phrases that one clause makes the same: a name, and a description of who that is."""
    found = []
    for n, phrase in enumerate(scene.phrases):
        if phrase.name is None or phrase.sort in ("state", "facility"):
            continue
        for other in (
            _before(scene, phrase),
            _after(scene, phrase),
            _copula(scene, phrase),
            _beside(scene, phrase),
        ):
            if other is not None and other != n and not _is_of(scene, other, phrase):
                found.append((n, other))
    return found


def read_bonds(scene: Scene) -> list[Bond]:
    """Kinship, alliance and belonging, by noun ("his father", "an ally of the king") or by copula."""
    found: list[Bond] = []
    for n, phrase in enumerate(scene.phrases):
        head = scene.parse.tokens[phrase.head]
        relation = scene.actors.kin.get(head.lemma)
        if relation and phrase.name is None:
            found.extend(Bond(relation, n, k) for k in phrase.near)
        elif phrase.name and phrase.core_first:
            before = scene.parse.tokens[phrase.core_first - 1]
            relation = scene.actors.kin.get(before.lemma)
            if relation and before.tag.startswith("NN"):
                owner = child(scene.parse, before.i, "poss") or child(scene.parse, phrase.head, "poss")
                if owner:
                    found.append(Bond(relation, n, owner.i))
        found.extend(_said_to_be(scene, n, phrase))
    return found


def _said_to_be(scene: Scene, n: int, phrase: Phrase) -> Iterator[Bond]:
    """What a copula says of its subjects: "A and B are allies of C"."""
    head = scene.parse.tokens[phrase.head]
    top = head
    while top.dep == "conj":
        top = scene.parse.tokens[top.head]
    verb = scene.parse.tokens[top.head]
    if top.dep != "nsubj" or verb.lemma != "be" or is_negated(scene.parse, verb.i):
        return
    said = child(scene.parse, verb.i, "attr")
    relation = scene.actors.kin.get(said.lemma) if said else None
    if said and relation and scene.at.get(said.i) != n:
        for prep in children(scene.parse, said.i, "prep"):
            if prep.lower == "of":
                yield from (Bond(relation, n, o.i) for o in children(scene.parse, prep.i, "pobj"))
        yield from (Bond(relation, n, o.i) for o in children(scene.parse, said.i, "poss"))


def _fits(name: Phrase, other: Phrase) -> bool:
    """Whether a nameless phrase can describe the named one."""
    if other.name is not None:
        return False
    if name.sort == "person":
        return other.sort == "person" and (None in (name.gender, other.gender) or name.gender == other.gender)
    vague = {"unknown", "organisation"} & {name.kind, other.kind}
    if other.sort == "facility":
        return name.kind == "organisation"
    return other.sort in ("body", "people") and (bool(vague) or name.kind == other.kind)


def _is_of(scene: Scene, n: int, name: Phrase) -> bool:
    """Whether description ``n`` is of the named one: X's wife is not X."""
    owners = (scene.at.get(k) for k in scene.phrases[n].near)
    return any(m is not None and scene.phrases[m].key == name.key for m in owners)


def _is_closed(parse: Parse, end: int, sentence: int) -> bool:
    """Whether a mark or the end of the sentence stands at token ``end``."""
    return (
        end >= len(parse.tokens) or parse.tokens[end].text in ENDS or parse.tokens[end].sentence != sentence
    )


def _before(scene: Scene, name: Phrase) -> int | None:
    """The description that a name in apposition explains: "the president of X, NAME,".

    The parser often hangs the name on the nearest noun; it belongs to the nearest fitting description above.
    """
    parse, first = scene.parse, name.core_first
    if first < 2 or parse.tokens[first - 1].text != ",":
        return None
    head = parse.tokens[name.head]
    if head.dep != "appos" and not _is_closed(parse, name.end, head.sentence):
        return None
    token = parse.tokens[first - 2]
    while token.sentence == head.sentence:
        n = scene.at.get(token.i)
        if n is not None and _fits(name, scene.phrases[n]):
            return n
        if n is not None and scene.phrases[n].name and scene.phrases[n].sort == name.sort:
            return None
        if token.dep not in UPWARD or token.head >= token.i:
            return None
        token = parse.tokens[token.head]
    return None


def _after(scene: Scene, name: Phrase) -> int | None:
    """The description after a name between commas: "NAME, 45, president of X,"."""
    parse, k = scene.parse, name.end + 1
    if k >= len(parse.tokens) or parse.tokens[name.end].text != ",":
        return None
    if parse.tokens[k].tag == "CD" and k + 1 < len(parse.tokens) and parse.tokens[k + 1].text == ",":
        k += 2
    n = next((scene.at[i] for i in range(k, min(k + SEARCHED, len(parse.tokens))) if i in scene.at), None)
    while n is not None and scene.phrases[n].name and scene.phrases[n].first == k:
        n = n + 1 if n + 1 < len(scene.phrases) else None
    if n is None or scene.phrases[n].first != k or scene.phrases[n].name:
        return None
    head = parse.tokens[scene.phrases[n].head]
    follower = scene.at.get(head.i + 1)
    if not _fits(name, scene.phrases[n]) or (follower is not None and scene.phrases[follower].name):
        return None
    closed = _is_closed(parse, _with_phrases(parse, scene.phrases[n]), parse.tokens[name.head].sentence)
    return n if head.dep == "appos" or (closed and head.dep not in ("conj", "nsubj")) else None


def _with_phrases(parse: Parse, phrase: Phrase) -> int:
    """End of a description with the prepositional phrases that follow it."""
    end = phrase.end
    for t in children(parse, phrase.head, "prep"):
        if t.i == end:
            end = max(subtree(parse, t.i)) + 1
    return end


def _copula(scene: Scene, name: Phrase) -> int | None:
    """What a name is said to be: "NAME is the leader of X"."""
    parse = scene.parse
    head = parse.tokens[name.head]
    verb = parse.tokens[head.head]
    if (
        head.dep != "nsubj"
        or verb.lemma != "be"
        or not verb.tag.startswith("VB")
        or is_negated(parse, verb.i)
    ):
        return None
    said = child(parse, verb.i, "attr")
    n = scene.at.get(said.i) if said and said.lemma not in scene.actors.kin else None
    if n is None or said is None or scene.phrases[n].head != said.i or not _fits(name, scene.phrases[n]):
        return None
    return n


def _beside(scene: Scene, name: Phrase) -> int | None:
    """A description right before a name without a comma: "the militant group NAME", "his brother NAME"."""
    n = scene.at.get(name.core_first - 1)
    if n is None or scene.phrases[n].head != name.core_first - 1 or not _fits(name, scene.phrases[n]):
        return None
    head, own = scene.parse.tokens[scene.phrases[n].head], scene.parse.tokens[name.head]
    return n if own.i in (head.head, head.i) or own.head == head.i else None

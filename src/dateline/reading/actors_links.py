"""Which phrases stand for the same actor by grammar, and how are actors related?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from dateline.codebook.actors import Actors
from dateline.model import RelationKind
from dateline.reading.actors_phrases import Phrase
from dateline.reading.parse import Parse
from dateline.reading.tree import child, children, is_negated

ENDS = frozenset((",", ".", ")", "]", ";", ":", "—", "–", "--", "?", "!"))
UPWARD = frozenset(("pobj", "prep", "appos", "compound", "conj", "nmod", "dobj", "poss"))


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
            if other is not None and other != n and _fits(phrase, scene.phrases[other]):
                found.append((n, other))
    return found


def read_bonds(scene: Scene) -> list[Bond]:
    """Kinship, alliance and belonging, by noun ("his father", "an ally of the king") or by copula."""
    found = []
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
        return (
            other.sort == "person"
            and None in (name.gender, other.gender)
            or name.gender == other.gender
            and other.sort == "person"
        )
    if name.kind == "organisation" and other.sort == "facility":
        return True
    return other.sort in ("body", "people") and (
        name.kind == other.kind
        or "unknown" in (name.kind, other.kind)
        or name.kind == "organisation"
        or other.kind == "organisation"
    )


def _before(scene: Scene, name: Phrase) -> int | None:
    """The description that a name in apposition explains: "the president of X, NAME,".

    The parser often hangs the name on the nearest noun; it belongs to the nearest fitting description above.
    """
    parse = scene.parse
    first = name.core_first
    comma = first > 0 and parse.tokens[first - 1].text == ","
    if not comma or first < 2:
        return None
    closed = (
        name.end >= len(parse.tokens)
        or parse.tokens[name.end].text in ENDS
        or parse.tokens[name.end].sentence != parse.tokens[name.head].sentence
    )
    if parse.tokens[name.head].dep == "appos" or closed:
        return _described(scene, name, first - 2)
    return None


def _described(scene: Scene, name: Phrase, i: int) -> int | None:
    """The nearest description at or above token ``i`` that fits the name."""
    parse = scene.parse
    token = parse.tokens[i]
    while token.sentence == parse.tokens[name.head].sentence:
        n = scene.at.get(token.i)
        if n is not None and scene.phrases[n].name is None and _fits(name, scene.phrases[n]):
            return n
        if n is not None and scene.phrases[n].sort == name.sort and scene.phrases[n].name is not None:
            return None
        if token.dep not in UPWARD or token.head >= token.i:
            return None
        token = parse.tokens[token.head]
    return None


def _after(scene: Scene, name: Phrase) -> int | None:
    """The description after a name between commas: "NAME, 45, president of X,"."""
    parse, k = scene.parse, name.end
    if k >= len(parse.tokens) or parse.tokens[k].text != ",":
        return None
    k += 1
    if k + 1 < len(parse.tokens) and parse.tokens[k].tag == "CD" and parse.tokens[k + 1].text == ",":
        k += 2
    for i in range(k, min(k + 8, len(parse.tokens))):
        n = scene.at.get(i)
        if n is None:
            continue
        other = scene.phrases[n]
        if other.first > k or other.name is not None:
            if other.first > k:
                return None
            continue
        end = _phrase_end(scene, other)
        closed = (
            end >= len(parse.tokens)
            or parse.tokens[end].text in ENDS
            or parse.tokens[end].sentence != parse.tokens[name.head].sentence
        )
        head = parse.tokens[other.head]
        if (closed or head.dep == "appos") and head.dep not in ("conj", "nsubj") or head.dep == "appos":
            return n
        return None
    return None


def _phrase_end(scene: Scene, phrase: Phrase) -> int:
    """End of a description with its prepositional phrases."""
    end, parse = phrase.end, scene.parse
    grown = True
    while grown:
        grown = False
        for t in children(parse, phrase.head, "prep"):
            from_here = _last_below(parse, t.i) + 1
            if t.i == end and from_here > end:
                end, grown = from_here, True
    return end


def _last_below(parse: Parse, i: int) -> int:
    while parse.tokens[i].children and parse.tokens[i].children[-1] > i:
        i = parse.tokens[i].children[-1]
    return i


def _copula(scene: Scene, name: Phrase) -> int | None:
    """What a name is said to be: "NAME is the leader of X"."""
    parse = scene.parse
    head = parse.tokens[name.head]
    verb = parse.tokens[head.head]
    if (
        head.dep != "nsubj"
        or verb.lemma != "be"
        or verb.tag not in ("VBZ", "VBP", "VBD")
        or is_negated(parse, verb.i)
    ):
        return None
    said = child(parse, verb.i, "attr")
    n = scene.at.get(said.i) if said else None
    if n is None or scene.parse.tokens[scene.phrases[n].head].lemma in scene.actors.kin:
        return None
    return n if scene.phrases[n].head == (said.i if said else -1) else None


def _beside(scene: Scene, name: Phrase) -> int | None:
    """A description right before a name without a comma: "the militant group NAME", "his brother NAME"."""
    if not name.core_first:
        return None
    n = scene.at.get(name.core_first - 1)
    if n is None:
        return None
    other, head = scene.phrases[n], scene.parse.tokens[scene.phrases[n].head]
    joined = head.head == name.head or scene.parse.tokens[name.head].head == head.i
    return (
        n
        if other.head == name.core_first - 1
        and joined
        and scene.parse.tokens[name.head].dep
        in ("appos", "nsubj", "dobj", "pobj", "nsubjpass", "conj", "poss", "ROOT", "attr", "compound")
        else None
    )

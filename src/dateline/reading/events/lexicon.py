"""The codebook's words turned round for lookup: from lemma to what it signals. Made once a run."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from dateline.codebook import Codebook
from dateline.codebook.event_types import EventType, EventTypes, Frame, Struck, WordClass
from dateline.codebook.weapons import WeaponKind
from dateline.reading.parse import Parse

V = TypeVar("V")

INNER_HYPHEN = re.compile(r"(?<=[a-z])-(?=[a-z])")
"""The parser makes such a hyphen a token of its own."""

STEPPED_OVER = frozenset(("the", "a", "an", "-"))
"""Words that may stand between those of a phrase."""


@dataclass(frozen=True, slots=True)
class PhraseTable(Generic[V]):
    """Lemmas in a row and what they stand for, by first lemma, longest first."""

    by_first: Mapping[str, tuple[tuple[tuple[str, ...], V], ...]]

    def at(self, parse: Parse, i: int) -> tuple[int, V] | None:
        """The longest phrase that begins at token ``i``: its end and its value."""
        for lemmas, value in self.by_first.get(parse.tokens[i].lemma, ()):
            end = _match(parse, i, lemmas)
            if end is not None:
                return end, value
        return None


def phrase_table(entries: Iterable[tuple[str, V]]) -> PhraseTable[V]:
    """Build a table from phrases written as lemmas with spaces or hyphens between them."""
    found: dict[str, list[tuple[tuple[str, ...], V]]] = {}
    for phrase, value in entries:
        lemmas = tuple(INNER_HYPHEN.sub(" ", phrase).split())
        found.setdefault(lemmas[0], []).append((lemmas, value))
    return PhraseTable({k: tuple(sorted(v, key=_longest_first)) for k, v in found.items()})


def _longest_first(entry: tuple[tuple[str, ...], object]) -> tuple[int, tuple[str, ...]]:
    """Order of phrases; a hyphen adds nothing to their length."""
    lemmas = entry[0]
    return -sum(lemma != "-" for lemma in lemmas), lemmas


def _match(parse: Parse, i: int, lemmas: tuple[str, ...]) -> int | None:
    """End of the phrase at ``i``; an article or hyphen may stand between its words."""
    at = i
    for n, lemma in enumerate(lemmas):
        while n and at < len(parse.tokens) and parse.tokens[at].lower in STEPPED_OVER - {lemma}:
            at += 1
        if at >= len(parse.tokens):
            return None
        token = parse.tokens[at]
        if lemma not in (token.lemma, token.lower) or token.sentence != parse.tokens[i].sentence:
            return None
        at += 1
    return at


@dataclass(frozen=True, slots=True)
class Framing:
    """A frame made ready for lookup: its particle split off, its classes filled in, its type named."""

    frame: Frame
    type: EventType | None
    particle: str | None
    objects: tuple[WordClass, ...]
    subjects: tuple[WordClass, ...]
    aims: tuple[WordClass, ...]
    near: tuple[WordClass, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Lookups for event triggers and weapons; frames by verb, by noun and by family, in codebook order.

    ``known`` are all words that alone, or in a frame, may be a trigger.
    """

    verbs: Mapping[str, EventType]
    nouns: Mapping[str, EventType]
    weak_verbs: Mapping[str, EventType]
    weak_nouns: Mapping[str, EventType]
    phrases: PhraseTable[EventType]
    weapons: PhraseTable[WeaponKind]
    types: Mapping[str, EventType]
    framed_verbs: Mapping[str, tuple[Framing, ...]]
    framed_nouns: Mapping[str, tuple[Framing, ...]]
    framed_families: Mapping[str, tuple[Framing, ...]]
    known: frozenset[str]
    not_after: Mapping[str, frozenset[str]]
    ambiguous: frozenset[str]
    bursting: frozenset[str]
    listing: frozenset[str]
    carriers: frozenset[str]
    harming: frozenset[str]
    struck: Struck
    light: frozenset[str]
    causes: frozenset[str]
    deaths: frozenset[str]
    topics: frozenset[str]


def build_lexicon(codebook: Codebook) -> Lexicon:
    """Turn event types and weapons round."""
    types = codebook.event_types.type
    verbs = {lemma: t for t in types for lemma in t.verbs}
    nouns = {lemma: t for t in types for lemma in t.nouns}
    weak_verbs = {lemma: t for t in types for lemma in t.weak_verbs}
    weak_nouns = {lemma: t for t in types for lemma in t.weak_nouns}
    framed_verbs = _framings(codebook.event_types, lambda frame: frame.verbs)
    framed_nouns = _framings(codebook.event_types, lambda frame: frame.nouns)
    return Lexicon(
        verbs=verbs,
        nouns=nouns,
        weak_verbs=weak_verbs,
        weak_nouns=weak_nouns,
        phrases=phrase_table((p, t) for t in types for p in (*t.phrases, *_hyphened(t.nouns))),
        weapons=phrase_table((noun, w) for w in codebook.weapons.weapon for noun in w.nouns),
        types={t.name: t for t in types},
        framed_verbs=framed_verbs,
        framed_nouns=framed_nouns,
        framed_families=_framings(codebook.event_types, lambda frame: frame.families),
        known=frozenset((*verbs, *nouns, *weak_verbs, *weak_nouns, *framed_verbs, *framed_nouns)),
        not_after={k: frozenset(v) for k, v in codebook.event_types.not_after.items()},
        ambiguous=codebook.event_types.ambiguous,
        bursting=codebook.event_types.bursting,
        listing=codebook.event_types.listing,
        carriers=codebook.event_types.carriers,
        harming=codebook.event_types.harming,
        struck=codebook.event_types.struck,
        light=codebook.tellings.ties.light,
        causes=codebook.event_types.peaceful.causes,
        deaths=codebook.event_types.peaceful.deaths,
        topics=codebook.event_types.peaceful.topics,
    )


def _hyphened(words: Iterable[str]) -> Iterable[str]:
    """Words that the parser will take apart at their hyphens; none but these: "they sat in" is no sit-in."""
    return (INNER_HYPHEN.sub(" - ", word) for word in words if INNER_HYPHEN.search(word))


def _framings(
    types: EventTypes, words: Callable[[Frame], tuple[str, ...]]
) -> Mapping[str, tuple[Framing, ...]]:
    """The frames by the words that call for them; a verb's particle is no part of the key."""
    found: dict[str, list[Framing]] = {}
    for frame in types.frame:
        for word in words(frame):
            key, _, particle = word.partition(" ")
            found.setdefault(key, []).append(
                Framing(
                    frame,
                    types.named(frame.type) if frame.type else None,
                    particle or None,
                    tuple(types.classes[c] for c in frame.object),
                    tuple(types.classes[c] for c in frame.subject),
                    tuple(types.classes[c] for c in frame.aim),
                    tuple(types.classes[c] for c in frame.near),
                )
            )
    return {key: tuple(each) for key, each in found.items()}

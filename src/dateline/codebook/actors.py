"""How do reports speak of people, bodies and facilities, and which parties are well known?"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, Literal, TypeVar

from dateline.codebook.toml import load_toml
from dateline.model import EntityKind, RelationKind

TitleSort = Literal["office", "rank", "holder", "occupation", "honorific"]
Gender = Literal["male", "female"]
ByKind = Mapping[EntityKind, tuple[str, ...]]
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class WordList:
    """A table of one list."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TitleWords:
    """How people are called by office, rank, post or trade; ``actors.toml`` says what each list is for."""

    offices: tuple[str, ...]
    ranks: tuple[str, ...]
    holders: tuple[str, ...]
    occupations: tuple[str, ...]
    honorifics_male: tuple[str, ...]
    honorifics_female: tuple[str, ...]
    honorifics: tuple[str, ...]
    qualifiers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ByGender:
    """Words for men and for women."""

    male: tuple[str, ...]
    female: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActorsFile:
    """Filled by ``actors.toml``."""

    version: int
    heads: ByKind
    weak_heads: ByKind
    modifiers: ByKind
    name_heads: ByKind
    not_parties: WordList
    state_verbs: WordList
    facing_verbs: WordList
    blaming_verbs: WordList
    deed_verbs: WordList
    party_words: WordList
    particles: WordList
    quantifiers: WordList
    titles: TitleWords
    kin: Mapping[RelationKind, tuple[str, ...]]
    gender: ByGender
    bodies: WordList
    crowds: WordList
    stands_for: ByKind
    given_names: ByGender


@dataclass(frozen=True, slots=True)
class PartyGroup:
    """Parties of one kind and country; each is its name and then its other names."""

    kind: EntityKind
    names: tuple[tuple[str, ...], ...]
    country: str | None = None


@dataclass(frozen=True, slots=True)
class PartiesFile:
    """Filled by ``parties.toml``."""

    version: int
    parties: tuple[PartyGroup, ...]


@dataclass(frozen=True, slots=True)
class Party:
    """A well-known party. ``country`` is ISO 3166-1 alpha-2."""

    name: str
    kind: EntityKind
    country: str | None


@dataclass(frozen=True, slots=True)
class Phrases(Generic[V]):
    """Runs of words and what they stand for, by first word, longest first."""

    by_first: Mapping[str, tuple[tuple[tuple[str, ...], V], ...]]

    def starting(self, words: tuple[str, ...], at: int) -> tuple[int, V] | None:
        """The longest run that begins at ``words[at]``: its end and what it stands for."""
        if at >= len(words):
            return None
        for run, value in self.by_first.get(words[at], ()):
            if words[at : at + len(run)] == run:
                return at + len(run), value
        return None


@dataclass(frozen=True, slots=True)
class Actors:
    """The words of both files turned round for lookup; every key is folded by ``fold``.

    ``parties`` is keyed by name words without hyphens; ``exact`` holds, for names of one word, the
    ways to write it that count.
    """

    heads: Mapping[str, EntityKind]
    weak_heads: Mapping[str, EntityKind]
    modifiers: Mapping[str, EntityKind]
    name_heads: Mapping[str, EntityKind]
    not_parties: frozenset[str]
    state_verbs: frozenset[str]
    facing_verbs: frozenset[str]
    blaming_verbs: frozenset[str]
    deed_verbs: frozenset[str]
    party_words: frozenset[str]
    particles: frozenset[str]
    quantifiers: frozenset[str]
    titles: Phrases[TitleSort]
    qualifiers: frozenset[str]
    kin: Mapping[str, RelationKind]
    gender: Mapping[str, Gender]
    bodies: frozenset[str]
    crowds: frozenset[str]
    stands_for: Mapping[str, frozenset[EntityKind]]
    given_names: Mapping[str, Gender]
    parties: Phrases[Party]
    exact: frozenset[str]


def fold(words: str) -> str:
    """Lower case, straight apostrophes, no accents."""
    if words.isascii():
        return words.lower()
    plain = unicodedata.normalize("NFKD", words.replace("’", "'").replace("‘", "'"))
    return "".join(c for c in plain if not unicodedata.combining(c)).lower()


def name_words(name: str) -> tuple[str, ...]:
    """The folded words of a name; hyphens divide, possessive endings are left out."""
    return tuple(
        word.removesuffix("'s").removesuffix("'")
        for word in fold(name.replace("’", "'")).replace("-", " ").split()
    )


def load_actors(words_file: Path, parties_file: Path) -> Actors:
    """Read ``actors.toml`` and ``parties.toml``.

    Raises:
        CodebookError: naming file, line and key of the first fault.
    """
    words = load_toml(words_file, ActorsFile)
    parties = [(names, Party(names[0], g.kind, g.country)) for g, names in _parties(parties_file)]
    titles = words.titles
    honorifics = (*titles.honorifics_male, *titles.honorifics_female, *titles.honorifics)
    sorts: tuple[tuple[TitleSort, tuple[str, ...]], ...] = (
        ("occupation", titles.occupations),
        ("holder", titles.holders),
        ("rank", titles.ranks),
        ("office", titles.offices),
        ("honorific", honorifics),
    )
    genders = {w: g for g, ws in _genders(words.gender) for w in ws}
    genders.update((w, "male") for w in titles.honorifics_male)
    genders.update((w, "female") for w in titles.honorifics_female)
    return Actors(
        heads=_turned(words.heads),
        weak_heads=_turned(words.weak_heads),
        modifiers=_turned(words.modifiers),
        name_heads=_turned(words.name_heads),
        not_parties=frozenset(words.not_parties.words),
        state_verbs=frozenset(words.state_verbs.words),
        facing_verbs=frozenset(words.facing_verbs.words),
        blaming_verbs=frozenset(words.blaming_verbs.words),
        deed_verbs=frozenset(words.deed_verbs.words),
        party_words=frozenset(words.party_words.words),
        particles=frozenset(words.particles.words),
        quantifiers=frozenset(words.quantifiers.words),
        titles=_phrases((tuple(fold(w).split()), sort) for sort, ws in sorts for w in ws),
        qualifiers=frozenset(titles.qualifiers),
        kin={w: relation for relation, ws in words.kin.items() for w in ws},
        gender=genders,
        bodies=frozenset(words.bodies.words),
        crowds=frozenset(words.crowds.words),
        stands_for=_sets(words.stands_for),
        given_names={w: g for g, ws in _genders(words.given_names) for w in ws},
        parties=_phrases((name_words(n), party) for names, party in parties for n in names),
        exact=frozenset(
            w for names, _ in parties for n in names if len(name_words(n)) == 1 for w in (n, n.upper())
        ),
    )


def _parties(file: Path) -> Iterator[tuple[PartyGroup, tuple[str, ...]]]:
    for group in load_toml(file, PartiesFile).parties:
        for names in group.names:
            yield group, names


def _genders(lists: ByGender) -> tuple[tuple[Gender, tuple[str, ...]], ...]:
    return ("male", lists.male), ("female", lists.female)


def _turned(by_kind: ByKind) -> Mapping[str, EntityKind]:
    return {word: kind for kind, words in by_kind.items() for word in words}


def _sets(by_kind: ByKind) -> Mapping[str, frozenset[EntityKind]]:
    kinds = {word for words in by_kind.values() for word in words}
    return {w: frozenset(k for k, words in by_kind.items() if w in words) for w in kinds}


def _phrases(entries: Iterable[tuple[tuple[str, ...], V]]) -> Phrases[V]:
    last = dict(entries)
    found: dict[str, list[tuple[tuple[str, ...], V]]] = {}
    for run, value in last.items():
        found.setdefault(run[0], []).append((run, value))
    return Phrases({k: tuple(sorted(v, key=lambda e: (-len(e[0]), e[0]))) for k, v in found.items()})

"""The words by which a text marks a place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dateline.codebook.places import PlaceKind
from dateline.codebook.toml import load_toml


@dataclass(frozen=True, slots=True)
class Cues:
    """Lower-case words around a place name, and country codes; the file says what each list is for."""

    before: frozenset[str]
    strong: frozenset[str]
    inside: frozenset[str]
    near: frozenset[str]
    between: frozenset[str]
    joiners: frozenset[str]
    behind: frozenset[str]
    areas: frozenset[str]
    entered: frozenset[str]
    taken: frozenset[str]
    struck: frozenset[str]
    attacks: frozenset[str]
    scenes: frozenset[str]
    roughly: frozenset[str]
    of_place: frozenset[str]
    states_named: frozenset[str]


@dataclass(frozen=True, slots=True)
class NotNames:
    """Words that are a place's name only where the grammar says so, and words before a person's name."""

    words: frozenset[str]
    titles: frozenset[str]


@dataclass(frozen=True, slots=True)
class PlaceWordsFile:
    """Filled by ``place_words.toml``."""

    version: int
    kinds: Mapping[PlaceKind, tuple[str, ...]]
    cues: Cues
    bearings: Mapping[str, float]
    units: Mapping[str, float]
    never: NotNames
    kin: frozenset[str]


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The words, ready for lookup.

    ``kinds`` maps a lemma to what it says of the name beside it; ``bearings`` a direction to degrees
    clockwise from north; ``units`` a unit of length to kilometres.
    """

    kinds: Mapping[str, PlaceKind]
    cues: Cues
    bearings: Mapping[str, float]
    units: Mapping[str, float]
    never: NotNames
    kin: frozenset[str]


def load_place_words(path: Path) -> PlaceWords:
    """Read ``place_words.toml``.

    Raises:
        CodebookError: naming file, line and key of the first fault.
    """
    words = load_toml(path, PlaceWordsFile)
    kinds = {lemma: kind for kind, lemmas in words.kinds.items() for lemma in lemmas}
    return PlaceWords(kinds, words.cues, words.bearings, words.units, words.never, words.kin)

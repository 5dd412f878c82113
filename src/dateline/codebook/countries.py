"""Which country do a word or two mean: "the U.S.", "Iranians", "Tehran", "the Kremlin"?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from dateline.codebook.toml import load_toml

CountryKind = Literal["state", "territory", "region"]
CountrySense = Literal["name", "adjective", "people", "capital", "seat"]
DEMONYMS: frozenset[CountrySense] = frozenset(("adjective", "people"))


@dataclass(frozen=True, slots=True)
class Country:
    """A state, a territory with a code of its own, or a region spoken of as a state is.

    ``code`` is ISO 3166-1 alpha-2 (XK for Kosovo); a region has the code of the state it is in.
    ``people`` are the nouns, singular and plural. ``seats`` are buildings that stand for a government.
    ``point`` is (latitude, longitude) in degrees near the middle, ``radius_km`` how far the land may reach
    from it.
    """

    code: str
    kind: CountryKind
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]
    seats: tuple[str, ...]
    point: tuple[float, float]
    radius_km: float


@dataclass(frozen=True, slots=True)
class CountriesFile:
    """Filled by ``countries.toml``; where two share a word, the first in the file has it."""

    version: int
    country: tuple[Country, ...]


@dataclass(frozen=True, slots=True)
class CountryWord:
    """What a word says of a country: "US" is its name and its adjective, "Paris" its capital."""

    country: Country
    senses: frozenset[CountrySense]


@dataclass(frozen=True, slots=True)
class Countries:
    """All countries and what their words are.

    ``by_word`` is keyed by lower-case words, short forms as they stand; ``by_code`` by alpha-2, and
    holds no regions.
    """

    all: tuple[Country, ...]
    by_word: Mapping[str, CountryWord]
    by_code: Mapping[str, Country]

    def word(self, words: str) -> CountryWord | None:
        """What the words say of a country in any sense, or none; "the" in front is not heard."""
        key = country_key(words)
        if not key[:1].isupper():
            return None
        return self.by_word.get(key) or self.by_word.get(key.lower())

    def country_of(self, words: str) -> Country | None:
        """The country that is named or whose demonym this is; capitals and seats do not count."""
        found = self.word(words)
        return found.country if found and found.senses & (DEMONYMS | {"name"}) else None


def country_key(words: str) -> str:
    """The words without "the" and with straight apostrophes."""
    words = words.replace("’", "'")
    return words[4:] if words[:4].lower() == "the " else words


def is_short(words: str) -> bool:
    """Whether a name is a short form, which counts only as it stands: "US" is not "us"."""
    letters = words.replace(".", "")
    return len(letters) <= 4 and letters.isupper()


def load_countries(path: Path) -> Countries:
    """Read ``countries.toml``.

    Raises:
        CodebookError: naming file, line and key of the first fault.
    """
    countries = load_toml(path, CountriesFile).country
    found: dict[str, tuple[Country, set[CountrySense]]] = {}
    for country in countries:
        senses: tuple[tuple[CountrySense, tuple[str, ...]], ...] = (
            ("name", (country.name, *country.names)),
            ("adjective", country.adjectives),
            ("people", country.people),
            ("capital", country.capitals),
            ("seat", country.seats),
        )
        for sense, words in senses:
            for word in words:
                key = country_key(word)
                owner, has = found.setdefault(key if is_short(key) else key.lower(), (country, set()))
                if owner is country:
                    has.add(sense)
    return Countries(
        all=countries,
        by_word=MappingProxyType({k: CountryWord(c, frozenset(s)) for k, (c, s) in found.items()}),
        by_code=MappingProxyType({c.code: c for c in reversed(countries) if c.kind != "region"}),
    )

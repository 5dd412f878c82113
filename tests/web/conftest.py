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
from tests.ledger.stores import clock, fill

HERE = "http://127.0.0.1:8765"
Make = Callable[..., FastAPI]
CODEBOOK = load_codebook()


def serving(tokens: Sequence[Token] = (), tiles: str | None = None) -> Serving:
    """A server at this machine."""
    hosts = frozenset(("127.0.0.1:8765", "localhost:8765"))
    return Serving(Settings(workers=1), hosts, tuple(tokens), tiles, b"s" * 32, cache_folder())


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A ledger with the market bombing and the raid."""
    with closing(open_ledger(str(tmp_path / "ledger.db"), clock, create=True)) as opened:
        fill(opened)
        yield opened


@pytest.fixture
def make(store: Store) -> Make:
    """The application over ``store``; nothing is linked in the background."""
    numbers = count()

    def made(*tokens: Token, tiles: str | None = None) -> FastAPI:
        served = serving(tokens, tiles)

        return make_app(store, CODEBOOK, served, clock, lambda: f"nonce-{next(numbers)}", lambda: None)

    return made


@pytest.fixture
def client(make: Make) -> TestClient:
    return TestClient(make(), base_url=HERE, follow_redirects=False)

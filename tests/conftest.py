"""Fixtures shared by all tests: the loaded model, and a reader with the packaged codebook."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from dateline.codebook import Codebook, load_codebook
from dateline.codebook.book import PACKAGED
from dateline.gazetteer import open_gazetteer
from dateline.reading import Reader
from dateline.reading.parse import Parser


@pytest.fixture(scope="session")
def parser() -> Parser:
    """One loaded model for the whole run."""
    return Parser()


@pytest.fixture(scope="session")
def codebook() -> Codebook:
    """The packaged codebook."""
    return load_codebook()


@pytest.fixture(scope="session")
def reader(codebook: Codebook) -> Reader:
    """A reader of everything."""
    return Reader(codebook, open_gazetteer(codebook))


@pytest.fixture(scope="session")
def without_raids(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A codebook that does not know the verb "raid", which lets some events begin at another word."""
    folder = tmp_path_factory.mktemp("codebook")
    text = (PACKAGED / "event_types.toml").read_text(encoding="utf-8").replace('"raid", ', "")
    assert '"raid"' not in tomllib.loads(text)["type"][0]["weak_verbs"]
    (folder / "event_types.toml").write_text(text, encoding="utf-8")
    return folder

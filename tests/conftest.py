"""Fixtures shared by all tests: the loaded model, and a reader with the packaged codebook."""

from __future__ import annotations

import pytest

from dateline.codebook import Codebook, load_codebook
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

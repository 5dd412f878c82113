"""Fixtures for hostile input."""

from __future__ import annotations

import pytest

from dateline.codebook.boilerplate import Boilerplate
from dateline.codebook.book import PACKAGED
from dateline.codebook.toml import load_toml


@pytest.fixture(scope="session")
def boilerplate() -> Boilerplate:
    """The packaged boilerplate."""
    return load_toml(PACKAGED / "boilerplate.toml", Boilerplate)

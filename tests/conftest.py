"""Fixtures shared by all tests."""

from __future__ import annotations

import pytest

from dateline.reading.parse import Parser


@pytest.fixture(scope="session")
def parser() -> Parser:
    """One loaded model for the whole run."""
    return Parser()

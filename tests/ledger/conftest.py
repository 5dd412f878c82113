"""Ledgers made by the commands, with readers that are loaded once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dateline.cli import main
from dateline.codebook import load_codebook
from dateline.gazetteer import open_gazetteer
from dateline.reading import Reader

Run = Callable[..., Result]


@pytest.fixture(scope="session")
def other_reader(without_raids: Path) -> Reader:
    book = load_codebook(without_raids)
    return Reader(book, open_gazetteer(book))


@pytest.fixture
def run(reader: Reader, other_reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A command on the ledger ``ledger.db`` in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(
        "dateline.running.batches.make_reader", lambda codebook: other_reader if codebook else reader
    )
    return lambda *words: CliRunner().invoke(main, [str(word) for word in words])

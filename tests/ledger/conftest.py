"""Ledgers made by the commands, with readers that are loaded once."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dateline.cli import main
from dateline.codebook import load_codebook
from dateline.codebook.book import PACKAGED
from dateline.gazetteer import open_gazetteer
from dateline.reading import Reader

Run = Callable[..., Result]


@pytest.fixture(scope="session")
def without_raids(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A codebook that does not know the verb "raid", which lets some events begin at another word."""
    folder = tmp_path_factory.mktemp("codebook")
    text = (PACKAGED / "event_types.toml").read_text(encoding="utf-8").replace('"raid", ', "")
    assert '"raid"' not in tomllib.loads(text)["type"][0]["weak_verbs"]
    (folder / "event_types.toml").write_text(text, encoding="utf-8")
    return folder


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

"""The commands over the hand-built ledger, without reading anything."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

import click.testing
import pytest

import dateline
from dateline.cli import main
from dateline.model import Ledger
from dateline.reading.rules import Rule
from dateline.running.tally import OnTally, Tally
from dateline.settings import Settings
from tests.builders import market_bombing
from tests.ledger.filled import copied, filled

__all__ = ["filled"]

EXAMPLE = Rule(
    "killed.example", "A killing verb with a number counts the dead.", "A raid killed 3.", "killed 3"
)


@dataclass
class Pipeline:
    """Stands in for `dateline.pipeline`: gives ``ledger`` and remembers what it was asked."""

    ledger: Ledger
    error: Exception | None = None
    paths: list[str] = field(default_factory=list)
    settings: Settings | None = None
    stdin: bytes = b""

    def read(
        self,
        paths: Sequence[str],
        settings: Settings,
        *,
        stdin: BinaryIO | None = None,
        progress: OnTally | None = None,
    ) -> Ledger:
        self.paths, self.settings = list(paths), settings
        if stdin and "-" in paths:
            self.stdin = stdin.read()
        if self.error:
            raise self.error
        if progress:
            progress(Tally(read=1))
        return self.ledger


Run = Callable[..., click.testing.Result]


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch) -> Pipeline:
    stand_in = Pipeline(replace(market_bombing(), quarantined=()))
    monkeypatch.setattr(dateline, "pipeline", stand_in, raising=False)
    monkeypatch.setattr("dateline.reading.ALL_RULES", (EXAMPLE,), raising=False)
    return stand_in


@pytest.fixture
def run() -> Run:
    def invoke(*words: str, stdin: bytes = b"", columns: int = 100) -> click.testing.Result:
        return click.testing.CliRunner().invoke(main, words, input=stdin, env={"COLUMNS": str(columns)})

    return invoke


@pytest.fixture
def ledger(filled: Path, tmp_path: Path) -> str:
    """A ledger with the market bombing and the raid."""
    return str(copied(filled, tmp_path / "ledger.db"))

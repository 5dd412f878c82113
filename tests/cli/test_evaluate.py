"""`dateline evaluate` for people and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def gold(tmp_path: Path) -> str:
    file = tmp_path / "gold.json"
    claims = [
        {"report": "harbour-1", "field": "killed", "low": 12, "source": "PUBLISHER"},
        {"report": "wire-2", "field": "killed", "low": 99, "source": "health ministry"},
        {"report": "gone", "field": "injured", "low": 1},
    ]
    told = {"about": "the market", "incident": {"type": "bombing"}, "claims": claims}
    file.write_text(json.dumps(told), encoding="utf-8")
    return str(file)


def test_for_people(run: Run, gold: str, ledger: str) -> None:
    told = run("evaluate", gold, "--ledger", ledger, "--misses")
    assert told.exit_code == 0, told.output
    lines = {" ".join(line.split()) for line in told.stdout.splitlines()}
    assert "killed 50% 1/2 25% 1/4 0% 0/1 100% 1/1 - -" in lines
    assert "wire-2: killed 99, by health ministry, asserted" in lines
    assert any(line.startswith("source: killed '12'") for line in lines)
    assert "not in this ledger, and counted as missed: gone" in told.stderr


def test_as_json(run: Run, gold: str, ledger: str) -> None:
    told = json.loads(run("evaluate", gold, "--ledger", ledger, "--json").stdout)
    assert told["fields"]["killed"]["recall"] == {"right": 1, "of": 2, "share": 50.0}
    assert told["all"]["time"] == {"right": 0, "of": 0, "share": None}
    assert told["incidents"]["type"]["share"] == 100.0
    assert told["absent"] == ["gone"]


def test_misses_are_for_people(run: Run, gold: str, ledger: str) -> None:
    assert run("evaluate", gold, "--ledger", ledger, "--json", "--misses").exit_code == 2

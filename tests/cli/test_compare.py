"""`dateline compare` for people, as JSON and as CSV."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def theirs(run: Run, ledger: str, tmp_path: Path) -> str:
    """The ledger's own row with another toll, and a row of another country."""
    file = tmp_path / "theirs.csv"
    run("export", "--ledger", ledger, "--format", "acled", "--out", str(file))
    header, row = file.read_text("utf-8").splitlines()
    other = row.replace("Kosovo", "Italy")
    file.write_text("\n".join((header, row.replace(",15,,", ",14,,"), other)), encoding="utf-8")
    return str(file)


def test_for_people(run: Run, ledger: str, theirs: str) -> None:
    told = run("compare", theirs, "--ledger", ledger)
    assert told.exit_code == 0, told.output
    assert "1 matched" in told.stdout
    assert "deaths: theirs 14, ours 15" in told.stdout
    assert "1 only ours" in told.stdout
    assert "1 row lies outside" in told.stderr


def test_as_json(run: Run, ledger: str, theirs: str) -> None:
    told = json.loads(run("compare", theirs, "--ledger", ledger, "--json").stdout)
    assert told["agreement"]["deaths"] == {"same": 0, "of": 1}
    assert told["agreement"]["place"] == {"same": 1, "of": 1}
    assert told["pairs"][0]["fields"]["range"]["same"] is True
    assert (len(told["only_ours"]), told["only_theirs"], told["outside"]) == (1, [], 1)


def test_as_csv(run: Run, ledger: str, theirs: str) -> None:
    rows = list(csv.DictReader(run("compare", theirs, "--ledger", ledger, "--csv").stdout.splitlines()))
    assert [row["same"] for row in rows if row["field"] == "deaths"] == ["false"]
    assert [row["matched"] for row in rows if not row["field"]] == ["ours"]


def test_one_form_at_a_time(run: Run, ledger: str, theirs: str) -> None:
    assert run("compare", theirs, "--ledger", ledger, "--csv", "--json").exit_code == 2

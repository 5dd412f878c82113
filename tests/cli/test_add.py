"""`dateline add` and `dateline export`: usage, messages, exit codes (the work: ledger/test_adding.py)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from dateline.exchange import ledger_to_json
from dateline.keeping.settling import Settled
from dateline.ledger import Change, Store
from dateline.ledger.opening import open_ledger
from dateline.model import Quarantined, Removal
from dateline.pipeline import Added
from dateline.settings import Settings
from tests.builders import market_bombing
from tests.cli.conftest import Pipeline, Run
from tests.ledger.stores import NOON, clock, fill

SCAN = Quarantined("scan.pdf", "not text")


def settled(new: int, changed: int, gone: int) -> Settled:
    return Settled(Change(new, changed, gone), (), ())


NO_CHANGE = settled(0, 0, 0)


def stand_in(monkeypatch: pytest.MonkeyPatch, pipeline: Pipeline, added: Added) -> None:
    """Make adding give ``added`` and remember what it was asked."""

    def add(paths: Sequence[str], store: Store, settings: Settings, **_: object) -> Added:
        pipeline.paths, pipeline.settings = list(paths), settings
        return added

    monkeypatch.setattr(pipeline, "add", add, raising=False)


@pytest.mark.parametrize(
    ("added", "told"),
    [
        (Added(1, 0, 0, (), 0, (), settled(1, 0, 0)), "1 report added; incidents: 1 new"),
        (Added(0, 3, 0, (), 0, (), NO_CHANGE), "0 reports added, 3 known already; incidents: no change"),
        (
            Added(1200, 0, 8, (), 0, (), settled(300, 2, 1)),
            "1,200 reports added, 8 screened out; incidents: 300 new, 2 changed, 1 merged or split",
        ),
    ],
)
def test_what_changed_is_told_on_standard_error(
    pipeline: Pipeline, run: Run, monkeypatch: pytest.MonkeyPatch, added: Added, told: str
) -> None:
    stand_in(monkeypatch, pipeline, added)
    done = run("add", "a.txt", "folder", "--ledger", "sqlite://", "--workers", "3")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", f"{told}\n")
    assert (pipeline.paths, pipeline.settings) == (["a.txt", "folder"], Settings(None, 3, screen="crawls"))


def test_what_was_removed_or_read_by_others_is_told(
    pipeline: Pipeline, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    removal = Removal("removal-1", 1, "report-1", "Ana", "a hoax", NOON, None)
    stand_in(monkeypatch, pipeline, Added(0, 2, 0, (removal,), 2, (), NO_CHANGE))
    done = run("add", "folder", "--ledger", "sqlite://")
    assert done.exit_code == 0
    assert done.stderr.splitlines() == [
        "report-1 was removed by Ana on 6 May 2031 and stays out: a hoax "
        "(`dateline remove report-1 --undo` brings it back)",
        "0 reports added, 2 known already, 1 removed before; incidents: no change",
        "2 reports of this ledger were read by another version or codebook: "
        "`dateline reread` reads them again",
    ]


def test_quarantined_inputs_are_named_and_give_3(
    pipeline: Pipeline, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(monkeypatch, pipeline, Added(2, 0, 0, (), 0, (SCAN,), NO_CHANGE))
    done = run("add", "scan.pdf", "--ledger", "sqlite://")
    assert done.exit_code == 3
    assert done.stderr == "scan.pdf: not text\n2 reports added, 1 input not read; incidents: no change\n"


@pytest.mark.parametrize(
    "words", [("add",), ("add", "a.txt", "--colour"), ("export", "a.txt"), ("add", "a.txt", "--ledger")]
)
def test_wrong_usage_is_2(pipeline: Pipeline, run: Run, words: tuple[str, ...]) -> None:
    assert run(*words).exit_code == 2


def test_export_prints_the_contract(run: Run, tmp_path: Path) -> None:
    file = str(tmp_path / "ledger.db")
    with closing(open_ledger(file, clock, create=True)) as store:
        fill(store)
    for words, mentions in (((), False), (("--json",), False), (("--mentions",), True)):
        done = run("export", "--ledger", file, *words)
        assert (done.exit_code, done.stderr) == (0, "")
        assert json.loads(done.stdout) == ledger_to_json(market_bombing(), mentions=mentions)


@pytest.mark.parametrize("command", [("export",), ("add", "a.txt")])
def test_what_is_no_ledger_is_told_in_one_line(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    (tmp_path / "notes").write_text("These are notes. " * 100)
    done = run(*command, "--ledger", str(tmp_path / "notes"))
    assert done.exit_code == 1
    assert done.stderr.startswith("Error: cannot open the ledger ")
    assert done.stderr.endswith("file is not a database\n")


def test_an_absent_ledger_is_not_made_by_an_export(run: Run, tmp_path: Path) -> None:
    done = run("export", "--ledger", str(tmp_path / "ledger.db"))
    assert (done.exit_code, done.stdout) == (1, "")
    assert "there is no ledger" in done.stderr
    assert list(tmp_path.iterdir()) == []

"""Every command that the pages show in a plain block runs, in a folder that has what they name."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline.cli import main

ROOT = Path(__file__).parent.parent.parent
PAGES = [
    *sorted((ROOT / "docs" / "formats").glob("*.md")),
    *(ROOT / "docs" / name for name in ("compare.md", "evaluate.md")),
]


def commands(page: Path) -> Iterator[str]:
    for block in re.findall(r"^```\n(.*?)^```$", page.read_text("utf-8"), re.M | re.S):
        yield from (line for line in block.splitlines() if line.startswith("dateline "))


SHOWN = [(page, command) for page in PAGES for command in commands(page)]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger in it, exports of it, and rows in both layouts."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "examples").symlink_to(ROOT / "examples")
    _run(f"dateline add {ROOT}/examples/clash --ledger {folder}/ledger.db")
    forms = {"acled-iraq-2020.csv": "acled", "ged-iraq-2020.csv": "ged", "ledger.json": "json"}
    for name, form in forms.items():
        _run(f"dateline export --ledger {folder}/ledger.db --format {form} --out {folder}/{name}")
    shutil.copy(folder / "ledger.db", folder / "examples.db")
    return folder


def _run(command: str) -> None:
    words, _, file = command.partition(" > ")
    done = CliRunner().invoke(main, shlex.split(words, comments=True)[1:])
    assert done.exit_code == 0, done.output
    if file:
        Path(file).write_bytes(done.stdout_bytes)


@pytest.mark.parametrize(("page", "command"), SHOWN, ids=[f"{p.name}: {c}" for p, c in SHOWN])
def test_it_runs(page: Path, command: str, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk)
    if command.startswith("dateline add"):
        command = command.replace("examples/ ", "examples/clash ")  # one set is enough to see that it runs
    _run(command)


def test_pages_show_commands() -> None:
    assert {page.name for page, _ in SHOWN} >= {page.name for page in PAGES} - {"README.md"}

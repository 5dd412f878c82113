"""Every command that the pages show in a plain block runs, in a folder that has what they name."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline.cli import main

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent.parent
PAGES = [
    *sorted((ROOT / "docs" / "formats").glob("*.md")),
    *(
        ROOT / "docs" / name
        for name in ("compare.md", "evaluate.md", "codebook.md", "ledger.md", "tutorial.md")
    ),
]


def commands(page: Path) -> Iterator[str]:
    blocks = re.findall(r"^```(\w*)\n(.*?)^```$", page.read_text("utf-8"), re.M | re.S)
    for block in (told for language, told in blocks if not language):
        yield from (line for line in block.splitlines() if line.startswith("dateline "))


SHOWN = [(page, command) for page in PAGES for command in commands(page)]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger in it, exports of it, and rows in both layouts."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "examples").symlink_to(ROOT / "examples")
    _run(f"dateline add {ROOT}/examples/clash --ledger {folder}/ledger.db")
    forms = {"acled-iraq-2020.csv": "acled", "ged-iraq-2020.csv": "ged", "ledger.json": "json"}
    (folder / "reports").symlink_to(ROOT / "examples" / "clash")
    (folder / "monday").symlink_to(ROOT / "examples" / "clash")
    (folder / "tuesday.jsonl").symlink_to(ROOT / "examples" / "clash" / "june.jsonl")
    (folder / "mine").mkdir()
    for name, form in forms.items():
        _run(f"dateline export --ledger {folder}/ledger.db --format {form} --out {folder}/{name}")
    shutil.copy(folder / "ledger.db", folder / "examples.db")
    return folder


def _run(command: str) -> None:
    words, _, file = command.partition("#")[0].partition(" > ")
    done = CliRunner().invoke(main, shlex.split(words)[1:])
    assert done.exit_code == 0, done.output
    if file:
        Path(file.strip()).write_bytes(done.stdout_bytes)


@pytest.mark.parametrize(("page", "command"), SHOWN, ids=[f"{p.name}: {c}" for p, c in SHOWN])
def test_it_runs(page: Path, command: str, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk)
    if command.startswith(("dateline add", "dateline read")):
        command = command.replace("examples/ ", "examples/clash ")  # one set is enough to see that it runs
    claims = [
        c for c in json.loads(Path("ledger.json").read_text("utf-8"))["claims"] if c["field"] == "killed"
    ]
    events = list(dict.fromkeys(claim["event"] for claim in claims))
    command = command.replace("EVENT EVENT", f"{events[0]} {events[1]}").replace("CLAIM", claims[0]["id"])
    _run(command)


def test_pages_show_commands() -> None:
    assert {page.name for page, _ in SHOWN} >= {page.name for page in PAGES} - {"README.md"}

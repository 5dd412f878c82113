"""What the tutorial shows is what the commands print.

``python -m tests.docs.test_tutorial`` runs them again and writes their output into the page.
"""

from __future__ import annotations

import atexit
import os
import re
import shlex
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "docs" / "tutorial.md"
CONSOLE = re.compile(r"^```console\n\$ ([^\n]+)\n(.*?)^```$", re.M | re.S)
PYTHON = re.compile(r"^```python\n(.*?)^```$", re.M | re.S)
LIST = "dateline incidents --sort -reports --limit 4"
COMMANDS = dict(CONSOLE.findall(PAGE.read_text(encoding="utf-8")))


@cache
def desk() -> Path:
    """A folder to run the page's commands in: it has the examples, and a ledger that they were added to."""
    folder = Path(mkdtemp(prefix="dateline-"))
    atexit.register(shutil.rmtree, folder)
    (folder / "examples").symlink_to(ROOT / "examples")
    _run("dateline add examples/", folder)
    return folder


def printed(command: str) -> str:
    """What a shell prints for a command of the page, on a terminal of 100 columns."""
    return _run(command, desk())


def _run(command: str, folder: Path) -> str:
    program = shlex.join([sys.executable, "-c", "from dateline.cli import main; main()"])
    shell = subprocess.run(
        ["bash", "-c", f'dateline() {{ {program} "$@"; }}; {command}'],
        cwd=folder,
        env={**os.environ, "COLUMNS": "100", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert shell.returncode == 0, shell.stderr
    assert "Error" not in shell.stderr, shell.stderr
    return "".join(f"{line.rstrip()}\n" for line in shell.stdout.splitlines())


@pytest.mark.parametrize(("command", "shown"), COMMANDS.items())
def test_output_is_as_shown(command: str, shown: str) -> None:
    assert printed(command) == shown, "if the new output is right: python -m tests.docs.test_tutorial"


def test_python_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    (code,) = PYTHON.findall(PAGE.read_text(encoding="utf-8"))
    exec(compile(code, str(PAGE), "exec"), {})
    assert "car bombing" in capsys.readouterr().out


def _with_ids_of_now(page: str) -> str:
    """The page with the incident ids of now: an incident is known by its date and type in the list."""
    (shown,) = (shown for command, shown in CONSOLE.findall(page) if command == LIST)
    now = {tuple(line.split()[1:5]): line[:8] for line in printed(LIST).splitlines()}
    for line in shown.splitlines():
        page = page.replace(f" {line[:8]}", f" {now.get(tuple(line.split()[1:5]), line[:8])}")
    return page


if __name__ == "__main__":
    shown_now = CONSOLE.sub(
        lambda block: f"```console\n$ {block[1]}\n{printed(block[1])}```",
        _with_ids_of_now(PAGE.read_text(encoding="utf-8")),
    )
    PAGE.write_text(shown_now, encoding="utf-8")

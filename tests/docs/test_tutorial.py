"""What the tutorial shows is what the commands print.

``python -m tests.docs.test_tutorial`` runs them again and writes their output into the page.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "docs" / "tutorial.md"
CONSOLE = re.compile(r"^```console\n\$ ([^\n]+)\n(.*?)^```$", re.M | re.S)
PYTHON = re.compile(r"^```python\n(.*?)^```$", re.M | re.S)
COMMANDS = dict(CONSOLE.findall(PAGE.read_text(encoding="utf-8")))


def printed(command: str) -> str:
    """What a shell prints for a command of the page, on a terminal of 100 columns."""
    program = shlex.join([sys.executable, "-c", "from dateline.cli import main; main()"])
    shell = subprocess.run(
        ["bash", "-c", f'dateline() {{ {program} "$@"; }}; {command}'],
        cwd=ROOT,
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


if __name__ == "__main__":
    shown_now = CONSOLE.sub(
        lambda block: f"```console\n$ {block[1]}\n{printed(block[1])}```", PAGE.read_text(encoding="utf-8")
    )
    PAGE.write_text(shown_now, encoding="utf-8")

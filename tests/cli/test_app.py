"""The command as a whole: version, help, and a reader that goes away."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import click

from dateline.cli import main
from dateline.cli.commands import COMMANDS
from dateline.exchange.schema import schema_text
from tests.cli.conftest import Run

DATELINE = Path(sys.executable).with_name("dateline")


def test_version(run: Run) -> None:
    assert run("--version").stdout == f"dateline {version('dateline')}\n"


def test_help_names_every_command(run: Run) -> None:
    told = run("-h").stdout
    assert all(f"\n  {name} " in told for name in ("read", "explain", "codebook", "schema"))


def test_every_command_has_the_name_and_the_help_that_are_told() -> None:
    context = click.Context(main)
    for name, (_, words) in COMMANDS.items():
        command = main.get_command(context, name)
        assert command
        assert (command.name, command.get_short_help_str(200)) == (name, words)
    assert main.get_command(context, "nothing") is None


def test_help_is_there_at_once() -> None:
    """A third of a second on a quiet machine; the processor's time says so on any."""
    command = [sys.executable, "-c", "from dateline.cli import main; main()", "--help"]
    spent = []
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    assert min(spent) < 0.3


def test_help_loads_nothing_slow() -> None:
    program = "import sys, dateline.cli; print(*{m.partition('.')[0] for m in sys.modules})"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    slow = {"spacy", "numpy", "scipy", "sqlalchemy", "pyarrow", "rich", "lxml", "trafilatura", "ray"}
    assert not slow & set(loaded.stdout.split())


def test_schema_prints_the_packaged_schema(run: Run) -> None:
    assert run("schema").stdout == schema_text()


def test_a_reader_that_goes_away_is_met_quietly() -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    done = subprocess.run(
        [DATELINE, "codebook", "show", "countries"], stdout=write_end, stderr=subprocess.PIPE, check=False
    )
    os.close(write_end)
    assert done.stderr == b""
    assert done.returncode == 1

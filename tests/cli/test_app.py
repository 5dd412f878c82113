"""The command as a whole: version, help, and a reader that goes away."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

from dateline.exchange.schema import schema_text
from tests.cli.conftest import Run

DATELINE = Path(sys.executable).with_name("dateline")


def test_version(run: Run) -> None:
    assert run("--version").stdout == f"dateline {version('dateline')}\n"


def test_help_names_every_command(run: Run) -> None:
    told = run("-h").stdout
    assert all(f"\n  {name} " in told for name in ("read", "explain", "codebook", "schema"))


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

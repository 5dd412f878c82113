"""docs/codebook-guide.md does what it says: its report, its type, its fault, what is printed."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline.cli import main
from dateline.codebook.event_types import EventType

PAGE = (Path(__file__).parent.parent.parent / "docs" / "codebook-guide.md").read_text(encoding="utf-8")
REPORT, _, ADDED, _, FAULT, _, *_ = (
    told for _, told in re.findall(r"^```(\w*)\n(.*?)^```$", PAGE, re.M | re.S) if _ != "console"
)
SHOWN = dict(re.findall(r"^```console\n\$ ([^\n]+?) \| head -n \d+\n(.*?)^```$", PAGE, re.M | re.S))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "raid.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "mine").mkdir()
    shown = run("codebook show event_types")
    (tmp_path / "mine" / "event_types.toml").write_text(
        shown.replace("[[type]]", f"{ADDED}\n[[type]]", 1), "utf-8"
    )
    return tmp_path


def run(words: str, code: int = 0) -> str:
    done = CliRunner().invoke(main, words.split(), env={"COLUMNS": "100"})
    assert done.exit_code == code, done.output
    return done.stdout if code == 0 else done.stderr


def test_what_is_printed_is_what_is_shown(desk: Path) -> None:
    assert len(SHOWN) == 2
    for command, shown in SHOWN.items():
        assert run(command.removeprefix("dateline ")).startswith(shown)


def test_it_checks_and_a_fault_is_named_with_its_line(desk: Path) -> None:
    run("codebook check mine")
    file = desk / "mine" / "event_types.toml"
    file.write_text(
        file.read_text("utf-8").replace("Looting/property destruction", "Theft", 1), encoding="utf-8"
    )
    assert run("codebook check mine", code=1) == FAULT


def test_every_key_of_a_type_is_explained() -> None:
    rows = re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|", PAGE, re.M)
    assert {key for row in rows for key in re.findall(r"`(\w+)`", row)} == {f.name for f in fields(EventType)}

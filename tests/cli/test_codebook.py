"""`dateline codebook`: the packaged files shown, one's own checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.codebook.book import PACKAGED
from tests.cli.conftest import Run

NAMES = sorted(file.stem for file in PACKAGED.glob("*.toml"))


def test_show_lists_the_files(run: Run) -> None:
    assert run("codebook", "show").stdout.split() == NAMES


@pytest.mark.parametrize("name", ["event_types", "event_types.toml"])
def test_show_prints_a_file_as_it_is(run: Run, name: str) -> None:
    assert run("codebook", "show", name).stdout == (PACKAGED / "event_types.toml").read_text("utf-8")


def test_show_of_an_unknown_name_lists_the_known(run: Run) -> None:
    done = run("codebook", "show", "feelings")
    assert done.exit_code == 1
    assert "no codebook file 'feelings'" in done.stderr
    assert "event_types.toml" in done.stderr


def test_the_packaged_folder_has_no_fault(run: Run) -> None:
    done = run("codebook", "check", str(PACKAGED))
    assert (done.exit_code, done.stdout) == (0, "")
    assert "no fault" in done.stderr


def test_a_fault_is_named_by_file_line_and_key(run: Run, tmp_path: Path) -> None:
    own = tmp_path / "weapons.toml"
    own.write_text('version = "one"\n', encoding="utf-8")
    for path in (own, tmp_path):
        done = run("codebook", "check", str(path))
        assert done.exit_code == 1
        assert "weapons.toml:1: version: " in done.stderr


def test_every_faulty_file_of_a_folder_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "weapons.toml").write_text("version = \n", encoding="utf-8")
    (tmp_path / "times.toml").write_text("version = 'one'\n", encoding="utf-8")
    (tmp_path / "wepons.toml").write_text("version = 1\n", encoding="utf-8")
    told = run("codebook", "check", str(tmp_path)).stderr
    assert "weapons.toml:1: syntax: " in told
    assert "times.toml: months: " in told
    assert "wepons.toml: file: no codebook file has this name" in told


def test_an_empty_folder_is_no_codebook(run: Run, tmp_path: Path) -> None:
    done = run("codebook", "check", str(tmp_path))
    assert done.exit_code == 1
    assert "has no codebook files" in done.stderr


def test_a_missing_path_is_wrong_usage(run: Run, tmp_path: Path) -> None:
    assert run("codebook", "check", str(tmp_path / "nowhere")).exit_code == 2

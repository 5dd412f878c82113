"""`dateline export`: formats, files, what is left out."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from dateline.exchange.formats import BY_NAME
from tests.builders import market_bombing
from tests.cli.conftest import Run


@pytest.mark.parametrize("name", BY_NAME)
def test_every_format_is_printed_and_written_alike(run: Run, ledger: str, tmp_path: Path, name: str) -> None:
    file = tmp_path / "out"
    printed = run("export", "--ledger", ledger, "--format", name)
    written = run("export", "--ledger", ledger, "--format", name, "--out", str(file))
    assert (printed.exit_code, written.exit_code) == (0, 0), printed.output
    assert printed.stdout_bytes == file.read_bytes() != b""
    assert written.stdout_bytes == b""
    assert sorted(p.name for p in tmp_path.iterdir() if ".part" in p.name) == []


def test_help_has_a_line_for_each_format(run: Run) -> None:
    told = run("export", "--help").stdout.splitlines()
    assert {line.split()[0] for line in told if line.startswith("  ") and line.strip()} >= BY_NAME.keys()


def test_what_is_left_out_is_counted_and_listed(run: Run, ledger: str, tmp_path: Path) -> None:
    file = tmp_path / "left.csv"
    done = run("export", "--ledger", ledger, "--format", "ged", "--left-out", str(file))
    assert "2 incidents left out, as ged cannot hold them" in done.stderr
    told = list(csv.DictReader(file.read_text("utf-8").splitlines()))
    assert {row["type"]: row["why"][:21] for row in told} == {
        "bombing": "UCDP needs organised ",
        "raid": "UCDP needs a death, a",
    }


def test_without_a_file_an_example_of_what_is_left_out_is_told(run: Run, ledger: str) -> None:
    done = run("export", "--ledger", ledger, "--format", "acled")
    assert (
        "`--left-out FILE` lists them with the reasons, such as: ACLED has no type for a raid" in done.stderr
    )


def test_parquet_is_read_by_its_reference_reader(run: Run, ledger: str, tmp_path: Path) -> None:
    file = tmp_path / "claims.parquet"
    run("export", "--ledger", ledger, "--format", "parquet", "--out", str(file))
    table = pq.read_table(file)
    claims = {c.id: c for r in market_bombing().readings for c in r.claims}
    assert set(table["claim"].to_pylist()) == set(claims)
    rows = {row["claim"]: row for row in table.to_pylist()}
    for id_, claim in claims.items():
        assert rows[id_]["quote"] == claim.quote
        assert rows[id_]["value_low"] == getattr(claim.value, "low", None)
        assert rows[id_]["source_publisher"] is claim.source.publisher
        assert json.loads(rows[id_]["source_via"]) == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--format", "xml"), "Invalid value for '--format'"),
        (("--format", "csv", "--json"), "only one form"),
        (("--format", "csv", "--mentions"), "--mentions goes with"),
    ],
)
def test_usage(run: Run, ledger: str, words: tuple[str, ...], told: str) -> None:
    done = run("export", "--ledger", ledger, *words)
    assert done.exit_code == 2
    assert told in done.stderr


def test_a_policy_for_a_format_without_figures_is_refused(run: Run, ledger: str) -> None:
    done = run("export", "--ledger", ledger, "--format", "csv", "--policy", "ucdp")
    assert done.exit_code == 1
    assert (
        "csv has every claim and no policy's figures; these have: json, jsonl, acled, ged, plover"
        in done.stderr
    )


def test_a_layout_has_room_for_one_policy(run: Run, ledger: str) -> None:
    done = run("export", "--ledger", ledger, "--format", "acled", "--policy", "all")
    assert done.exit_code == 1
    assert "acled has room for the figures of one policy: name it; these have all: json, jsonl" in done.stderr


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_what_has_figures_may_stand_for_a_ledger(run: Run, ledger: str, tmp_path: Path, form: str) -> None:
    file = tmp_path / f"ledger.{form}"
    done = run("export", "--ledger", ledger, "--format", form, "--policy", "all", "--out", str(file))
    assert done.exit_code == 0, done.output
    assert file.read_text("utf-8").count('"policy": "ucdp"') == 2
    again = run("export", "--ledger", str(file))
    assert again.stdout == run("export", "--ledger", ledger).stdout


def test_a_failure_leaves_no_half_file(run: Run, ledger: str, tmp_path: Path) -> None:
    done = run(
        "export", "--ledger", ledger, "--format", "csv", "--policy", "ucdp", "--out", str(tmp_path / "x")
    )
    assert done.exit_code == 1
    assert not (tmp_path / "x").exists()

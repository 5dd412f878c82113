"""What real reading gives: the contract, the same bytes in any order, and bad input named."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from dateline.cli import main
from dateline.exchange.schema import schema_faults
from dateline.reading import ALL_RULES

REPORT = """A car bomb killed 12 people and wounded 30 others at a market in Hit on Tuesday, police said.

The health ministry said on Wednesday that the toll had risen to 15. No group has claimed responsibility.
"""
RECORD = {
    "id": "follow-up",
    "text": "At least 15 people were killed in Tuesday's market bombing in Hit, the health ministry said.",
    "published": "2019-05-08",
    "publisher": "Inland Wire",
}
BAD: dict[str, bytes] = {
    "empty.txt": b"",
    "binary.txt": bytes(range(256)) * 40,
    "page.html": b"<html><body><nav><a href='/'>Home</a></nav></body></html>",
    "french.txt": "Une voiture piégée a tué douze personnes mardi dans un marché, selon la police. ".encode()
    * 3,
}


def dateline(*words: str | Path, stdin: bytes = b"") -> Result:
    return CliRunner().invoke(main, list(map(str, words)), input=stdin)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two good reports."""
    made = tmp_path_factory.mktemp("reports")
    (made / "2019-05-07-first.txt").write_text(REPORT, encoding="utf-8")
    (made / "later.jsonl").write_text(json.dumps(RECORD) + "\n", encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def written(folder: Path) -> bytes:
    """Their ledger as JSON, with mentions."""
    done = dateline("read", folder, "--json", "--mentions")
    assert done.exit_code == 0, done.stderr
    return done.stdout_bytes


@pytest.fixture(scope="module")
def document(written: bytes) -> dict[str, Any]:
    parsed: dict[str, Any] = json.loads(written)
    return parsed


def test_it_keeps_to_the_schema(document: dict[str, Any]) -> None:
    assert schema_faults(document) == []
    assert {report["key"] for report in document["reports"]} == {"2019-05-07-first.txt", "follow-up"}
    assert document["claims"]
    assert {mention["kind"] for mention in document["mentions"]} >= {"time", "place", "count"}


def test_the_same_reports_in_another_order_are_the_same_bytes(folder: Path, written: bytes) -> None:
    paths = sorted(folder.iterdir(), reverse=True)
    assert dateline("read", *paths, "--json", "--mentions").stdout_bytes == written


def test_every_claim_names_a_rule_that_can_be_told(document: dict[str, Any]) -> None:
    ids = [rule.id for rule in ALL_RULES]
    assert len(ids) == len(set(ids))
    assert {claim["rule"] for claim in document["claims"]} <= set(ids)


def test_a_claim_can_be_explained(folder: Path, document: dict[str, Any]) -> None:
    killed = next(claim for claim in document["claims"] if claim["field"] == "killed")
    done = dateline("explain", killed["id"], folder)
    assert done.exit_code == 0, done.stderr
    assert killed["rule"] in done.stdout


def test_bad_input_is_named_and_the_rest_is_read(folder: Path, tmp_path: Path) -> None:
    for name, data in BAD.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "half.jsonl").write_text(f"{json.dumps(RECORD)}\n{{broken\n", encoding="utf-8")
    done = dateline("read", tmp_path, tmp_path / "nowhere.txt", "--json")
    assert done.exit_code == 3, done.stderr
    document = json.loads(done.stdout)
    assert [report["key"] for report in document["reports"]] == ["follow-up"]
    named = " ".join(each["path"] for each in document["quarantined"])
    assert all(name in named for name in [*BAD, "half.jsonl", "nowhere.txt"])
    assert all(each["reason"] in done.stderr for each in document["quarantined"])
    assert "Traceback" not in done.stderr
    assert schema_faults(document) == []


def test_standard_input_is_a_report_too() -> None:
    done = dateline("read", "-", "--json", stdin=REPORT.encode())
    assert done.exit_code == 0, done.stderr
    assert len(json.loads(done.stdout)["reports"]) == 1

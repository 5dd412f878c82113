"""`dateline manifest` and `dateline verify --against`: a ledger held to hashes that others kept."""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from dateline.cli import main
from dateline.ledger import Linked
from dateline.ledger.opening import open_ledger
from dateline.limits import MAX_MANIFEST_BYTES
from dateline.model import Quarantined
from tests.builders import market_bombing
from tests.ledger.stores import MAKER, clock, fill

Json = dict[str, Any]


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    file = tmp_path / "ledger.db"
    with closing(open_ledger(str(file), clock, create=True)) as store:
        fill(store)
    return file


@pytest.fixture
def manifest(ledger: Path) -> Path:
    file = ledger.with_name("manifest.json")
    done = run("manifest", "--ledger", ledger)
    assert done.exit_code == 0, done.output
    file.write_bytes(done.stdout_bytes)
    return file


def findings(ledger: Path, manifest: Path) -> str:
    """What the manifest is broken by alone."""
    plain = run("verify", "--ledger", ledger).stdout
    done = run("verify", "--ledger", ledger, "--against", manifest)
    assert done.exit_code == (1 if done.stdout else 0), done.output
    return done.stdout.removeprefix(plain)


def grow(ledger: Path) -> None:
    with closing(open_ledger(str(ledger), clock, create=False)) as store:
        assert store.quarantine(Quarantined("late.pdf", "no text"), None)
        groups = {r.report.id: r.report.copy_group for r in market_bombing().readings}
        assert store.put_incidents(Linked(market_bombing().incidents), groups, store.head(), MAKER)


def test_a_manifest_is_deterministic_and_tells_the_hash_of_the_export(ledger: Path, manifest: Path) -> None:
    assert run("manifest", "--ledger", ledger).stdout_bytes == manifest.read_bytes()
    told = json.loads(manifest.read_bytes())
    export = run("export", "--ledger", ledger).stdout_bytes
    assert told["export"] == hashlib.sha256(export).hexdigest()
    reports = [reading.report for reading in market_bombing().readings]
    assert [each["id"] for each in told["reports"]] == sorted(each.id for each in reports)
    assert {each["text"] for each in told["reports"]} == {
        hashlib.sha256(each.text.encode()).hexdigest() for each in reports
    }
    assert told["counts"]["reports"] == len(reports)


def test_a_sound_ledger_and_one_that_has_grown_hold(ledger: Path, manifest: Path) -> None:
    assert findings(ledger, manifest) == ""
    grow(ledger)
    assert findings(ledger, manifest) == ""


def test_a_ledger_whose_end_was_cut_off_or_that_is_another_does_not(ledger: Path, manifest: Path) -> None:
    grow(ledger)
    later = run("manifest", "--ledger", ledger).stdout_bytes
    manifest.write_bytes(later)
    with closing(sqlite3.connect(ledger)) as connection, connection:
        connection.execute("DELETE FROM audit WHERE n = (SELECT max(n) FROM audit)")
        connection.execute("DELETE FROM quarantined WHERE path = 'late.pdf'")
    assert "its end is cut off" in findings(ledger, manifest)


def test_a_chain_that_was_written_anew_does_not(ledger: Path, manifest: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with closing(open_ledger(str(other), clock, create=True)) as store:
        store.quarantine(Quarantined("first.pdf", "no text"), None)
        fill(store)
    assert "audit" not in run("verify", "--ledger", other).stdout, "sound by itself"
    assert "the chain was written anew" in findings(other, manifest)


def test_an_incident_that_was_changed_behind_the_chain_is_told_by_the_export(
    ledger: Path, manifest: Path
) -> None:
    with closing(sqlite3.connect(ledger)) as connection, connection:
        connection.execute("UPDATE incidents SET record = replace(record, '\"best\":15', '\"best\":51')")
        connection.execute("UPDATE incidents SET record = replace(record, '\"best\": 15', '\"best\": 51')")
    assert "export: the export has another hash" in findings(ledger, manifest)


def _head(told: Json) -> None:
    told["chain"]["head"] = "0" * 64


def _more_entries(told: Json) -> None:
    told["chain"]["entries"] += 1


def _raw(told: Json) -> None:
    told["raw_copies"].append("f" * 64)


def _text(told: Json) -> None:
    told["reports"][0]["text"] = "a" * 64


def _no_report(told: Json) -> None:
    del told["reports"][0]


def _count(told: Json) -> None:
    told["counts"]["claims"] += 1


def _export(told: Json) -> None:
    told["export"] = "b" * 64


@pytest.mark.parametrize(
    ("tamper", "found"),
    [
        (_head, "or another manifest"),
        (_more_entries, "cut off"),
        (_raw, "is in the manifest and not in the ledger"),
        (_text, "not the one in the manifest"),
        (_no_report, "or either lacks it"),
        (_count, "counts: claims: the manifest has"),
        (_export, "the export has another hash"),
    ],
)
def test_a_manifest_that_was_tampered_with_is_at_odds_with_the_ledger(
    ledger: Path, manifest: Path, tamper: Callable[[Json], None], found: str
) -> None:
    told = json.loads(manifest.read_bytes())
    tamper(told)
    manifest.write_text(json.dumps(told), encoding="utf-8")
    assert found in findings(ledger, manifest)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"manifest": 2}', "\x00", '{"manifest": 1, "chain": "?"}'])
def test_what_is_no_manifest_is_refused(ledger: Path, tmp_path: Path, text: str) -> None:
    file = tmp_path / "no.json"
    file.write_text(text, encoding="utf-8")
    done = run("verify", "--ledger", ledger, "--against", file)
    assert done.exit_code == 1
    assert "is no manifest of a ledger" in done.stderr


def test_a_manifest_that_is_too_large_is_refused(ledger: Path, tmp_path: Path) -> None:
    file = tmp_path / "no.json"
    with file.open("wb") as empty:
        empty.truncate(MAX_MANIFEST_BYTES + 1)
    done = run("verify", "--ledger", ledger, "--against", file)
    assert done.exit_code == 1
    assert "is larger than 1,000,000,000 bytes" in done.stderr


@pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="needs OpenSSH")
def test_a_signature_by_an_ssh_key_holds_until_a_byte_is_changed(manifest: Path) -> None:
    folder = manifest.parent
    key, signers = folder / "key", folder / "allowed_signers"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)
    subprocess.run(["ssh-keygen", "-q", "-Y", "sign", "-f", key, "-n", "dateline", manifest], check=True)
    signers.write_text(f"ana@example.org {key.with_name('key.pub').read_text('utf-8')}", encoding="utf-8")
    who = ("-f", str(signers), "-I", "ana@example.org", "-n", "dateline", "-s", f"{manifest}.sig")

    def holds(data: bytes) -> bool:
        done = subprocess.run(
            ["ssh-keygen", "-Y", "verify", *who], input=data, capture_output=True, check=False
        )
        return done.returncode == 0

    assert holds(manifest.read_bytes())
    assert not holds(manifest.read_bytes().replace(b'"claims": ', b'"claims": 1'))

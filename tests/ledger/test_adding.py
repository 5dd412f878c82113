"""`dateline add`: as `dateline read`, whatever the order, the number of calls, and the interrupts."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dateline.cli import main
from dateline.ledger.opening import open_ledger
from dateline.model import raw_hash
from dateline.reading import Reader
from tests.ledger.stores import clock

WIRE = (
    "A car bomb killed 12 people and wounded 30 others at a market in Hit on Tuesday, police said. "
    "Witnesses said the blast was heard across the river. Shops near the market stayed closed on Wednesday."
)
TEXTS = {
    "2019-05-07-first.txt": WIRE,
    "2019-05-07-copy.txt": f"{WIRE}\n",
    "2019-05-08-cut.txt": WIRE[: WIRE.index(" Shops")],
    "2019-05-08-rose.txt": "The toll of Tuesday's car bombing in Hit rose to 15, the ministry said.",
    "2019-05-09-denied.txt": "The army denied that soldiers died in Tuesday's car bombing in Hit.",
    "2019-06-01-raid.txt": "Soldiers raided a village near Mosul and killed three gunmen, police said.",
}
MANY = 150
"""More than two batches, so that an interrupt meets committed reports and reports still to be read."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "reports"
    made.mkdir()
    for name, text in TEXTS.items():
        (made / name).write_text(text, encoding="utf-8")
    records = [{"id": f"n{n}", "text": f"A mine killed {n} soldiers in Hit, police said."} for n in (3, 4)]
    (made / "more.jsonl").write_text("".join(f"{json.dumps(each)}\n" for each in records), encoding="utf-8")
    (made / "french.txt").write_text("Une voiture piégée a tué douze personnes mardi, selon la police. " * 3)
    return made


@pytest.fixture
def quick(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """The shared reader instead of one loaded anew by every call."""
    monkeypatch.setattr("dateline.running.batches.make_reader", lambda codebook: reader)


def dateline(*words: str | Path) -> Result:
    return CliRunner().invoke(main, list(map(str, words)))


def export(ledger: Path) -> bytes:
    done = dateline("export", "--ledger", ledger, "--json", "--mentions")
    assert done.exit_code == 0, done.stderr
    return done.stdout_bytes


@pytest.mark.usefixtures("quick")
def test_one_call_keeps_what_reading_gives(folder: Path, tmp_path: Path) -> None:
    done = dateline("add", folder, "--ledger", tmp_path / "a.db")
    assert (done.exit_code, done.stdout) == (3, "")
    assert "8 reports added, 1 of them with the text of another, 1 input not read; incidents: " in done.stderr
    assert "french.txt: " in done.stderr
    assert export(tmp_path / "a.db") == dateline("read", folder, "--json", "--mentions").stdout_bytes


@pytest.mark.slow
@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("seed", range(3))
def test_any_order_over_several_calls_is_the_same_export(folder: Path, tmp_path: Path, seed: int) -> None:
    dateline("add", folder, "--ledger", tmp_path / "one.db")
    paths = sorted(folder.iterdir())
    random.Random(seed).shuffle(paths)
    for path in paths:
        dateline("add", path, "--ledger", tmp_path / "several.db")
    assert export(tmp_path / "several.db") == export(tmp_path / "one.db")


@pytest.mark.usefixtures("quick")
def test_the_same_again_changes_nothing(folder: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "a.db"
    dateline("add", folder, "--ledger", ledger)
    before = (dump(ledger), export(ledger))
    (folder / "renamed.txt").write_text(WIRE, encoding="utf-8")
    done = dateline("add", folder, "--ledger", ledger)
    assert "0 reports added, 9 known already, 1 input not read; incidents: no change" in done.stderr
    assert (dump(ledger), export(ledger)) == before


@pytest.mark.usefixtures("quick")
def test_raw_copies_are_the_bytes_given(folder: Path, tmp_path: Path) -> None:
    dateline("add", folder, "--ledger", tmp_path / "a.db")
    data = (folder / "2019-05-07-copy.txt").read_bytes()
    with closing(open_ledger(str(tmp_path / "a.db"), clock, create=False)) as store:
        assert store.raw(raw_hash(data)) == data
        assert store.verify_chain() == ()


@pytest.mark.usefixtures("quick")
def test_memory_takes_reports_too(folder: Path) -> None:
    assert dateline("add", folder / "more.jsonl", "--ledger", "sqlite://").exit_code == 0


@pytest.mark.slow
def test_a_killed_call_loses_nothing_and_the_next_one_ends_the_same(tmp_path: Path) -> None:
    source, killed, whole = tmp_path / "many.jsonl", tmp_path / "killed.db", tmp_path / "whole.db"
    texts = (f"A mine killed {n} soldiers in Hit on Friday, police said." for n in range(2, MANY + 2))
    source.write_text("".join(f"{json.dumps({'text': text})}\n" for text in texts), encoding="utf-8")
    running = start(source, killed)
    while (committed := count(killed)) == 0:
        assert running.poll() is None, "it ended before it could be killed"
        time.sleep(0.005)
    running.send_signal(signal.SIGKILL)
    assert running.wait() == -signal.SIGKILL
    kept = count(killed)
    assert committed <= kept < MANY
    with closing(open_ledger(str(killed), clock, create=False)) as store:
        assert len(list(store.readings())) == kept
        assert store.verify_chain() == ()
    assert dateline("export", "--ledger", killed).exit_code == 1  # not linked yet, and says so
    assert start(source, killed).wait() == 0
    assert start(source, whole).wait() == 0
    assert export(killed) == export(whole)
    assert count(killed) == MANY


@pytest.mark.usefixtures("quick")
def test_the_same_text_again_is_told(tmp_path: Path) -> None:
    text = "A mine killed two soldiers in Hit on Friday, police said."
    (tmp_path / "a.txt").write_text(text)
    (tmp_path / "b.txt").write_text(f"{text}\n")
    (tmp_path / "c.txt").write_text("A bomb wounded four soldiers in Hit on Monday, police said.")
    done = dateline("add", tmp_path, "--ledger", tmp_path / "a.db")
    assert done.stderr.startswith("3 reports added, 1 of them with the text of another;")


def start(source: Path, ledger: Path) -> subprocess.Popen[bytes]:
    """A process of its own that adds."""
    program = "from dateline.cli import main; main()"
    words = ["add", str(source), "--ledger", str(ledger), "--workers", "1"]
    return subprocess.Popen(
        [sys.executable, "-c", program, *words], stderr=subprocess.DEVNULL, env=dict(os.environ)
    )


def count(ledger: Path) -> int:
    """Readings that another process has committed."""
    if not ledger.exists():
        return 0
    with closing(sqlite3.connect(f"file:{ledger}?mode=ro", uri=True)) as connection:
        try:
            number: int = connection.execute("SELECT count(*) FROM readings").fetchone()[0]
        except sqlite3.OperationalError:  # no table yet
            return 0
    return number


def dump(ledger: Path) -> list[str]:
    """The whole database as SQL."""
    with closing(sqlite3.connect(ledger)) as connection:
        return list(connection.iterdump())

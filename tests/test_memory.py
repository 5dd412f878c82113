"""An archive is added in bounded memory, all processes taken together, however large it is."""

from __future__ import annotations

import gzip
import json
import re
import sys
from pathlib import Path

import pytest

from benchmarks import group
from benchmarks.invented import conflict, other
from tests.intake.test_unpack import warc

MOST = 1536 * 1024**2
ONE_IN = 1000
"""Most is news of nothing; one report in so many is of conflict."""
PEACEFUL = ("sport", "trade", "council", "science")
PADDING = "<!-- " + "x" * 39_000 + " -->"
"""What pages carry beside their text."""


def add(path: Path, ledger: Path) -> group.Run:
    program = "from dateline.cli import main; main()"
    words = ("add", str(path), "--ledger", str(ledger), "--workers", "2", "--screen", "all")
    return group.run((sys.executable, "-c", program, *words))


def news(n: int, texts: list[str], attacks: list[str]) -> str:
    """The text of the nth report."""
    return attacks[n % len(attacks)] if n % ONE_IN == 0 else texts[n % len(texts)]


def write_lines(path: Path, lines: int) -> None:
    texts, attacks = list(other(50, topics=PEACEFUL)), list(conflict(50))
    with path.open("w", encoding="utf-8") as file:
        for n in range(lines):
            text = news(n, texts, attacks).partition("\n")[0] + f" Number {n}."
            file.write(f"{json.dumps({'id': str(n), 'text': text, 'language': 'en'})}\n")


def write_crawl(path: Path, size: int) -> int:
    """Pages of together this size, or a little more; how many they are."""
    texts, attacks, written, n = list(other(50, topics=PEACEFUL)), list(conflict(50)), 0, 0
    with path.open("wb") as file:
        while written < size:
            body = "".join(f"<p>{line}</p>" for line in news(n, texts, attacks).split("\n"))
            page = f"<!doctype html><html><head><title>News {n}</title></head><body><article>{body}"
            record = warc(f"{page}</article>{PADDING}</body></html>".encode(), url=f"https://a.example/{n}")
            file.write(gzip.compress(record, 0))
            written, n = written + len(record), n + 1
    return n


def dealt_with(run: group.Run) -> int:
    """Reports that an adding told of in its last line."""
    told = re.findall(r"([\d,]+) (?:reports? added|screened out)", run.err)
    return sum(int(number.replace(",", "")) for number in told)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="memory is asked of Linux")
def test_a_crawl_and_many_lines_in_bounded_memory(tmp_path: Path) -> None:
    pages = write_crawl(tmp_path / "a.warc.gz", 20 * 1024**2)
    write_lines(tmp_path / "b.jsonl", 2_000)
    done = add(tmp_path, tmp_path / "a.db")
    assert dealt_with(done) == pages + 2_000
    assert done.peak < MOST


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.skipif(sys.platform != "linux", reason="memory is asked of Linux")
def test_a_crawl_of_a_gigabyte(tmp_path: Path) -> None:
    pages = write_crawl(tmp_path / "a.warc.gz", 1024**3)
    done = add(tmp_path / "a.warc.gz", tmp_path / "a.db")
    assert dealt_with(done) == pages
    assert done.peak < MOST


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.skipif(sys.platform != "linux", reason="memory is asked of Linux")
def test_a_million_lines(tmp_path: Path) -> None:
    write_lines(tmp_path / "a.jsonl", 1_000_000)
    done = add(tmp_path / "a.jsonl", tmp_path / "a.db")
    assert dealt_with(done) == 1_000_000
    assert done.peak < MOST

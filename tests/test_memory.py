"""An archive is added in bounded memory, all processes taken together, however large it is."""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

import pytest

from benchmarks import group
from benchmarks.invented import other
from tests.intake.test_unpack import warc

MOST = 1536 * 1024**2
PADDING = "<!-- " + "x" * 39_000 + " -->"
"""What pages carry beside their text."""


def add(path: Path, ledger: Path) -> group.Run:
    program = "from dateline.cli import main; main()"
    words = ("add", str(path), "--ledger", str(ledger), "--workers", "2", "--screen", "all")
    return group.run((sys.executable, "-c", program, *words))


def write_lines(path: Path, lines: int) -> None:
    texts = list(other(50))
    with path.open("w", encoding="utf-8") as file:
        for n in range(lines):
            text = " ".join(texts[n % 50].split("\n")[:2])
            file.write(f"{json.dumps({'id': str(n), 'text': f'{text} Number {n}.'})}\n")


def write_crawl(path: Path, size: int) -> None:
    texts, written, n = list(other(50)), 0, 0
    with path.open("wb") as file:
        while written < size:
            body = "".join(f"<p>{line}</p>" for line in texts[n % 50].split("\n"))
            page = f"<!doctype html><html><head><title>News {n}</title></head><body><article>{body}"
            record = warc(f"{page}</article>{PADDING}</body></html>".encode(), url=f"https://a.example/{n}")
            file.write(gzip.compress(record, 0))
            written, n = written + len(record), n + 1


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="memory is asked of Linux")
def test_a_crawl_and_many_lines_in_bounded_memory(tmp_path: Path) -> None:
    write_crawl(tmp_path / "a.warc.gz", 20 * 1024**2)
    write_lines(tmp_path / "b.jsonl", 2_000)
    done = add(tmp_path, tmp_path / "a.db")
    assert done.peak < MOST


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.skipif(sys.platform != "linux", reason="memory is asked of Linux")
def test_a_crawl_of_a_gigabyte(tmp_path: Path) -> None:
    write_crawl(tmp_path / "a.warc.gz", 1024**3)
    assert add(tmp_path / "a.warc.gz", tmp_path / "a.db").peak < MOST


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.skipif(sys.platform != "linux", reason="memory is asked of Linux")
def test_a_million_lines(tmp_path: Path) -> None:
    write_lines(tmp_path / "a.jsonl", 1_000_000)
    assert add(tmp_path / "a.jsonl", tmp_path / "a.db").peak < MOST

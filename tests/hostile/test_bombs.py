"""Small files that unpack to much: each is refused in bounded memory, and the rest is read."""

from __future__ import annotations

import gzip
import io
import json
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import brotli
import pyarrow
import pytest

pytestmark = pytest.mark.slow  # packs and unpacks half a gigabyte each

BODY = "Two soldiers were wounded on Monday when a convoy was shelled near the river port, the army said."
MORE_MEBIBYTES = 300
BOMB = 512 * 1024 * 1024

# Takes the files named, the first of them before memory is first looked at, and tells how much more it took.
MEASURE = """
import json, resource, sys
from dateline.codebook.book import PACKAGED
from dateline.codebook.boilerplate import Boilerplate
from dateline.codebook.toml import load_toml
from dateline.intake import take
from dateline.model import Quarantined

boilerplate = load_toml(PACKAGED / "boilerplate.toml", Boilerplate)
peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
for made in take(sys.argv[1:2], None, boilerplate):
    assert not isinstance(made, Quarantined), made
start, reasons, texts = peak(), [], 0
for made in take(sys.argv[2:], None, boilerplate):
    if isinstance(made, Quarantined):
        reasons.append(made.reason)
    else:
        texts += 1
print(json.dumps([peak() - start, reasons, texts]))
"""


def gzip_bomb(path: Path) -> None:
    with gzip.open(path, "wb", compresslevel=1) as out:
        _fill(out.write)


def zstd_bomb(path: Path) -> None:
    with pyarrow.CompressedOutputStream(str(path), "zstd") as out:
        _fill(out.write)


def nested_bomb(path: Path) -> None:
    inner = io.BytesIO()
    with gzip.GzipFile(fileobj=inner, mode="wb", compresslevel=1) as out:
        _fill(out.write)
    path.write_bytes(gzip.compress(inner.getvalue()))


def zip_bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        with archive.open("huge.txt", "w", force_zip64=True) as out:
            _fill(out.write)
        archive.writestr("good.txt", BODY)


def many_members(path: Path) -> None:
    with path.open("wb") as out:
        out.write(gzip.compress(b"") * 1_000_000 + gzip.compress(BODY.encode()))


def tiny_members(path: Path) -> None:
    with tarfile.open(path, "w:gz", compresslevel=1) as archive:
        for n in range(70_000):
            info = tarfile.TarInfo(f"{n}.txt")
            info.size = 2
            archive.addfile(info, io.BytesIO(b"Hm"))


def coded_record(path: Path) -> None:
    packer = brotli.Compressor(quality=1)
    content = b"".join(packer.process(b"a" * 2**20) for _ in range(BOMB >> 20)) + packer.finish()
    path.write_bytes(
        record(content, "br") + record(f"<html><body><p>{BODY}</p></body></html>".encode(), None)
    )


def record(content: bytes, coding: str | None) -> bytes:
    """A WARC record of a page whose content is coded as named."""
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
    head += f"Content-Encoding: {coding}\r\n".encode() if coding else b""
    http = head + b"\r\n" + content
    return (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:x>\r\nContent-Type: application/http\r\n"
        + f"Content-Length: {len(http)}\r\n\r\n".encode()
        + http
        + b"\r\n\r\n"
    )


def _fill(write: Callable[[bytes], object]) -> None:
    for _ in range(BOMB >> 20):
        write(b"word " * (2**20 // 5))


# name | what makes it | how its reason begins | reports read beside it
BOMBS: list[tuple[str, Callable[[Path], None], str | None, int]] = [
    ("huge.txt.gz", gzip_bomb, "too large", 0),
    ("huge.txt.zst", zstd_bomb, "too large", 0),
    ("nested.txt.gz", nested_bomb, "binary data", 0),
    ("huge.zip", zip_bomb, "too large", 1),
    ("members.txt.gz", many_members, None, 1),
    ("tiny.tar.gz", tiny_members, "more than 65,000 members", 0),
    ("coded.warc", coded_record, "too large", 1),
]


@pytest.mark.parametrize(("name", "make", "reason", "read"), BOMBS, ids=[b[0] for b in BOMBS])
def test_a_bomb_is_refused_in_bounded_memory(
    name: str, make: Callable[[Path], None], reason: str | None, read: int, tmp_path: Path
) -> None:
    make(tmp_path / name)
    good = tmp_path / "good.jsonl"
    page = f"<html><body><p>{BODY}</p></body></html>"
    good.write_text("\n".join(json.dumps(r) for r in ({"text": BODY}, {"html": page})))
    command = [sys.executable, "-c", MEASURE, str(good), str(tmp_path / name)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    more, reasons, texts = json.loads(done.stdout)
    assert more < MORE_MEBIBYTES
    assert texts == read
    assert reasons[-1].startswith(reason) if reasons and reason is not None else not reasons, reasons[-1:]

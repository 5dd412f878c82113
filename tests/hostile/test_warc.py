"""Malformed WARC archives: the record is named, and others are still read."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from dateline.codebook.boilerplate import Boilerplate
from dateline.intake import take
from dateline.model import Quarantined, Report

BODY = "Two soldiers were wounded on Monday when a convoy was shelled near the river port, the army said."
HEAD = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\n"
OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
PAGE = f"<html><body><p>{BODY}</p></body></html>".encode()


def record(http: bytes, *, length: bytes | None = None, more: bytes = b"", number: int = 1) -> bytes:
    """One record; ``length`` is what it says of its length, the true one where none is given."""
    told = str(len(http)).encode() if length is None else length
    head = HEAD + b"WARC-Record-ID: <urn:%d>\r\n" % number + more
    return head + (b"Content-Length: " + told + b"\r\n" if told else b"") + b"\r\n" + http + b"\r\n\r\n"


GOOD = record(OK + b"\r\n" + PAGE, number=9)

# name | the bad record | reports that must still be read: those before it, those after it
CASES: list[tuple[str, bytes, int, int]] = [
    ("negative length", record(OK + b"\r\n" + PAGE, length=b"-5"), 1, 0),
    ("huge length", record(OK + b"\r\n" + PAGE, length=b"9" * 30), 1, 0),
    ("length beyond the end", record(OK + b"\r\n" + PAGE, length=b"99999"), 1, 0),
    ("no length", record(OK + b"\r\n" + PAGE, length=b""), 1, 0),
    ("length is no number", record(OK + b"\r\n" + PAGE, length=b"many"), 1, 0),
    ("length too short", record(OK + b"\r\n" + PAGE, length=b"40"), 1, 0),
    ("wrong digest", record(OK + b"\r\n" + PAGE, more=b"WARC-Block-Digest: sha1:AAAA\r\n"), 1, 1),
    ("chunks that lie", record(CHUNKED + b"FFFFFFFF\r\nshort\r\n0\r\n\r\n"), 1, 1),
    ("chunks that are no numbers", record(CHUNKED + b"zz\r\n" + PAGE + b"\r\n0\r\n\r\n"), 1, 1),
    ("a header without an end", HEAD + b"X: " + b"y" * 200_000, 1, 0),
    ("a record of itself", record(GOOD), 1, 1),
    ("content that is no gzip", record(OK + b"Content-Encoding: gzip\r\n\r\nnot packed"), 1, 1),
]


@pytest.mark.parametrize(("name", "bad", "before", "after"), CASES, ids=[c[0] for c in CASES])
@pytest.mark.parametrize("packed", [False, True])
def test_others_are_read(
    name: str, bad: bytes, before: int, after: int, packed: bool, tmp_path: Path, boilerplate: Boilerplate
) -> None:
    records = [GOOD.replace(b"urn:9", b"urn:1"), bad, GOOD.replace(b"river", b"lake")]
    path = tmp_path / ("a.warc.gz" if packed else "a.warc")
    path.write_bytes(b"".join(map(gzip.compress, records)) if packed else b"".join(records))
    made = list(take([str(path)], None, boilerplate))
    texts = [m.text for m in made if isinstance(m, Report)]
    assert sum("river port" in text for text in texts) >= before
    assert sum("lake port" in text for text in texts) >= after
    for refused in made:
        if isinstance(refused, Quarantined):
            assert refused.path.startswith(str(path))
            assert refused.reason
    if len(texts) < 2:
        assert any(isinstance(m, Quarantined) for m in made), "a record that is lost is named"

"""A file of many is gone on with where it was left; one that changed is gone through from its beginning."""

from __future__ import annotations

import gzip
import io
import json
import os
import tarfile
import zipfile
from dataclasses import replace
from pathlib import Path

import pyarrow
import pytest
from pyarrow import parquet

from dateline.intake import RawCopy, Walk, bytes_under, raw_copies
from dateline.intake.marks import unread
from dateline.model import Bookmark
from tests.intake.test_unpack import PAGE, warc, zstd

TEXTS = [f"Report {n} of the invented Harbour Post, about a raid near Brindle." for n in range(7)]
LINES = "".join(f"{json.dumps({'id': str(n), 'text': text})}\n\n" for n, text in enumerate(TEXTS)).encode()
RECORDS = [
    warc(b"body { }", Content_Type="text/css"),
    *(warc(PAGE.replace("Monday", f"day {n}").encode(), url=f"https://a.example/{n}") for n in range(7)),
]


def tar() -> bytes:
    into = io.BytesIO()
    with tarfile.open(fileobj=into, mode="w") as archive:
        for name, data in [("many.jsonl", LINES), *((f"{n}.txt", t.encode()) for n, t in enumerate(TEXTS))]:
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return into.getvalue()


def zipped() -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w") as archive:
        for n, text in enumerate(TEXTS):
            archive.writestr(f"{n}.txt", text)
    return into.getvalue()


def table() -> bytes:
    into = io.BytesIO()
    parquet.write_table(pyarrow.table({"text": TEXTS}), into)
    return into.getvalue()


FILES = {
    "a.jsonl": LINES,
    "a.jsonl.gz": gzip.compress(LINES),
    "a.jsonl.zst": zstd(LINES),
    "a.warc": b"".join(RECORDS),
    "a.warc.gz": b"".join(map(gzip.compress, RECORDS)),
    "whole.warc.gz": gzip.compress(b"".join(RECORDS)),
    "a.warc.zst": b"".join(map(zstd, RECORDS)),
    "a.tar": tar(),
    "a.zip": zipped(),
    "a.parquet": table(),
}


def taken(path: Path, left: Bookmark | None = None) -> list[RawCopy]:
    found = list(raw_copies([str(path)], None, Walk({left.file: left} if left else {})))
    assert all(isinstance(copy, RawCopy) for copy in found)
    return [copy for copy in found if isinstance(copy, RawCopy)]


def bare(copies: list[RawCopy]) -> list[RawCopy]:
    return [copy._replace(number=0, offset=None, mark=None) for copy in copies]


@pytest.mark.parametrize("name", FILES)
def test_what_was_left_is_gone_on_with_at_any_record(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(FILES[name])
    whole = taken(path)
    assert len(whole) >= len(TEXTS)
    for n, copy in enumerate(whole, start=1):
        assert copy.mark
        rest = taken(path, copy.mark)
        assert bare(rest) == bare(whole[n:])
        assert [each.mark for each in rest] == [each.mark for each in whole[n:]]


@pytest.mark.parametrize("name", ["a.jsonl", "a.warc"])
def test_what_comes_before_is_not_even_read(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / name
    path.write_bytes(FILES[name])
    last = taken(path)[-1].mark
    assert last
    assert last.offset
    data = bytearray(path.read_bytes())
    data[10 : last.offset] = b"\0" * (last.offset - 10)
    told = path.stat()
    path.write_bytes(data)
    os.utime(path, ns=(told.st_atime_ns, told.st_mtime_ns))
    monkeypatch.setattr("dateline.intake.marks.BEGIN", 10)
    head = next(iter(raw_copies([str(path)], None, Walk({last.file: _as_now(path, last)}))), None)
    assert head is None


def _as_now(path: Path, mark: Bookmark) -> Bookmark:
    """The bookmark as it would be in the file as it is now."""
    with path.open("rb") as file:
        here = unread(str(path), file)
    assert here
    return replace(mark, identity=here.identity)


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_changed_is_gone_through_anew(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(FILES[name])
    whole = taken(path)
    os.utime(path, ns=(1, 1))
    assert bare(taken(path, whole[3].mark)) == bare(whole)


@pytest.mark.parametrize("name", FILES)
def test_a_place_where_another_report_is_now_is_not_trusted(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(FILES[name])
    whole = taken(path)
    mark = whole[3].mark
    assert mark
    assert bare(taken(path, replace(mark, raw="0" * 64))) == bare(whole)
    assert bare(taken(path, replace(mark, number=99, offset=10**9))) == bare(whole)


@pytest.mark.parametrize("name", FILES)
def test_a_finished_file_gives_nothing(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(FILES[name])
    mark = taken(path)[-1].mark
    assert mark
    assert taken(path, replace(mark, finished=True)) == []


def test_single_reports_and_streams_have_no_bookmarks(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXTS[0])
    assert [copy.mark for copy in taken(tmp_path / "a.txt")] == [None]
    streamed = list(raw_copies(["-"], io.BytesIO(LINES)))
    assert len(streamed) == len(TEXTS)
    assert {copy.mark for copy in streamed if isinstance(copy, RawCopy)} == {None}


def test_bytes_are_told_before_and_while_they_are_read(tmp_path: Path) -> None:
    for name, data in FILES.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / ".hidden.txt").write_text("x" * 1000)
    (tmp_path / "picture.png").write_text("x" * 1000)
    walk, size = Walk(), sum(map(len, FILES.values()))
    assert bytes_under([str(tmp_path), str(tmp_path / "absent")]) == size
    told = [walk.meter.bytes() for _ in raw_copies([str(tmp_path)], None, walk)]
    assert told == sorted(told)
    assert walk.meter.bytes() == size

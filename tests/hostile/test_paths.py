"""Fifteen paths that lead elsewhere, or nowhere: as an input, as a member of an archive, and in an address.

A file that nobody named holds a story of its own; no report may tell it, and no pipe or device is opened.
"""

from __future__ import annotations

import io
import os
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dateline.codebook.boilerplate import Boilerplate
from dateline.intake import take
from dateline.model import Quarantined, Report
from tests.web.conftest import client, filled, make, store

__all__ = ["client", "filled", "make", "store"]

STORY = "A secret bomb killed 77 people in a town that nobody named on Monday, police said."
BODY = "Two soldiers were wounded on Monday when a convoy was shelled near the river port, the army said."
SECRET = "secret.txt"
LONG = "a" * 5_000

NAMES = {
    "up and out": f"../{SECRET}",
    "up from within": f"news/../../{SECRET}",
    "absolute": f"/{SECRET}",
    "a drive": f"C:\\{SECRET}",
    "5,000 characters": f"{LONG}.txt",
    "5,000 folders": "d/" * 2_500 + "a.txt",
}


def folder(tmp_path: Path) -> Path:
    """A folder to read from; the secret lies beside it."""
    (tmp_path / SECRET).write_text(STORY)
    made = tmp_path / "given"
    made.mkdir()
    return made


def tar(path: Path, *members: tuple[tarfile.TarInfo, bytes]) -> Path:
    with tarfile.open(path, "w") as archive:
        for member, data in members:
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return path


def member(name: str, kind: bytes = tarfile.REGTYPE, link: str = "") -> tarfile.TarInfo:
    made = tarfile.TarInfo(name)
    made.type, made.linkname = kind, link
    return made


def texts(path: Path, boilerplate: Boilerplate) -> list[str]:
    """What the reports of a path say; all else of it is quarantined with a reason."""
    made = list(take([str(path)], None, boilerplate))
    assert all(isinstance(each, Report) or each.reason for each in made)
    return [each.text for each in made if isinstance(each, Report)]


@pytest.mark.parametrize("name", NAMES)
def test_a_member_is_read_from_its_archive_and_written_nowhere(
    name: str, tmp_path: Path, boilerplate: Boilerplate
) -> None:
    given = folder(tmp_path)
    packed = tar(given / "a.tar", (member(NAMES[name]), BODY.encode()))
    with zipfile.ZipFile(given / "a.zip", "w") as archive:
        archive.writestr(NAMES[name], BODY)
    before = sorted(tmp_path.rglob("*"))
    assert texts(packed, boilerplate) == [BODY]
    assert texts(given / "a.zip", boilerplate) == [BODY]
    assert sorted(tmp_path.rglob("*")) == before
    assert (tmp_path / SECRET).read_text() == STORY


def test_a_member_whose_name_has_a_zero_byte(tmp_path: Path, boilerplate: Boilerplate) -> None:
    given = folder(tmp_path)
    with zipfile.ZipFile(given / "a.zip", "w") as archive:
        archive.writestr("aXb.txt", BODY)
    data = (given / "a.zip").read_bytes().replace(b"aXb.txt", b"a\x00b.txt")
    (given / "a.zip").write_bytes(data)
    assert texts(given / "a.zip", boilerplate) in ([BODY], [])


@pytest.mark.parametrize(
    ("kind", "link"),
    [
        (tarfile.SYMTYPE, f"../{SECRET}"),
        (tarfile.LNKTYPE, f"../{SECRET}"),
        (tarfile.FIFOTYPE, ""),
        (tarfile.CHRTYPE, ""),
    ],
)
def test_a_member_that_is_no_file(kind: bytes, link: str, tmp_path: Path, boilerplate: Boilerplate) -> None:
    given = folder(tmp_path)
    packed = tar(given / "a.tar", (member("in.txt", kind, link), b""), (member("b.txt"), BODY.encode()))
    assert texts(packed, boilerplate) == [BODY]


def _fifo(given: Path) -> None:
    os.mkfifo(given / "pipe.txt")


def _device(given: Path) -> None:
    (given / "zero.txt").symlink_to("/dev/zero")


def _loop(given: Path) -> None:
    (given / "round").symlink_to(given)


def _nowhere(given: Path) -> None:
    (given / "gone.txt").symlink_to(given / "nothing")


@pytest.mark.parametrize("put", [_fifo, _device, _loop, _nowhere])
def test_what_is_no_file_in_a_folder(
    put: Callable[[Path], None], tmp_path: Path, boilerplate: Boilerplate
) -> None:
    given = folder(tmp_path)
    (given / "good.txt").write_text(BODY)
    put(given)
    assert texts(given, boilerplate) == [BODY]


@pytest.mark.parametrize("name", ["nul\0name", LONG, "/dev/zero", "/dev/stdin/none"])
def test_a_path_that_cannot_be(name: str, boilerplate: Boilerplate) -> None:
    (made,) = take([name], None, boilerplate)
    assert isinstance(made, Quarantined)
    assert made.reason


ADDRESSES = (
    "/reports/..%2F..%2Fetc%2Fpasswd",
    "/static/x/..%2F..%2F..%2Fetc%2Fpasswd",
    "/static/..%2F..%2Fetc/passwd",
    "/incidents/%2Fetc%2Fpasswd",
    "/api/reports/..%2F..%2Fetc%2Fpasswd",
    "/api/reports/a%00b",
    f"/api/reports/{LONG}",
    f"/reports/{LONG}",
    "/api/claims/%2Fdev%2Fzero",
)


@pytest.mark.parametrize("address", ADDRESSES, ids=range(len(ADDRESSES)))
def test_an_address_names_a_record_and_no_file(address: str, client: TestClient) -> None:
    answer = client.get(address)
    assert answer.status_code in (404, 422)
    assert "root:" not in answer.text
    assert len(answer.content) < 20_000

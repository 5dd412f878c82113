"""The folder of raw copies."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import LedgerError
from dateline.ledger.raw import Folder
from dateline.model import raw_hash

DATA = b"A bomb killed 3."
DIGEST = raw_hash(DATA)


def test_bytes_lie_under_their_hash(tmp_path: Path) -> None:
    Folder(tmp_path).keep(DIGEST, DATA)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [tmp_path / DIGEST[:2] / DIGEST[2:]]
    assert Folder(tmp_path).get(DIGEST) == DATA


def test_keeping_twice_writes_once(tmp_path: Path) -> None:
    Folder(tmp_path).keep(DIGEST, DATA)
    (file,) = (path for path in tmp_path.rglob("*") if path.is_file())
    written = file.stat()
    Folder(tmp_path).keep(DIGEST, DATA)
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (written.st_ino, written.st_mtime_ns)


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(LedgerError, match=r"cannot write to .*file: Not a directory"):
        Folder(tmp_path / "file").keep(DIGEST, DATA)


def test_half_a_file_of_an_interrupted_call_is_never_taken_for_the_whole(tmp_path: Path) -> None:
    (tmp_path / DIGEST[:2]).mkdir()
    (tmp_path / DIGEST[:2] / f"{DIGEST[2:]}.99.part").write_bytes(DATA[:5])
    with pytest.raises(LedgerError, match=DIGEST):
        Folder(tmp_path).get(DIGEST)
    Folder(tmp_path).keep(DIGEST, DATA)
    assert Folder(tmp_path).get(DIGEST) == DATA

"""Where raw copies lie: in a folder beside the SQLite file, or in the database itself."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Protocol

from dateline.errors import LedgerError


class RawCopies(Protocol):
    """Bytes by their SHA-256, where the database does not hold them itself."""

    def keep(self, digest: str, data: bytes) -> None:
        """Keep the bytes durably; keeping them twice changes nothing."""

    def get(self, digest: str) -> bytes:
        """The bytes as they were kept."""


class Folder:
    """Raw copies as files ``ab/cdef...``, each written beside its place and moved there whole."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def keep(self, digest: str, data: bytes) -> None:
        """Write the file unless it is there.

        Raises:
            LedgerError: the folder cannot be written, or the disk is full.
        """
        file = self._file(digest)
        if not file.exists():
            try:
                self._write(file, data)
            except OSError as error:
                raise LedgerError(f"cannot write to {self._root}: {error.strerror}") from error

    def get(self, digest: str) -> bytes:
        """Read the file.

        Raises:
            LedgerError: it is gone.
        """
        try:
            return self._file(digest).read_bytes()
        except FileNotFoundError as error:
            raise LedgerError(f"the raw copy {digest} is not in {self._root}") from error

    def _write(self, file: Path, data: bytes) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        part = file.with_name(f"{file.name}.{os.getpid()}.part")
        with part.open("wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        part.replace(file)

    def _file(self, digest: str) -> Path:
        return self._root / digest[:2] / digest[2:]

"""A file packed by zstd -> its bytes, streamed."""

from __future__ import annotations

import io
from typing import Any


class Unpacked(io.RawIOBase):
    """The bytes that a packed stream holds.

    Reading raises OSError where the file was cut off, or asks for more than 128 MiB to be unpacked.
    """

    def __init__(self, packed: io.BufferedReader[Any]) -> None:
        # Slow to import, and most runs meet no such file.
        import pyarrow

        self._stream = pyarrow.input_stream(packed, compression="zstd")
        self._at = 0

    def readable(self) -> bool:
        """True."""
        return True

    def readinto(self, into: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill ``into`` as far as the bytes go; how many they are."""
        count = int(self._stream.readinto(into))
        self._at += count
        return count

    def tell(self) -> int:
        """How many bytes were read: what reads WARC archives asks for it."""
        return self._at

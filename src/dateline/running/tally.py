"""How far a run is, told after every report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b


@dataclass(frozen=True, slots=True)
class Tally:
    """Reports that were read, known before, screened out and refused; bytes of the files gone through.

    ``copies`` of those read have the very text of another one; copies that were cut or edited are told later.
    ``size`` is the bytes of all files, null while that is unknown.
    """

    read: int = 0
    copies: int = 0
    known: int = 0
    screened: int = 0
    quarantined: int = 0
    bytes: int = 0
    size: int | None = None

    @property
    def done(self) -> int:
        """All that were looked at."""
        return self.read + self.known + self.screened + self.quarantined


OnTally = Callable[[Tally], None]
"""Called after each report with all that was done so far."""

Progress = Callable[[int, int | None], None]
"""Called with the number of reports done so far and the number there are, null while that is unknown."""


class Texts:
    """The texts met so far, as a few bytes each."""

    def __init__(self) -> None:
        self._met: set[bytes] = set()

    def again(self, text: str) -> bool:
        """Whether this text was met before; from now on it was."""
        digest = blake2b(text.encode(errors="surrogatepass"), digest_size=12).digest()
        met = digest in self._met
        self._met.add(digest)
        return met

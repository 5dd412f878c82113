"""How far a run is, told after every report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """Reports that were read, known before, screened out and refused; bytes of the files gone through.

    ``size`` is the bytes of all files, null while that is unknown.
    """

    read: int = 0
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

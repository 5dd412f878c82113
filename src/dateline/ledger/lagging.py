"""What is said where the incidents of a ledger lag behind its readings."""

from __future__ import annotations

from dateline.errors import LedgerError

LINK = "a command was interrupted; run it again, or `dateline reread`"
"""What to do then."""


def require_linked(settled: bool) -> None:
    """Let a ledger pass whose incidents are those of all its readings.

    Raises:
        LedgerError: they are not.
    """
    if not settled:
        raise LedgerError(f"what was added or decided last is not linked yet: {LINK}")

"""How long does work beside the pages rest, so that whoever looks and judges goes first?"""

from __future__ import annotations

SHARE = 9.0
"""How many times as long as it took the work rests: it has a tenth of the time at most."""

MOST = 30.0
"""Seconds after which it goes on all the same, so that a large ledger shows what was judged."""


def rest(took: float) -> float:
    """Seconds to rest after work that took so many."""
    return min(SHARE * took, MOST)

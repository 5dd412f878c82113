"""What a reading rule is: an id that claims carry, a reason, and an example that runs as a test."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """A named linguistic rule.

    ``example`` is an invented report of a sentence or two; reading it gives a claim made by this
    rule whose field and value read as ``reads`` ("killed 12").
    """

    id: str
    reason: str
    example: str
    reads: str

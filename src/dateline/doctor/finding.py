"""What the doctor finds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """A record that breaks an invariant: its id, and what is wrong in words."""

    record: str
    problem: str

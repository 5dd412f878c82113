"""Which counts are a part of another?"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Groups:
    """The records of ``groups.toml``."""

    version: int
    parts: frozenset[str]
    part_rules: frozenset[str]
    named_rules: frozenset[str]
    before_rules: frozenset[str]
    inferred_rules: frozenset[str]
    survivor_rules: frozenset[str]
    sides: frozenset[str]
    early: frozenset[str]

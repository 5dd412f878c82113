"""Which counts are a part of another?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PeopleClass = Literal["children", "women", "men"]


@dataclass(frozen=True, slots=True)
class Groups:
    """The records of ``groups.toml``."""

    version: int
    parts: frozenset[str]
    pronouns: frozenset[str]
    others: frozenset[str]
    part_rules: frozenset[str]
    named_rules: frozenset[str]
    before_rules: frozenset[str]
    inferred_rules: frozenset[str]
    survivor_rules: frozenset[str]
    sides: frozenset[str]
    early: frozenset[str]
    correcting: frozenset[str]
    classes: dict[PeopleClass, frozenset[str]]
    round: frozenset[str]
    after: frozenset[str]
    part_of: tuple[str, ...]
    bodies: frozenset[str]
    civilians: frozenset[str]
    fighters: frozenset[str]
    forces: frozenset[str]
    anyone: frozenset[str]
    aimed_types: frozenset[str]

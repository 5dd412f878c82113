"""The people, bodies and states of one report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dateline.model.span import Spans
from dateline.model.value import EntityKind

RelationKind = Literal[
    "affiliated with", "parent of", "child of", "sibling of", "spouse of", "ally of", "part of"
]


@dataclass(frozen=True, slots=True)
class ActorRelation:
    """How an actor stands to another of the same report; ``actor`` is the other's id."""

    kind: RelationKind
    actor: str


@dataclass(frozen=True, slots=True)
class Actor:
    """One person, body or state, with every stretch of the report that names it."""

    id: str
    report: str
    name: str
    kind: EntityKind
    country: str | None
    role: str | None
    relations: tuple[ActorRelation, ...]
    spans: Spans

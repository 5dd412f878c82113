"""The reconciled occurrence, holding all claims about it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

from dateline.model.claim import Field
from dateline.model.place import Place
from dateline.model.value import Entity, Term
from dateline.model.when import When

Status = Literal["single", "agreed", "revised", "disputed", "denied"]

DifferenceKind = Literal[
    "part of a whole",
    "different site",
    "different cut-off",
    "revision",
    "rounding",
    "denial",
    "true conflict",
]

IncidentRelationKind = Literal["in response to", "part of", "follows"]


@dataclass(frozen=True, slots=True)
class SeriesPoint:
    """A value as it stood on a day: who said it, and the claims that say so."""

    date: datetime.date | None
    source: str
    low: int | None
    high: int | None
    text: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FieldSummary:
    """One field of an incident over all its claims.

    ``low``, ``best`` and ``high`` are set for counts only and null where no number was given;
    ``why`` says in words how the status and the numbers came about.
    """

    low: int | None
    best: int | None
    high: int | None
    status: Status
    series: tuple[SeriesPoint, ...]
    claims: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Check:
    """Arithmetic over claims: the rule, whether it holds, and the sum in words."""

    rule: str
    holds: bool
    claims: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Why claims about one field differ; only a true conflict or a denial is a dispute."""

    field: Field
    kind: DifferenceKind
    claims: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class IncidentRelation:
    """How an incident stands to another, and the claim that says so."""

    kind: IncidentRelationKind
    incident: str
    claim: str | None


@dataclass(frozen=True, slots=True)
class Acled:
    """ACLED's own words for the type."""

    event_type: str
    sub_event_type: str


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """The incident's type in other coding schemes; null where a scheme has no place for it."""

    acled: Acled | None
    ucdp: str | None
    plover: str | None


@dataclass(frozen=True, slots=True)
class Incident:
    """One occurrence as all reports together tell it."""

    id: str
    type: Term
    when: When | None
    place: Place | None
    actors: tuple[Entity, ...]
    targets: tuple[Entity, ...]
    weapons: tuple[Term, ...]
    reports: tuple[str, ...]
    claims: tuple[str, ...]
    fields: tuple[tuple[Field, FieldSummary], ...]
    checks: tuple[Check, ...]
    differences: tuple[Difference, ...]
    relations: tuple[IncidentRelation, ...]
    crosswalk: Crosswalk

    def field(self, name: Field) -> FieldSummary | None:
        """The summary of one field, or none where no claim is about it."""
        return dict(self.fields).get(name)

"""What is asked of a ledger's incidents, and what is found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dateline.model import (
    Field,
    Incident,
    Judgement,
    Modality,
    PlacePrecision,
    Status,
    ValueJudgement,
)

SortKey = Literal["date", "killed", "reports", "place"]


@dataclass(frozen=True, slots=True)
class Filter:
    """What an incident must be; a part that is left empty asks nothing.

    ``since`` and ``until`` are inclusive and ask that the incident's days overlap theirs; one of unknown
    date fits only with ``undated``. ``countries`` are ISO 3166-1 alpha-2, ``types`` the codebook's names,
    and any one of them will do. ``statuses`` are of ``field``, or where that is null of any field; a
    ``field`` alone asks for a claim about it. Every one of ``words`` must stand in the incident's type,
    names or places, or in a sentence or source of its claims. ``source`` must be part of the name of who
    says it, of the chain it came through, or of a publisher. Case does not matter.
    """

    since: date | None = None
    until: date | None = None
    undated: bool = False
    countries: frozenset[str] = frozenset()
    types: frozenset[str] = frozenset()
    statuses: frozenset[Status] = frozenset()
    field: Field | None = None
    words: tuple[str, ...] = ()
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """By what incidents are put in order; those for whom it is unknown come last either way."""

    by: SortKey = "date"
    descending: bool = True


@dataclass(frozen=True, slots=True)
class Found:
    """An incident, and by how many voices it is told.

    As everywhere, a named source is one voice in all reports, an unnamed one within its copy group, and
    a copy group's own voice is one.
    """

    incident: Incident
    voices: int


@dataclass(frozen=True, slots=True)
class Findings:
    """The incidents found, in the order asked for; ``total`` counts those past the limit as well."""

    total: int
    found: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Begun:
    """How many incidents began on a day, or on one unknown.

    Of them ``disputed`` have dead that are disputed or denied, and a map can show those ``placed``.
    """

    day: date | None
    number: int
    disputed: int
    placed: int


@dataclass(frozen=True, slots=True)
class Page:
    """Which of all that fits: at most ``limit``, after the first ``offset``."""

    offset: int = 0
    limit: int = 100


@dataclass(frozen=True, slots=True)
class Sought:
    """What a report, claim or statement must be; a part that is null asks nothing.

    ``since`` and ``until`` are days of publication, inclusive. ``source`` and ``publisher`` are part of a
    name in any case; ``field`` and ``modality`` are of claims alone. ``copies_of`` is a report whose copy
    group is sought, of reports alone.
    """

    report: str | None = None
    incident: str | None = None
    since: date | None = None
    until: date | None = None
    publisher: str | None = None
    source: str | None = None
    field: Field | None = None
    modality: Modality | None = None
    copies_of: str | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """How many fit, and those of one page: the report of each and its own id."""

    total: int
    ids: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class LoggedEntry:
    """A judgement, or the undoing of one; ``undone`` tells that it was taken back."""

    made: Judgement | ValueJudgement
    undone: bool


@dataclass(frozen=True, slots=True)
class Logged:
    """How many judgements of both kinds there are, and those of one page."""

    total: int
    entries: tuple[LoggedEntry, ...]


@dataclass(frozen=True, slots=True)
class Sketch:
    """As much of an incident as a map shows; degrees are WGS 84."""

    id: str
    type: str
    starts: date | None
    ends: date | None
    place: str | None
    lat: float | None
    lon: float | None
    radius_km: float | None
    precision: PlacePrecision | None
    killed_low: int | None
    killed_best: int | None
    killed_high: int | None
    killed_status: Status | None


@dataclass(frozen=True, slots=True)
class ReportLine:
    """As much of a report as a list shows; ``beginning`` is that of its text, ``claims`` their number."""

    id: str
    key: str
    title: str | None
    publisher: str | None
    published: date | None
    language: str
    beginning: str
    claims: int


@dataclass(frozen=True, slots=True)
class Facet:
    """A value that incidents have, and how many have it."""

    name: str
    number: int


@dataclass(frozen=True, slots=True)
class Facets:
    """What the incidents of a ledger can be asked for; ``countries`` are ISO 3166-1 alpha-2."""

    countries: tuple[Facet, ...]
    types: tuple[Facet, ...]
    statuses: tuple[Facet, ...]
    first: date | None
    last: date | None

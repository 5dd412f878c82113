"""What people marked in reports: claims with everything that will do as a right answer."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model import Field, How, Modality, Span

PUBLISHER = "PUBLISHER"
"""The mark for the report's own voice."""

End = int | None


@dataclass(frozen=True, slots=True)
class GoldValue:
    """A marked value; a part that is empty or null was not marked, and where all are, any value will do.

    ``low`` and ``high`` list the ends that will do, null among them being an open end. Of ``names`` all
    words of one must stand in the value; ``what`` is what is counted, or the thing where none is.
    """

    low: tuple[End, ...] = ()
    high: tuple[End, ...] = ()
    names: tuple[str, ...] = ()
    what: str | None = None
    how: How | None = None

    def counted(self) -> bool:
        """Whether it is a number; of a thing that is named and not counted both ends are null."""
        return bool(self.low) and not (self.low == (None,) and self.high in ((), (None,)))


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day, ISO 8601; inclusive."""

    start: str
    end: str


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """One claim as marked in the report with the key ``report``.

    ``incident`` names the occurrence, the same name for all claims about it; null where that was not
    marked. Of ``fields``, ``sources`` and ``modalities`` any one will do; empty ``sources`` and a null
    ``place`` or ``when`` were not marked. ``span`` are the value's words, where those were marked.
    """

    report: str
    incident: str | None
    fields: tuple[Field, ...]
    value: GoldValue
    group: str | None
    sources: tuple[str, ...]
    via: str | None
    modalities: tuple[Modality, ...]
    place: str | None
    when: Days | None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class GoldFigure:
    """What a field of an incident must be: a part of its summary, and the values that will do."""

    field: Field
    part: str
    values: tuple[End | str, ...]


@dataclass(frozen=True, slots=True)
class GoldIncident:
    """One occurrence as marked; a part that is null or empty was not marked.

    ``country`` is ISO 3166-1 alpha-2, ``start`` and ``end`` ISO 8601 days. Of ``places``, ``actors`` and
    ``weapons`` all words of each must stand in one of the incident's.
    """

    name: str
    type: str | None = None
    start: str | None = None
    end: str | None = None
    country: str | None = None
    places: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    weapons: tuple[str, ...] = ()
    figures: tuple[GoldFigure, ...] = ()


@dataclass(frozen=True, slots=True)
class Gold:
    """All that was marked. ``allowed`` are claims that may be read and need not be.

    ``texts`` holds the marked texts by report key, where the file brings them: they find the report in a
    ledger that knows it by another key. ``groups_marked`` says that a count without a group was marked as
    being of the whole.
    """

    claims: tuple[GoldClaim, ...]
    allowed: tuple[GoldClaim, ...] = ()
    incidents: tuple[GoldIncident, ...] = ()
    texts: tuple[tuple[str, str], ...] = ()
    groups_marked: bool = True

    def fields(self) -> frozenset[Field]:
        """The fields that were marked at all: only in these is a further claim a false one."""
        return frozenset(field for claim in self.claims for field in claim.fields)


def together(golds: tuple[Gold, ...]) -> Gold:
    """Several files as one."""
    return Gold(
        tuple(c for g in golds for c in g.claims),
        tuple(c for g in golds for c in g.allowed),
        tuple(i for g in golds for i in g.incidents),
        tuple(t for g in golds for t in g.texts),
        all(g.groups_marked for g in golds),
    )

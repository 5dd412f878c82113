"""The native form of gold (docs/evaluate.md) -> what was marked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from dateline.errors import InputError
from dateline.evaluate.gold import Days, End, Gold, GoldClaim, GoldFigure, GoldIncident, GoldValue
from dateline.model import Field, How, Modality, Status

T = TypeVar("T")


def _several(value: object) -> object:
    """A single answer as the only one of several."""
    return tuple(value) if isinstance(value, list) else (value,)


Many = Annotated[tuple[T, ...], BeforeValidator(_several)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Days(_Part):
    start: str
    end: str


class Claim(_Part):
    """A marked claim as it stands in the file; docs/evaluate.md explains the keys."""

    report: Many[str]
    field: Many[Field]
    low: Many[End] = ()
    high: Many[End] = ()
    what: str | None = None
    name: Many[str] = ()
    words: Many[str] = ()
    how: How | None = None
    group: str | None = None
    source: Many[str] = ()
    via: str | None = None
    modality: Many[Modality] = ("asserted",)
    place: str | None = None
    when: _Days | None = None
    note: str | None = None


class Incident(_Part):
    """A marked occurrence as it stands in the file."""

    about: str | None = None
    type: str | None = None
    start: str | None = None
    end: str | None = None
    country: str | None = None
    reports: int | None = None
    places: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    weapons: tuple[str, ...] = ()
    acled: str | None = None
    note: str | None = None


class _Other(Incident):
    claims: tuple[Claim, ...] = ()


class _Summary(_Part):
    low: Many[End] = ()
    best: Many[End] = ()
    high: Many[End] = ()
    status: Many[Status] = ()
    note: str | None = None


class _File(BaseModel):
    """Keys that are not named here (checks, copies, what must not be read) are for other readers."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    about: str
    incident: Incident
    claims: tuple[Claim, ...]
    others: tuple[_Other, ...] = ()
    allowed: tuple[Claim, ...] = ()
    fields: dict[Field, _Summary] = {}


def native_gold(text: str, file: str) -> Gold:
    """The marked claims of one file.

    Args:
        text: JSON.
        file: its name, which the names of its incidents begin with.

    Raises:
        InputError: the text is not of that form; names the file and the key.
    """
    try:
        told = _File.model_validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        raise InputError(f"{file}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from error
    main = f"{file}: {told.about}"
    names = [f"{file}: {other.about or n}" for n, other in enumerate(told.others, 1)]
    of_others = [
        c for name, other in zip(names, told.others, strict=True) for c in gold_claims(other.claims, name)
    ]
    incidents = [_incident(main, told.incident, tuple(_figures(told.fields)))]
    incidents += [_incident(name, other, ()) for name, other in zip(names, told.others, strict=True)]
    return Gold(
        (*gold_claims(told.claims, main), *of_others),
        tuple(gold_claims(told.allowed, None)),
        tuple(incidents),
    )


def gold_claims(told: tuple[Claim, ...], incident: str | None) -> Iterator[GoldClaim]:
    """A claim for each of its reports."""
    for each in told:
        value = GoldValue(each.low, each.high, (*each.name, *each.words), each.what, each.how)
        for report in each.report:
            yield GoldClaim(
                report,
                incident,
                each.field,
                value,
                each.group,
                each.source,
                each.via,
                each.modality,
                each.place,
                Days(each.when.start, each.when.end) if each.when else None,
            )


def _incident(name: str, told: Incident, figures: tuple[GoldFigure, ...]) -> GoldIncident:
    parts = (told.type, told.start, told.end, told.country, told.places, told.actors, told.weapons)
    return GoldIncident(name, *parts, figures)


def _figures(told: dict[Field, _Summary]) -> Iterator[GoldFigure]:
    for field, summary in told.items():
        for part in ("low", "best", "high", "status"):
            values = getattr(summary, part)
            if values:
                yield GoldFigure(field, part, values)

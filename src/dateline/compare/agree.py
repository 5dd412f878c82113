"""Where an incident and a row say the same, field by field."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dateline.compare.theirs import Row
from dateline.exchange.acled import kind_of
from dateline.model import Entity, Incident, PolicyFigures

Name = Literal["date", "country", "place", "type", "actors", "kinds", "deaths", "range"]

NAMES: Sequence[Name] = ("date", "country", "place", "type", "actors", "kinds", "deaths", "range")

WORD = re.compile(r"\w{3,}")
COMMON = frozenset(
    (
        "the",
        "and",
        "forces",
        "military",
        "government",
        "police",
        "army",
        "group",
        "troops",
        "soldiers",
        "people",
    )
)
"""Words that many parties share."""

CLOSE_KM = 25.0
"""A place agrees where the points are as close beyond both radii, or its name is the same."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """One field of a pair: what each side has, and whether it is the same; null where a side has nothing."""

    field: Name
    ours: str
    theirs: str
    same: bool | None


def agreements(incident: Incident, row: Row, figures: PolicyFigures | None) -> tuple[Agreement, ...]:
    """Every field, in the order of ``NAMES``; ``figures`` are ours under the policy of their layout."""
    found = (
        _date(incident, row),
        _country(incident, row),
        _place(incident, row),
        _type(incident, row),
        _actors(incident, row),
        _kinds(incident, row),
        _deaths(figures, row),
        _range(incident, row),
    )
    return found


def shared_words(names: Sequence[str], others: Sequence[str]) -> frozenset[str]:
    """Words that name a party on both sides."""
    left, right = (
        frozenset(w.casefold() for name in side for w in WORD.findall(name)) - COMMON
        for side in (names, others)
    )
    return left & right


def _date(incident: Incident, row: Row) -> Agreement:
    when = incident.when
    theirs = str(row.first) if row.first == row.last else f"{row.first}/{row.last}"
    if when is None or when.start is None or when.end is None:
        return Agreement("date", "", theirs, None)
    ours = str(when.start) if when.start == when.end else f"{when.start}/{when.end}"
    return Agreement("date", ours, theirs, when.start <= row.last and row.first <= when.end)


def _country(incident: Incident, row: Row) -> Agreement:
    ours = incident.place.country if incident.place else None
    known = ours is not None and row.country is not None
    return Agreement("country", ours or "", row.country or "", ours == row.country if known else None)


def _place(incident: Incident, row: Row) -> Agreement:
    ours, theirs = incident.place, row.place
    if ours is None or theirs is None:
        return Agreement("place", ours.name if ours else "", theirs.name if theirs else "", None)
    apart = ours.km_from(theirs)
    same = ours.name.casefold() == theirs.name.casefold() or (apart is not None and apart <= CLOSE_KM)
    return Agreement("place", ours.name, theirs.name, same)


def _type(incident: Incident, row: Row) -> Agreement:
    acled = incident.crosswalk.acled
    ucdp = row.type in ("state-based conflict", "non-state conflict", "one-sided violence")
    ours = incident.crosswalk.ucdp if ucdp else (acled.sub_event_type if acled else None)
    return Agreement("type", ours or "", row.type, None if ours is None else ours == row.type)


def _actors(incident: Incident, row: Row) -> Agreement:
    ours = [each.name for each in (*incident.actors, *incident.targets)]
    known = bool(ours and row.actors)
    alike = {name.casefold() for name in ours} & {name.casefold() for name in row.actors}
    same = bool(alike or shared_words(ours, row.actors)) if known else None
    return Agreement("actors", "; ".join(ours), "; ".join(row.actors), same)


def _kinds(incident: Incident, row: Row) -> Agreement:
    """ACLED's kinds do not tell who acted, and it has two actors of perhaps more: one must be the same."""
    home = incident.place.country if incident.place else None
    ours = sorted({kind for e in (*incident.actors, *incident.targets) if (kind := _kind(e, home))})
    known = bool(ours and row.kinds)
    same = any(_among(kind, row.kinds) for kind in ours) if known else None
    return Agreement("kinds", "; ".join(ours), "; ".join(row.kinds), same)


def _kind(entity: Entity, home: str | None) -> str | None:
    return "an armed group" if entity.kind == "armed group" else kind_of(entity, home)


def _among(kind: str, theirs: Sequence[str]) -> bool:
    """Reports do not tell rebels from militias: an armed group is any of these."""
    folded = [each.casefold() for each in theirs]
    if kind == "an armed group":
        return any(word in each for each in folded for word in ("rebel", "militia", "other forces"))
    return kind.casefold() in folded


def _deaths(figures: PolicyFigures | None, row: Row) -> Agreement:
    ours = None if figures is None else (figures.low if figures.best is None else figures.best)
    theirs = None if row.deaths is None else row.deaths.best
    known = ours is not None and theirs is not None
    return Agreement("deaths", _told(ours), _told(theirs), ours == theirs if known else None)


def _range(incident: Incident, row: Row) -> Agreement:
    """Whether their best number lies between the least and the most that ours say."""
    told = incident.field("killed")
    theirs = row.deaths
    shown = "" if theirs is None else f"{theirs.low}..{theirs.high}"
    if told is None or told.low is None or theirs is None:
        return Agreement("range", "", shown, None)
    high = told.high if told.high is not None else theirs.best
    return Agreement("range", f"{told.low}..{_told(told.high)}", shown, told.low <= theirs.best <= high)


def _told(number: int | None) -> str:
    return "" if number is None else str(number)

"""Which row is which incident: near in time and place, of the same family, one to one, the likest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.compare.agree import Agreement, agreements, shared_words
from dateline.compare.theirs import Row, Theirs
from dateline.model import Incident, Ledger, PolicyFigures

VIOLENT = ("Battles", "Explosions/Remote violence", "Violence against civilians", "Riots")


@dataclass(frozen=True, slots=True)
class Window:
    """How far apart a row and an incident may be: in days, and in kilometres beyond both radii."""

    days: int = 2
    km: float = 50.0


@dataclass(frozen=True, slots=True)
class Pair:
    """An incident and the row that tells of it, with every field side by side."""

    incident: Incident
    row: Row
    agreements: tuple[Agreement, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """What matches, and what does not on either side.

    ``outside`` counts their rows that lie beyond the days or the countries of the ledger: no report of it
    could tell of them.
    """

    pairs: tuple[Pair, ...]
    ours: tuple[Incident, ...]
    theirs: tuple[Row, ...]
    outside: int


def compare(theirs: Theirs, ledger: Ledger, figures: Mapping[str, PolicyFigures], window: Window) -> Compared:
    """Match the rows of a file to the incidents of a ledger.

    Args:
        theirs: their rows.
        ledger: ours.
        figures: by incident id, our dead under the policy of their layout.
        window: how far apart a pair may be.
    """
    by_country: dict[str, list[Row]] = defaultdict(list)
    inside = _inside(theirs.rows, ledger.incidents, window)
    for row in inside:
        by_country[row.country or ""].append(row)
    ranked = sorted(
        (-points, incident.id, row.line, incident, row)
        for incident in ledger.incidents
        for row in by_country.get((incident.place.country if incident.place else None) or "", ())
        if (points := _points(incident, row, window)) is not None
    )
    taken, pairs = set[str | int](), list[Pair]()
    for _, id_, line, incident, row in ranked:
        if id_ not in taken and line not in taken:
            taken |= {id_, line}
            pairs.append(Pair(incident, row, agreements(incident, row, figures.get(id_))))
    return Compared(
        tuple(sorted(pairs, key=lambda pair: pair.row.line)),
        tuple(each for each in ledger.incidents if each.id not in taken),
        tuple(row for row in inside if row.line not in taken),
        len(theirs.rows) - len(inside),
    )


def _inside(rows: Sequence[Row], incidents: Sequence[Incident], window: Window) -> list[Row]:
    """Rows in a country of the ledger, between the first and the last day of its incidents there."""
    days: dict[str, list[date]] = defaultdict(list)
    for each in incidents:
        if each.place and each.place.country and each.when and each.when.start and each.when.end:
            days[each.place.country] += (each.when.start, each.when.end)
    margin = timedelta(window.days)
    spans = {country: (min(found) - margin, max(found) + margin) for country, found in days.items()}
    return [
        row
        for row in rows
        if row.country in spans and row.first <= spans[row.country][1] and spans[row.country][0] <= row.last
    ]


def _points(incident: Incident, row: Row, window: Window) -> float | None:
    """How alike they are; null where they cannot be one: too far in time or place, or of another family."""
    acled = incident.crosswalk.acled
    if row.violent != (acled is not None and acled.event_type in VIOLENT):
        return None
    parts = list(_parts(incident, row, window))
    return None if None in parts else sum(part for part in parts if part is not None)


def _parts(incident: Incident, row: Row, window: Window) -> Iterator[float | None]:
    when, place, theirs = incident.when, incident.place, row.place
    if when is None or when.start is None or when.end is None:
        yield None
        return
    gap = max((row.first - when.end).days, (when.start - row.last).days, 0)
    yield None if gap > window.days else 2 - gap / (window.days + 1)
    apart = place.km_from(theirs) if place and theirs else None
    if place and theirs and place.name.casefold() == theirs.name.casefold():
        yield 2.0
    else:
        yield None if apart is None or apart > window.km else 1.5 - apart / (window.km + 1)
    ours = [each.name for each in (*incident.actors, *incident.targets)]
    yield 1.0 if shared_words(ours, row.actors) else 0.0
    acled = incident.crosswalk.acled
    yield 1.0 if row.type in (acled and acled.sub_event_type, incident.crosswalk.ucdp) else 0.0
    killed = incident.field("killed")
    yield 0.5 if killed and row.deaths and killed.best == row.deaths.best else 0.0

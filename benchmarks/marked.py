"""Pairs of reports that are known to tell one incident, or two: what the weights of linking are fitted on."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

Mark = Callable[[str, str], bool | None]
"""Keys of two reports -> whether they tell one incident; none where nobody knows."""

TEMPLATES = "muc4cased"
ALONE = "airwars_gaza"
"""A set in which every report tells an incident of its own."""


def marks(gold: Path, name: str) -> Mark:
    """The marks of a linking set; of the set of templates those that follow from days, towns and targets."""
    if name == ALONE:
        return lambda _a, _b: False
    path = gold / "dev" / f"{name}.gold.jsonl.gz"
    answers = [json.loads(line) for line in gzip.decompress(path.read_bytes()).decode().splitlines()]
    if name == TEMPLATES:
        told = {a["id"]: _template(a["templates"][0]) for a in answers if len(a["templates"]) == 1}
        return lambda a, b: _one(told[a], told[b]) if a in told and b in told else None
    codes = {a["id"]: {i["code"] for i in a["incidents"]} for a in answers if a.get("conflict", True)}
    return lambda a, b: bool(codes[a] & codes[b]) if a in codes and b in codes else None


def by_key(a: str, b: str) -> bool:
    """The marks of the invented reports: their keys are the incident's name and a number."""
    return a.partition("-")[0] == b.partition("-")[0]


@dataclass(frozen=True, slots=True)
class _Template:
    days: list[tuple[date, date]]
    countries: set[str]
    towns: set[str]
    targets: set[str]
    names: set[str]


def _template(data: dict[str, list[dict[str, list[str]]]]) -> _Template:
    people, things = data["hum"], data["phys"]
    places: list[list[list[str]]] = data["location"]  # type: ignore[assignment]
    return _Template(
        [span for given in data["date"] if (span := _span(given))],  # type: ignore[arg-type]
        {place[0][0] for place in places if place},
        {part[0] for place in places for part in place[1:]},
        {t for each in (*people, *things) for t in (*each["alts"], *each.get("names", ())) if len(t) > 4},
        {name for each in people for name in each.get("names", ())},
    )


def _span(given: list[str | None]) -> tuple[date, date] | None:
    try:
        return (date.fromisoformat(given[0] or ""), date.fromisoformat(given[1] or ""))
    except ValueError:
        return None


def _one(a: _Template, b: _Template) -> bool | None:
    if a.countries and b.countries and not a.countries & b.countries:
        return False
    if not a.days or not b.days:
        return None
    gap = min(max((p[0] - q[1]).days, (q[0] - p[1]).days) for p in a.days for q in b.days)
    if gap > 2 and not a.names & b.names:
        return False
    short = all((last - first).days <= 3 for first, last in (*a.days, *b.days))
    if gap <= 0 and short and a.countries & b.countries and a.targets & b.targets:
        return True
    apart = a.towns and b.towns and not a.towns & b.towns and not a.targets & b.targets
    return False if gap <= 1 and apart else None

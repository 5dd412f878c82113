"""What a person writes as the right value of a claim -> the value, of the type that the claim's field has."""

from __future__ import annotations

import re
from dataclasses import replace

from dateline.codebook import Codebook
from dateline.errors import InputError
from dateline.gazetteer import Candidate, Gazetteer
from dateline.model import (
    Claim,
    Entity,
    Motive,
    Number,
    Place,
    PlacePrecision,
    Responsibility,
    Term,
    TimePrecision,
    Value,
    When,
)
from dateline.wording.asking import day, meant

LARGEST = 10**12

EXACT = re.compile(r"([0-9][0-9,]*)")
BETWEEN = re.compile(r"([0-9][0-9,]*)\s*(?:-|–|\.\.|to)\s*([0-9][0-9,]*)")
AT_LEAST = re.compile(r"(?:at least|>=|≥)\s*([0-9][0-9,]*)|([0-9][0-9,]*)\s*(?:\+|or more)")
AT_MOST = re.compile(r"(?:up to|at most|<=|≤)\s*([0-9][0-9,]*)")
DAYS = re.compile(r"(\S+?)(?:\s*(?:\.\.|–|to)\s*(\S+))?")

COARSE: dict[str, PlacePrecision] = {
    "country": "country",
    "province": "province",
    "district": "district",
    "region": "region",
    "water": "region",
}
"""How exact kinds of places are; all others are exact."""


def corrected(claim: Claim, given: str, codebook: Codebook, gazetteer: Gazetteer) -> Value:
    """The value that a person's words mean; the report's own words stay in ``text``.

    Counts are "12", "10-14", "at least 80", "up to 50"; times "2020-01-08", "2020-01", or two days with
    ".." between; types, weapons and assessments the codebook's names; parties and places names.

    Raises:
        InputError: the words are no such value.
    """
    told, value = " ".join(given.split()), claim.value
    if not told:
        raise InputError("say what the value is")
    match value:
        case Number():
            low, high = _range(told)
            return replace(value, low=low, high=high, qualifier=None)
        case Entity():
            return replace(value, name=told, country=_country(told, codebook) or value.country)
        case Responsibility():
            return replace(value, name=told, country=_country(told, codebook) or value.country)
        case Term():
            return replace(value, name=_term(claim, told, codebook))
        case Motive():
            return Motive(told, None)
        case When():
            return _when(told, value)
        case Place():
            return _place(told, value, gazetteer)


def _range(told: str) -> tuple[int | None, int | None]:
    words = told.casefold()
    if found := EXACT.fullmatch(words):
        return _number(found[1]), _number(found[1])
    if found := BETWEEN.fullmatch(words):
        low, high = _number(found[1]), _number(found[2])
        if low > high:
            raise InputError(f"{told!r} runs from more to fewer")
        return low, high
    if found := AT_LEAST.fullmatch(words):
        return _number(found[1] or found[2]), None
    if found := AT_MOST.fullmatch(words):
        return None, _number(found[1])
    raise InputError(f"{told!r} is no count such as 12, 10-14, at least 80 or up to 50")


def _number(digits: str) -> int:
    plain = digits.replace(",", "")
    if len(plain) > len(str(LARGEST)):
        raise InputError(f"{digits} is more than there are")
    return int(plain)


def _country(name: str, codebook: Codebook) -> str | None:
    found = codebook.countries.country_of(name)
    return found.code if found else None


def _term(claim: Claim, told: str, codebook: Codebook) -> str:
    names = {
        "type": [each.name for each in codebook.event_types.type],
        "weapon": [each.name for each in codebook.weapons.weapon],
        "assessment": ["open", "closed"],
    }.get(claim.field, [])
    for name in names:
        if name.casefold() == told.casefold():
            return name
    known = meant(told, names) or f" Known are {', '.join(sorted(names))}."
    raise InputError(f"there is no {claim.field} {told!r}.{known}")


def _when(told: str, value: When) -> When:
    found = DAYS.fullmatch(told)
    if found is None:
        raise InputError(f"{told!r} is no time such as 2020-01-08, 2020-01 or 2020-01-08..2020-01-10")
    start, end = day(found[1], "first"), day(found[2] or found[1], "last")
    if start > end:
        raise InputError(f"{told!r} runs backwards")
    length = (end - start).days + 1
    steps: tuple[tuple[int, TimePrecision], ...] = ((1, "day"), (6, "days"), (7, "week"), (31, "month"))
    longer: TimePrecision = "year" if length <= 366 else "decade"
    precision = next((name for most, name in steps if length <= most), longer)
    return When(start, end, precision, value.clock, value.text)


def _place(told: str, value: Place, gazetteer: Gazetteer) -> Place:
    """The likeliest place of that name, in the same country if it can be; unresolved if there is none."""
    named = gazetteer.candidates(told)
    near = [each for each in named if each.country == value.country] or named
    if not near:
        return Place(told, None, None, None, None, None, None, None, value.text)
    best: Candidate = max(near, key=lambda each: (each.prior, -each.id))
    precision = COARSE.get(best.kind, "exact")
    where = (best.lat, best.lon, best.geonameid, best.country, best.admin1)
    return Place(told, *where, precision, round(best.radius_km, 1), value.text)

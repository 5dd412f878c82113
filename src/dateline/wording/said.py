"""Who says what of one field: the figure, what it is about, the voice, and the day of publication."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import get_args

from dateline.model import (
    COUNTS,
    Claim,
    Field,
    FieldSummary,
    Incident,
    Place,
    PlacePrecision,
    ValueVerdict,
)
from dateline.wording.lookup import Lookup
from dateline.wording.words import clean, value_words, voice_words

VERDICTS: dict[ValueVerdict, str] = {"accept": "accepted", "reject": "rejected", "correct": "corrected"}

SITES: frozenset[PlacePrecision] = frozenset(("exact", "near", "district"))
"""How exact a place must be to be told apart as a site of its own."""


@dataclass(frozen=True, slots=True)
class Said:
    """One figure of one voice, and the claims that make it, the earliest first."""

    told: str
    who: str
    day: date | None
    claims: tuple[Claim, ...]


def said(incident: Incident, summary: FieldSummary, lookup: Lookup, *, daily: bool = False) -> list[Said]:
    """What each voice says of a field, in order of publication.

    Args:
        incident: the one that the summary is of.
        summary: a field of it.
        lookup: has its claims and reports.
        daily: tell again what is said again on another day.
    """
    same: dict[tuple[str, str, date | None], list[Claim]] = {}
    for claim in sorted((lookup.claims[claim] for claim in summary.claims), key=lookup.published):
        day = lookup.reports[claim.report].published
        who = voice_told(claim, lookup)
        same.setdefault((value_within(claim, incident, lookup), who, day if daily else None), []).append(
            claim
        )
    return [
        Said(told, who, lookup.reports[claims[0].report].published, tuple(claims))
        for (told, who, _), claims in same.items()
    ]


def voice_told(claim: Claim, lookup: Lookup) -> str:
    """Who says it, and who judged the value: "police (corrected by Ana Coder from 12)"."""
    voice, note = voice_words(claim.source, claim.modality), judged_words(claim, lookup)
    return f"{voice} ({note})" if note else voice


def judged_words(claim: Claim, lookup: Lookup) -> str:
    """What a person says of the claim's value, empty where nobody judged it: "rejected by Ana Coder"."""
    judgement = lookup.judged.get(claim.id)
    if judgement is None:
        return ""
    told = f"{VERDICTS[judgement.verdict]} by {clean(judgement.by)}"
    if judgement.verdict != "correct":
        return told
    return f"{told} from {value_words(lookup.as_read[claim.id].value, lookup.countries)}"


def rank(field: Field) -> tuple[bool, int]:
    """Counts first, then the rest, each in the contract's order."""
    return field not in COUNTS, get_args(Field).index(field)


def value_within(claim: Claim, incident: Incident, lookup: Lookup) -> str:
    """The value, with the part of the whole and the site in the incident that it is about."""
    told = value_words(claim.value, lookup.countries)
    if claim.field not in COUNTS:
        return told
    if claim.group:
        told = f"{told}, {clean(claim.group)}"
    site = _site(claim.place, incident.place)
    return f"{told}, at {clean(site)}" if site else told


def _site(place: Place | None, whole: Place | None) -> str | None:
    """The place's name, if it is another than the incident's and exact enough to be a site of it."""
    if place is None or whole is None or place.precision not in SITES:
        return None
    return place.name if (place.lat, place.lon) != (whole.lat, whole.lon) else None

"""The dateline at the head of a report: where it was filed, and sometimes when."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from dateline.codebook.boilerplate import Boilerplate
from dateline.intake.dates import DATE, read_date
from dateline.model import Span

HEAD_LINES, HEAD_CHARACTERS = 8, 1200
"""A dateline may follow a headline, a byline and captions."""

NAME = r"[A-Z][\w.'’]*(?:[ -][A-Za-z][\w.'’]*){0,3}"
PLACE = rf"(?P<place>(?!By\b){NAME}(?:, ?{NAME}){{0,2}})"
COUNTRY = rf"(?: ?\((?P<country>{NAME})\))?"
AGENCY = r"(?:[(\[][^()\[\]\n]{1,60}[)\]])"
DASH = r"\s*(?:--|[—–_]|-(?=\s))\s*"

# date 2020-01-08 BAGHDAD –
STAMPED = re.compile(rf"(?:[Dd]ate:?\s+)?(?P<date>\d{{4}}-\d\d-\d\d),?\s+{PLACE}{DASH}")
# San Salvador, 3 Jan 90 (AFP) -- [TEXT]
DATED = re.compile(rf"{PLACE}{COUNTRY},?\s+(?P<date>(?i:{DATE}|no date))\s*{AGENCY}?{DASH}")
# Jammu, June 10:
COLON = re.compile(rf"{PLACE},\s+(?P<date>(?i:{DATE}))\s*{AGENCY}?:\s+(?=[A-Z])")
# MOSCOW, March 23. /Agency/.
SLASHED = re.compile(rf"{PLACE},\s+(?P<date>(?i:{DATE}))\.?\s*/[A-Z][\w .-]{{1,30}}/\.?\s+(?=[A-Z])")
# Bogota, 19 January 2025. At least
WRITTEN = re.compile(rf"{PLACE}{COUNTRY},\s+(?P<date>(?i:{DATE}))\.\s+(?=[A-Z])")
# GAZA CITY (Agency) — · CLIFTON, Colo. - · LONDON —
PLAIN = re.compile(rf"{PLACE}\s*(?P<agency>{AGENCY})?{DASH}")
BRACKETS = re.compile(r"(?:\[[^\[\]]{1,300}\]\s*)+")
BRACKET = re.compile(r"\[([^\[\]]{1,300})\]\s*")


class Dateline(NamedTuple):
    """What a dateline says.

    ``place`` are its place words ("BAGHDAD", "CLIFTON, Colo."); ``furniture`` are the characters that
    are no part of the report's own text, null for a plain "CITY (Agency) —", which stays.
    """

    place: str | None
    date: date | None
    furniture: Span | None


NOTHING = Dateline(None, None, None)


def find_dateline(text: str, boilerplate: Boilerplate) -> Dateline:
    """The first dateline that opens one of the text's first lines."""
    at = 0
    for line in text[:HEAD_CHARACTERS].split("\n")[:HEAD_LINES]:
        found = (
            _stamped(text, at, boilerplate)
            or _dated(text, at, boilerplate)
            or _written(text, at, boilerplate)
            or _plain(text, at, boilerplate)
        )
        if found:
            return found
        at += len(line) + 1
    return NOTHING


def _stamped(text: str, at: int, boilerplate: Boilerplate) -> Dateline | None:
    match = STAMPED.match(text, at)
    if not match or not _is_capital(match["place"]):
        return None
    return Dateline(
        _place(match["place"], None, boilerplate), read_date(match["date"]), Span(at, match.end())
    )


def _dated(text: str, at: int, boilerplate: Boilerplate) -> Dateline | None:
    colon = COLON.match(text, at)
    match = colon or DATED.match(text, at) or SLASHED.match(text, at)
    if not match:
        return None
    end = match.end() if colon else _monitored(text, match.end(), boilerplate)
    place, day = (
        _place(match["place"], match.groupdict().get("country"), boilerplate),
        read_date(match["date"]),
    )
    return Dateline(place, day, Span(at, end) if end else None)


def _written(text: str, at: int, boilerplate: Boilerplate) -> Dateline | None:
    """A place and a whole date before a full stop; they may open the story, and so they stay."""
    match = WRITTEN.match(text, at)
    day = read_date(match["date"]) if match else None
    if not match or not day:
        return None
    return Dateline(_place(match["place"], match["country"], boilerplate), day, None)


def _plain(text: str, at: int, boilerplate: Boilerplate) -> Dateline | None:
    match = PLAIN.match(text, at)
    if not match or not (match["agency"] or _is_capital(match["place"])):
        return None
    end = _monitored(text, match.end(), boilerplate)
    place = _place(match["place"], None, boilerplate)
    return Dateline(place, None, Span(at, end) if end else None) if place or end else None


def _monitored(text: str, at: int, boilerplate: Boilerplate) -> int | None:
    """Where a monitoring service's opening marks end: "-- [REPORT] [BY OUR CORRESPONDENT] [TEXT]"."""
    run = BRACKETS.match(text, at)
    ends = [
        bracket.end()
        for bracket in BRACKET.finditer(text, at, run.end() if run else at)
        if _is_tag(bracket[1], boilerplate)
    ]
    return ends[-1] if ends else None


def _is_tag(words: str, boilerplate: Boilerplate) -> bool:
    words = " ".join(words.lower().split())
    return any(words == tag or words.startswith(f"{tag} ") for tag in boilerplate.tags)


def _is_capital(place: str) -> bool:
    """Whether the city, the part before a comma, is in capitals, as datelines are."""
    city = place.partition(",")[0]
    return city.upper() == city and sum(c.isalpha() for c in city) >= 3


def _place(words: str, country: str | None, boilerplate: Boilerplate) -> str | None:
    """The place words, without the parts that name no place ("no city")."""
    parts = [*words.split(","), *([country] if country else [])]
    names = [" ".join(part.split()) for part in parts]
    return ", ".join(name for name in names if name.upper() not in boilerplate.not_places) or None

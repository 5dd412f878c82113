"""What each side says, side by side: a column a party, a row a field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.codebook.countries import Countries as Codes
from dateline.model import COUNTS, Claim, Field, Incident, Reading, Source
from dateline.reconcile.speakers import STATE, WORD, Speakers
from dateline.wording.lookup import Lookup
from dateline.wording.said import rank, said
from dateline.wording.words import Countries, capped, sentence_case

COLUMNS = 4
"""Most sides shown; those who say most of the incident."""

NEITHER = "Others"
COMPARED: frozenset[Field] = COUNTS | {"responsibility", "motive"}
OFFICIAL = ("unnamed official", "intelligence")
VALUES = 4


@dataclass(frozen=True, slots=True)
class Sides:
    """The names of the columns, and a row a field: what each of them says, each once."""

    names: tuple[str, ...]
    rows: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]


def side_names(
    claims: Sequence[Claim],
    who: Speakers,
    readings: Mapping[str, Reading],
    codes: Codes,
    countries: Countries,
) -> Mapping[str, str]:
    """Claim id -> the side that its voice speaks for; all who speak for none that is told are others."""
    return {
        claim.id: _name(who[claim].side or _state_of(claim.source, readings[claim.report], codes), countries)
        for claim in claims
        if claim.id in who.of_claim
    }


def _state_of(source: Source, reading: Reading, codes: Codes) -> str | None:
    """The state for which officials and state media speak, where their name tells just one.

    "Iranian officials" by the country; "a source in the River Guard" where the report says whose it is.
    """
    words = WORD.findall(source.name.replace("’", "'").replace("'s", ""))
    if not (source.kind in OFFICIAL or (source.kind == "media" and "state" in words)):
        return None
    told = {found.code for word in words if (found := codes.country_of(word))}
    for actor in reading.actors:
        called = {actor.name, *(span.of(reading.report.text) for span in actor.spans)}
        if actor.country and any(each.removeprefix("the ") in source.name for each in called):
            told.add(actor.country)
    return f"{STATE} {told.pop()}" if len(told) == 1 else None


def side_numbers(names: Mapping[str, str]) -> Mapping[str, int]:
    """The sides by number from 1, those who say most first; no party is 0."""
    said_by: dict[str, int] = {}
    for name in names.values():
        if name != NEITHER:
            said_by[name] = said_by.get(name, 0) + 1
    most = sorted(said_by, key=lambda name: (-said_by[name], name))
    return {NEITHER: 0} | {name: n for n, name in enumerate(most[:COLUMNS], 1)}


def sides(incident: Incident, names: Mapping[str, str], lookup: Lookup) -> Sides | None:
    """The table; none where fewer than two speak for a side, or one and nobody beside."""
    numbers = side_numbers(names)
    columns = sorted(numbers, key=lambda name: (numbers[name] == 0, numbers[name]))
    rows = []
    for field, summary in sorted(incident.fields, key=lambda each: rank(each[0])):
        if field not in COMPARED:
            continue
        told = [each for each in said(incident, summary, lookup) if each.claims[0].field == field]
        by_side: dict[str, list[str]] = {}
        for each in told:
            side = names.get(each.claims[0].id, NEITHER)
            by_side.setdefault(side, []).append(_words(each.told, each.claims[0]))
        cells = tuple(tuple(capped(by_side.get(name, ()), VALUES)) for name in columns)
        if sum(map(bool, cells)) > 1:
            rows.append((field, cells))
    if len(columns) < 2 or not rows:
        return None
    return Sides(tuple(columns), tuple(rows))


def _words(told: str, claim: Claim) -> str:
    how = {"denied": "denies: ", "negated": "not: ", "hedged": "perhaps "}.get(claim.modality, "")
    return f"{how}{told}"


def _name(side: str | None, countries: Countries) -> str:
    if side is None:
        return NEITHER
    kind, _, name = side.partition(" ")
    if kind == STATE:
        return countries.get(name, name) if name else "An army"
    return sentence_case(name)

"""Whose doing it was: claimed, alleged and denied, by whom against whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations

from dateline.codebook import Codebook
from dateline.model import ACTUAL, Claim, Entity, Responsibility, Source, Status
from dateline.reconcile.speakers import Speakers, country_in

RIVALS = frozenset(("state", "military", "government", "police", "armed group", "organisation"))
"""Kinds of party that are held responsible instead of each other; two people may have done it together."""

OWNED = frozenset(("claimed", "admitted"))
"""How a party speaks of what it did."""

Party = frozenset[str]
"""The words that identify the accused."""


def party(value: Responsibility | Entity | Source, codebook: Codebook) -> Party | None:
    """The country of a state and its forces, else the name; null for "a man" and other unnamed people."""
    country = value.country or country_in(value.name, codebook.countries)
    if country and value.kind in RIVALS - {"armed group"}:
        return frozenset((country,))
    if not any(word[:1].isupper() for word in value.name.split()):
        return None
    return frozenset(value.name.casefold().split()) - {"the"}


def blame(claims: Sequence[Claim], who: Speakers, codebook: Codebook) -> tuple[Status, str]:
    """Status and reason of who is responsible; each speaker may accuse several.

    Disputed where independent voices accuse rival parties, or where several insist and the accused
    denies; denied where only one voice accuses, or none; revised where who denied it owns it on a later
    day. A party's own claim and another's word agree.
    """
    rivals: dict[object, set[Party]] = {}
    accused: dict[object, set[Party]] = {}
    denied: dict[Party, date | None] = {}
    owned: list[tuple[Party, date | None]] = []
    for claim in claims:
        value = claim.value
        name = party(value, codebook) if isinstance(value, Responsibility) else None
        if name is None or not isinstance(value, Responsibility):
            continue
        if value.how == "denied" or claim.modality == "denied":
            denied[name] = who.day(claim)
        elif claim.modality in ACTUAL:
            if value.how in OWNED:
                owned.append((name, who.day(claim)))
            accused.setdefault(who[claim].key, set()).add(name)
            if value.kind in RIVALS:
                rivals.setdefault(who[claim].key, set()).add(name)
    said = _said(claims, who)
    if any(not _share(a, b) for a, b in combinations(rivals.values(), 2)):
        return "disputed", f"voices name different parties: {said}"
    held = {name for name, day in denied.items() if not _taken_back(name, day, owned)}
    if denied and not held:
        return "revised", f"denied, and owned later: {said}"
    insist = sum(_share(names, held) for names in accused.values())
    if held and (insist or not accused):
        return ("disputed" if insist > 1 else "denied"), f"the accused denies it: {said}"
    return ("single" if len({who[c].key for c in claims}) == 1 else "agreed"), said


def accuse_each_other(claims: Sequence[Claim], who: Speakers, codebook: Codebook) -> str | None:
    """In words, where two parties each name the other alone as having done it: one strike has one doer."""
    names: dict[object, set[Party]] = {}
    itself: dict[object, Party] = {}
    for claim in claims:
        value, key = claim.value, who[claim].key
        name = party(value, codebook) if isinstance(value, Entity) and value.kind in RIVALS else None
        own = party(claim.source, codebook) if claim.source.kind in RIVALS else None
        if claim.field == "actor" and name and own:
            names.setdefault(key, set()).add(name)
            itself[key] = own
    for a, b in combinations(names, 2):
        blamed = _share(names[a], [itself[b]]) and _share(names[b], [itself[a]])
        if blamed and not _share(names[a], names[b]):
            told = (f"{who[c].name}: {c.value.text}" for c in claims if who[c].key in (a, b))
            return f"they name each other: {'; '.join(dict.fromkeys(told))}"
    return None


def _taken_back(name: Party, day: date | None, owned: Iterable[tuple[Party, date | None]]) -> bool:
    """Whether a party owns on a later day what it denied."""
    return any(_share([name], [other]) and day and later and day < later for other, later in owned)


def _share(some: Iterable[Party], others: Iterable[Party]) -> bool:
    """Whether one party is among both; a short name is that of the longer one that holds its words."""
    them = list(others)
    return any(a <= b or b <= a for a in some for b in them)


def _said(claims: Sequence[Claim], who: Speakers) -> str:
    told = ((who[c].name, c.value) for c in claims)
    words = [f"{name}: {v.name} ({v.how})" for name, v in told if isinstance(v, Responsibility)]
    return "; ".join(dict.fromkeys(words))

"""Whose people does a count count: one country's, forces, fighters or civilians?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.codebook import Codebook
from dateline.model import PEOPLE, Claim, Number
from dateline.reconcile.speakers import country_in

WORD = re.compile(r"\w+")
CLASSES = ("civilians", "fighters", "forces")


def owner(claim: Claim, codebook: Codebook) -> str | None:
    """A country code, or one of ``CLASSES``; null where the count may be of anyone.

    "Its soldiers" and "soldiers" are those of the state whose army says so.
    """
    if claim.field not in PEOPLE or not claim.group:
        return None
    country = country_in(claim.group, codebook.countries)
    if country:
        return country
    kind = people(claim.group, codebook)
    if kind == "forces" and claim.source.kind in ("military", "government"):
        return claim.source.country or country_in(claim.source.name, codebook.countries) or kind
    return kind


def people(group: str | None, codebook: Codebook) -> str | None:
    """Which of ``CLASSES`` a group is, by its words."""
    words = {w.removesuffix("s") for w in WORD.findall((group or "").casefold())}
    groups = codebook.groups
    kinds = zip(CLASSES, (groups.civilians, groups.fighters, groups.forces), strict=True)
    return next((kind for kind, known in kinds if words & known), None)


def apart(claims: Sequence[Claim], codebook: Codebook) -> tuple[dict[str, list[Claim]], Sequence[Claim]]:
    """Counts of different people by whose they are, empty where all is counted at once; and counts of all.

    Countries go before classes, which may overlap with them. A count that does not say whose people it
    counts belongs to those of whom the same number is told; if it is no less than all of them together,
    it is the whole, and they are its parts.
    """
    whose = {c.id: owner(c, codebook) for c in claims}
    found = _by_owner([(o, c) for c in claims if (o := whose[c.id]) and o not in CLASSES])
    if len(found) < 2:
        found = _by_owner([(o, c) for c in claims if (o := whose[c.id]) in CLASSES and o])
    if len(found) < 2 or not all(any(_least(c) for c in mine) for mine in found.values()):
        return {}, claims
    least = sum(min(map(_least, mine)) for mine in found.values())
    unsaid = [c for c in claims if whose[c.id] is None]
    for claim in unsaid:
        same = [o for o, mine in found.items() if any(c.value == claim.value for c in mine)]
        if len(same) == 1:
            found[same[0]].append(claim)
        elif _least(claim) >= least:
            return {}, unsaid
    return found, ()


def _by_owner(told: Sequence[tuple[str, Claim]]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for whose, claim in sorted(told, key=lambda t: t[0]):
        found.setdefault(whose, []).append(claim)
    return found


def _least(claim: Claim) -> int:
    value = claim.value
    return (value.low if value.low is not None else value.high or 0) if isinstance(value, Number) else 0

"""Whose people does a count count: one country's, forces, fighters or civilians?"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from dateline.codebook import Codebook
from dateline.codebook.groups import Groups
from dateline.model import PEOPLE, Claim, Number
from dateline.reconcile.speakers import Speakers, country_in, opposed

WORD = re.compile(r"\w+")
CLASSES = ("civilians", "fighters", "forces")
CONTESTED = frozenset(("civilians", "fighters"))
UNARMED_OR_NOT = "civilians or fighters"
"""One party: those whom one voice calls civilians another may call fighters."""


def owner(claim: Claim, codebook: Codebook) -> str | None:
    """A country code, or one of ``CLASSES``; null where the count may be of anyone.

    "Its soldiers" and "soldiers" are those of the state whose army says so.
    """
    if claim.field not in PEOPLE or not claim.group:
        return None
    country = country_in(claim.group, codebook.countries)
    if country:
        return country
    kind = people(claim.group, codebook.groups)
    if kind == "forces" and claim.source.kind in ("military", "government"):
        return claim.source.country or country_in(claim.source.name, codebook.countries) or kind
    return kind


def people(group: str | None, groups: Groups) -> str | None:
    """Which of ``CLASSES`` a group is, by its words."""
    words = {w.removesuffix("s") for w in WORD.findall((group or "").casefold())}
    kinds = zip(CLASSES, (groups.civilians, groups.fighters, groups.forces), strict=True)
    return next((kind for kind, known in kinds if words & known), None)


def some_of_all(claims: Sequence[Claim], who: Speakers, codebook: Codebook) -> list[Claim]:
    """Counts of one country's people or of forces whose report tells a larger count of all: its parts.

    Not so where several parties' people are counted, whom a count of all may leave out; "civilians" may
    be a word for all, and what one side says of the dead is no part of what its foe says.
    """
    whose = {c.id: owner(c, codebook) for c in claims}
    parties = {o for o in whose.values() if o}
    if len(parties) != 1 or parties & CONTESTED:
        return []
    of_all = [c for c in claims if c.group is None]
    some = [c for c in claims if whose[c.id] and c.source.kind != "armed group"]
    return [c for c in some if any(_within(c, whole, who) for whole in of_all)]


def _within(some: Claim, whole: Claim, who: Speakers) -> bool:
    apart = some.report != whole.report or opposed(who[some].side, who[whole].side)
    return not apart and _least(some) < _least(whole)


def apart(claims: Sequence[Claim], codebook: Codebook) -> tuple[dict[str, list[Claim]], Sequence[Claim]]:
    """Counts of different people by whose they are, empty where all is counted at once; and counts of all.

    Countries go before classes, which may overlap with them. Civilians and fighters are one party: what
    one voice calls civilians another calls fighters. A count that does not say whose people it counts
    belongs to those of whom the same number is told; if it is no less than all of them together, it is
    the whole, and they are its parts, but for those that one sentence adds up.
    """
    whose = {c.id: owner(c, codebook) for c in claims}
    found = _by_owner([(o, c) for c in claims if (o := whose[c.id]) and o not in CLASSES])
    if len(found) < 2:
        whose = {c.id: _party(c, codebook.groups) for c in claims}
        found = _by_owner([(o, c) for c in claims if (o := whose[c.id])])
    if len(found) < 2 or not all(any(_least(c) for c in mine) for mine in found.values()):
        return {}, claims
    least = sum(min(map(_least, mine)) for mine in found.values())
    unsaid = [c for c in claims if whose[c.id] is None]
    for claim in unsaid:
        same = [o for o, mine in found.items() if any(c.value == claim.value for c in mine)]
        if len(same) == 1:
            found[same[0]].append(claim)
        elif _least(claim) >= least:
            return {}, [c for c in claims if c in unsaid or _side_by_side(c, claims, whose)]
        elif (beside := _told_beside(claim, claims, whose)) and beside in found:
            found[beside].append(claim)
    return found, ()


def _party(claim: Claim, groups: Groups) -> str | None:
    kind = people(claim.group, groups) if claim.field in PEOPLE else None
    return UNARMED_OR_NOT if kind in CONTESTED else kind


def _told_beside(claim: Claim, claims: Sequence[Claim], whose: Mapping[str, str | None]) -> str | None:
    """The only party that is counted in the same sentence: "Two soldiers died, raising the toll to 17"."""
    parties = {o for c in claims if (c.report, c.span) == (claim.report, claim.span) and (o := whose[c.id])}
    return min(parties) if len(parties) == 1 else None


def _side_by_side(claim: Claim, claims: Sequence[Claim], whose: Mapping[str, str | None]) -> bool:
    """Whether one trigger counts this party's people and another's: "killing 60 Iraqis and 12 Americans"."""
    return any(
        whose[c.id] not in (None, whose[claim.id])
        for c in claims
        if c.report == claim.report and c.spans.trigger == claim.spans.trigger
    )


def _by_owner(told: Sequence[tuple[str, Claim]]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for whose, claim in sorted(told, key=lambda t: t[0]):
        found.setdefault(whose, []).append(claim)
    return found


def _least(claim: Claim) -> int:
    value = claim.value
    return (value.low if value.low is not None else value.high or 0) if isinstance(value, Number) else 0

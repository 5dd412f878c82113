"""Which parties and weapons stand at the head of an incident, of all that are named for it?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from dateline.model import Entity, Term

Named = TypeVar("Named", Entity, Term)
STATE = frozenset(("state", "military", "government", "police"))

ENOUGH = 2
"""Copy groups that tell a name, from which on those that one alone tells stay with their claims."""


def at_head(told: Iterable[tuple[Named, str]]) -> tuple[Named, ...]:
    """The names without repeats, in order of first mention.

    Where some are told by several copy groups, those that one alone tells are left to the claims: in a
    round-up a party may have done another deed, and one spelling is no second party.

    Args:
        told: each party or weapon as a claim names it, with the copy group of the claim's report.
    """
    first: dict[str, Named] = {}
    groups: dict[str, set[str]] = {}
    for named, group in told:
        first.setdefault(named.name.casefold(), named)
        groups.setdefault(_party(named), set()).add(group)
    several = [named for named in first.values() if len(groups[_party(named)]) >= ENOUGH]
    return tuple(several or first.values())


def _party(named: Entity | Term) -> str:
    """What makes two names one party: a state and its forces are."""
    if isinstance(named, Entity) and named.country and named.kind in STATE:
        return named.country
    return named.name.casefold()

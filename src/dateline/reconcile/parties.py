"""Which parties and weapons stand at the head of an incident, of all that are named for it?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from dateline.model import Entity, Term

Named = TypeVar("Named", Entity, Term)
STATE = frozenset(("state", "military", "government", "police"))

ENOUGH = 2
"""Copy groups that tell a name, from which on those that one alone tells stay with their claims."""

SHARE = 1 / 3
"""Part of the copy groups that name any, from which a name is at the head."""


def at_head(told: Iterable[tuple[Named, str]]) -> tuple[Named, ...]:
    """The names without repeats, in order of first mention.

    Where some are told by several copy groups, those that one alone tells, or few of many, are left to the
    claims: in a round-up a party may have done another deed, and one spelling is no second party.

    Args:
        told: each party or weapon as a claim names it, with the copy group of the claim's report.
    """
    first: dict[str, Named] = {}
    groups: dict[str, set[str]] = {}
    telling = set()
    for named, group in told:
        telling.add(group)
        first.setdefault(named.name.casefold(), named)
        groups.setdefault(_party(named), set()).add(group)
    voices = {key: len(groups[_party(named)]) for key, named in first.items()}
    for enough in (max(ENOUGH, SHARE * len(telling)), ENOUGH):
        if any(n >= enough for n in voices.values()):
            return tuple(named for key, named in first.items() if voices[key] >= enough)
    return tuple(first.values())


def named_first(parties: Sequence[Entity]) -> tuple[Entity, ...]:
    """Without "men" and "assailants" where a party is known by name, or as a state's: they may be its own."""
    known = tuple(e for e in parties if e.kind in STATE or any(c.isupper() for c in e.name))
    return known or tuple(parties)


def _party(named: Entity | Term) -> str:
    """What makes two names one party: a state and its forces are."""
    if isinstance(named, Entity) and named.country and named.kind in STATE:
        return named.country
    return named.name.casefold()

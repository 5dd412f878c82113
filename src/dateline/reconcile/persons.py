"""Full names of people: whether two tellings name one person."""

from __future__ import annotations

from collections.abc import Iterable, Set


def shared_person(a: Set[str], b: Set[str]) -> str | None:
    """A full name that both have, in whatever order of its words; the first in order."""
    if not (a and b):
        return None
    there = [words for name in b if len(words := set(name.split())) > 1]
    return next((name for name in sorted(a) if any(_one_name(set(name.split()), w) for w in there)), None)


def words_of_names(names: Iterable[str]) -> frozenset[str]:
    """The words of names that have several: two sets that name one person share two of these."""
    return frozenset(word for name in names for word in name.split() if " " in name)


def _one_name(a: Set[str], b: Set[str]) -> bool:
    """Whether the shorter of two full names is all in the longer: fathers' names are shared by many."""
    return len(a) > 1 and (a <= b or b <= a)

"""Which counts are of all, and which of a part: children, "two of them", nobody else?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.codebook.groups import Groups, PeopleClass
from dateline.model import Claim, Number
from dateline.reconcile.sums import add

WORD = re.compile(r"\w+")


def is_part(claim: Claim, groups: Groups) -> bool:
    """Whether a count is of a part: told as one, or of a class such as children."""
    if claim.rule in groups.part_rules:
        return True
    words = WORD.findall((claim.group or "").casefold())
    return any(w in groups.parts or w.removesuffix("s") in groups.parts for w in words)


def wholes(claims: Sequence[Claim], groups: Groups) -> list[Claim]:
    """The counts that are of no part.

    "Five teenagers" are a part where a larger number of people is told; else they are all.
    """
    of_all = [c for c in claims if not is_part(c, groups)]
    return [c for c in claims if not _of_more(c, of_all, groups) and not _of_those(c, claims, groups)]


def _of_more(claim: Claim, of_all: Sequence[Claim], groups: Groups) -> bool:
    if is_of_others(claim, groups):
        return any(add([c]).top > 0 for c in of_all)
    if claim in of_all:
        return False
    mine = add([claim]).top
    larger = (add([c]).top > mine or (c.report == claim.report and add([c]).top == mine) for c in of_all)
    return claim.rule in groups.part_rules or any(larger)


def _of_those(claim: Claim, claims: Sequence[Claim], groups: Groups) -> bool:
    """Whether a count is of "three of them", and its report tells of more.

    Where it does not, those are of another count: of five who were hit, the two of them who died are all.
    """
    if not is_of_those(claim, groups):
        return False
    mine = add([claim]).top
    return any(c.report == claim.report and add([c]).top > mine for c in claims)


def is_of_those(claim: Claim, groups: Groups) -> bool:
    """Whether a count is told as "three of them", which leaves others out."""
    words = WORD.findall((claim.group or "").casefold())
    return words[-2:-1] == ["of"] and words[-1] in groups.pronouns


def is_of_others(claim: Claim, groups: Groups) -> bool:
    """Whether a zero is about others than those told as harmed: "nobody else was hurt"."""
    return isinstance(claim.value, Number) and claim.value.high == 0 and claim.group in groups.others


def class_of(claim: Claim, groups: Groups) -> PeopleClass | None:
    """Children, women or men: the class that a count is of, among those that share no member."""
    words = {w.removesuffix("s") for w in WORD.findall((claim.group or "").casefold())}
    return next((name for name, known in groups.classes.items() if words & known), None)

"""One voice on one day, as plots and strips draw it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dateline.wording.said import Said
from dateline.wording.words import short_day

NOT_SO = ("denied", "negated")


@dataclass(frozen=True, slots=True)
class Dot:
    """Where it is drawn and what is said; ``side`` colours it, and it is hollow where it says "not so"."""

    x: float
    side: int
    not_so: bool
    title: str


def dot(day: date, told: Said, x: float, sides: Mapping[str, int]) -> Dot:
    """What a voice says on a day; ``sides`` are the numbers of claims' sides, 0 for none."""
    claim = told.claims[0]
    words = f"{short_day(day)}: {told.told}, {told.who}"
    return Dot(x, sides.get(claim.id, 0), claim.modality in NOT_SO, words)

"""Who says a thing that is no count, and when: dots in a strip beside each value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.web.pages.dots import Dot, dot
from dateline.wording.said import Said
from dateline.wording.words import short_day

WIDTH, MARGIN = 150, 5
"""Of a strip, in its own units."""


@dataclass(frozen=True, slots=True)
class Strips:
    """The days that all strips of a field run from and to, and the dots of each value."""

    first: str
    last: str
    dots: Mapping[str, tuple[Dot, ...]]


def strips(told: Sequence[Said], sides: Mapping[str, int]) -> Strips | None:
    """The dots of each value over the days of publication; none where there are not two days.

    Args:
        told: what each voice says on each day.
        sides: the number of the side that each claim's voice speaks for, 0 for none.
    """
    days = [each.day for each in told if each.day]
    if len(set(days)) < 2:
        return None
    first, last = min(days), max(days)

    def x(day: date) -> float:
        return round(MARGIN + (day - first).days / (last - first).days * (WIDTH - 2 * MARGIN), 1)

    dots: dict[str, list[Dot]] = {}
    for each in told:
        if each.day:
            dots.setdefault(each.told, []).append(dot(each.day, each, x(each.day), sides))
    return Strips(short_day(first), short_day(last), {value: tuple(some) for value, some in dots.items()})

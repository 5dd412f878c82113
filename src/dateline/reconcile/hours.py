"""At what time of day did it happen, in minutes?"""

from __future__ import annotations

import re
from collections.abc import Iterable

from dateline.model import ACTUAL, Claim, When

CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d\d))?(?:\s*([ap])\.?\s?m\b)?", re.I)
NOON = 12


def hours_of(claims: Iterable[Claim]) -> frozenset[int]:
    """The minutes of the day that are told of an event: "5 am" and "about 05:00 a.m." are 300.

    A bare number is no time of day, and "before dawn" no minute.
    """
    told = (c.value.clock for c in claims if isinstance(c.value, When) and c.modality in ACTUAL)
    return frozenset(minute for clock in told if clock and (minute := _minute(clock)) is not None)


def _minute(clock: str) -> int | None:
    match = CLOCK.search(clock)
    if match is None or not (match[2] or match[3]):
        return None
    hour, minute, half = int(match[1]), int(match[2] or 0), (match[3] or "").lower()
    if hour > (NOON if half else 23) or minute > 59:
        return None
    if half:
        hour = hour % NOON + (NOON if half == "p" else 0)
    return 60 * hour + minute

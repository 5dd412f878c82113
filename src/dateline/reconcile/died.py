"""Did those who were told as hurt at first die since?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from dateline.model import Difference, Field, FieldSummary, SeriesPoint


def died_since(found: Mapping[Field, FieldSummary]) -> tuple[FieldSummary, Difference] | None:
    """The injured where all of them are told as killed later, and how that differs; null elsewhere.

    On Monday all say that a girl was hurt, on Thursday all say that one was killed and nobody is hurt any
    more. Where a report tells of both, or as many are not told later, they are others.
    """
    injured, killed = found.get("injured"), found.get("killed")
    if injured is None or killed is None or not injured.best or injured.best != killed.best:
        return None
    hurt, dead = _days(injured.series), _days(killed.series)
    if not (hurt and dead) or max(hurt) >= min(dead):
        return None
    words = f"{injured.best} hurt by {max(hurt)}, as many killed by {min(dead)}: they died since"
    claims = tuple(sorted({*injured.claims, *killed.claims}))
    summary = replace(injured, low=0, best=0, status="revised", claims=claims, why=words)
    return summary, Difference("injured", "different cut-off", claims, words)


def _days(series: Sequence[SeriesPoint]) -> list[date]:
    """The days on which somebody was told as harmed; none where one of them is unknown."""
    told = [point.date for point in series if point.low or point.high]
    days = [day for day in told if day is not None]
    return days if len(days) == len(told) else []

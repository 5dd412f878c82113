"""When something happened, no sharper than the words say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

TimePrecision = Literal["day", "days", "week", "month part", "month", "season", "year", "decade"]
"""Finest first. "days" is a stretch of a few days; "month part" is early, mid or late in a month."""


@dataclass(frozen=True, slots=True)
class When:
    """The days that time words mean, first to last inclusive.

    ``start`` and ``end`` are both null where the words could not be resolved; the words stay in
    ``text``. ``clock`` holds the time of day as the report puts it ("3:13 p.m.", "before dawn").
    """

    start: date | None
    end: date | None
    precision: TimePrecision | None
    clock: str | None
    text: str

    def __post_init__(self) -> None:
        if (self.start is None) != (self.end is None):
            raise ValueError(f"half a time: {self.start} to {self.end} for {self.text!r}")
        if self.start is not None and self.end is not None and self.start > self.end:
            raise ValueError(f"time runs backwards: {self.start} to {self.end} for {self.text!r}")

    @property
    def resolved(self) -> bool:
        """Whether the words could be turned into days."""
        return self.start is not None

    def overlaps(self, other: When) -> bool:
        """Whether the two share a day; never true of an unresolved time."""
        if self.start is None or self.end is None or other.start is None or other.end is None:
            return False
        return self.start <= other.end and other.start <= self.end

    def days(self) -> int | None:
        """Number of days covered, or none where unresolved."""
        if self.start is None or self.end is None:
            return None
        return (self.end - self.start).days + 1

"""The words of time: months, weekdays, units, "last", "late", "ago", and what tells future from past."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Unit = Literal["hour", "day", "weekend", "week", "month", "quarter", "year", "decade"]

Part = Literal["early", "mid", "late"]
"""Which third of an interval."""

Base = Literal["published", "anchor"]
"""What a relative word counts from: the publication date, or the time last told of."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """Words that stand for a number: a month, a weekday (Monday 0), a count, a shift in days."""

    words: tuple[str, ...]
    number: int


@dataclass(frozen=True, slots=True)
class UnitWord:
    """Words for a unit of time."""

    words: tuple[str, ...]
    unit: Unit


@dataclass(frozen=True, slots=True)
class PartWord:
    """Words for a part of an interval."""

    words: tuple[str, ...]
    part: Part


@dataclass(frozen=True, slots=True)
class Shift:
    """Words that step by whole units: "last" is one unit back from the publication."""

    words: tuple[str, ...]
    steps: int
    base: Base


@dataclass(frozen=True, slots=True)
class Holiday:
    """A feast that falls on the same date every year."""

    words: tuple[str, ...]
    month: int
    day: int


@dataclass(frozen=True, slots=True)
class GrammarWords:
    """Small words that hold time expressions together."""

    articles: tuple[str, ...]
    indefinite: tuple[str, ...]
    of: tuple[str, ...]
    at: tuple[str, ...]
    on: tuple[str, ...]
    within: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    ago: tuple[str, ...]
    earlier: tuple[str, ...]
    later: tuple[str, ...]
    about: tuple[str, ...]
    vague_counts: tuple[str, ...]
    conjunctions: tuple[str, ...]
    until: tuple[str, ...]
    into: tuple[str, ...]
    between: tuple[str, ...]
    from_: tuple[str, ...]
    past: tuple[str, ...]
    halves_of_day: tuple[str, ...]
    clock_marks: tuple[str, ...]
    before_christ: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TenseWords:
    """Lemmas that tell which way an unmarked weekday or month lies, and whose time is no event's time."""

    future_auxiliaries: tuple[str, ...]
    planning: tuple[str, ...]
    goals: tuple[str, ...]
    speaking: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Times:
    """Filled by ``times.toml``; all words are lower case."""

    months: tuple[Numbered, ...]
    weekdays: tuple[Numbered, ...]
    numbers: tuple[Numbered, ...]
    ordinals: tuple[Numbered, ...]
    days: tuple[Numbered, ...]
    seasons: tuple[Numbered, ...]
    holidays: tuple[Holiday, ...]
    units: tuple[UnitWord, ...]
    parts: tuple[PartWord, ...]
    edges: tuple[PartWord, ...]
    shifts: tuple[Shift, ...]
    parts_of_day: tuple[str, ...]
    overnight: tuple[str, ...]
    references: tuple[str, ...]
    never_after_year: tuple[str, ...]
    grammar: GrammarWords
    tense: TenseWords

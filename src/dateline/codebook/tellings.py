"""Words that tie times, places and event words to one another."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SiteWords:
    """What puts something at a place, and what puts only someone's home or way there."""

    at: frozenset[str]
    at_country: frozenset[str]
    way: frozenset[str]
    parts: frozenset[str]
    buildings: frozenset[str]
    home: frozenset[str]
    care: frozenset[str]
    brought: frozenset[str]
    fled: frozenset[str]
    dwellers: frozenset[str]
    settled: frozenset[str]
    care_places: frozenset[str]
    local_bodies: frozenset[str]
    body_parts: frozenset[str]
    labels: frozenset[str]


@dataclass(frozen=True, slots=True)
class TieWords:
    """What ties a time or place to an event word beside it, and what keeps them apart."""

    light: frozenset[str]
    aside: frozenset[str]
    happening: frozenset[str]
    occurrences: frozenset[str]
    coming: frozenset[str]
    causing: frozenset[str]
    follow: frozenset[str]
    documents: frozenset[str]
    spans: frozenset[str]
    late: frozenset[str]
    tolls: frozenset[str]
    finding: frozenset[str]
    remains: frozenset[str]
    wounds: frozenset[str]
    wounded: frozenset[str]
    after: frozenset[str]
    same_time: frozenset[str]
    concessive: frozenset[str]
    law: frozenset[str]
    within: frozenset[str]


@dataclass(frozen=True, slots=True)
class EventWords:
    """What tells one occurrence from another."""

    apart: frozenset[str]
    anew: frozenset[str]
    numbered: frozenset[str]
    shifted: frozenset[str]
    before: frozenset[str]
    openers: frozenset[str]
    time_openers: frozenset[str]
    stopping: frozenset[str]
    flights: frozenset[str]
    stopped: str
    general: frozenset[str]
    one_victim: frozenset[str]
    one_occurrence: frozenset[str]
    swept: frozenset[str]


@dataclass(frozen=True, slots=True)
class TellingWords:
    """The records of ``tellings.toml``."""

    version: int
    sites: SiteWords
    ties: TieWords
    events: EventWords

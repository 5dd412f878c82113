"""Events by columns, so that millions of them can be held, and many pairs be compared at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.reconcile.rows import Codes, Numbers, Rows, Truths

SHARED, SHARED_SMALL, SHARED_LARGE = 1.0, 2.0**10, 2.0**20
"""What a shared count or site adds: one sum tells whether there is any, a small and a large one.

A site is small where the gazetteer lacks it.
"""

NONE = -1
"""Stands for a name, day or number that is not told."""


@dataclass(frozen=True, slots=True)
class Days:
    """When: ordinals of days, of the event and of its report's publication.

    ``known`` and ``came`` are whether there are such; ``single`` that a single day is told and not inferred,
    ``own`` that it is not the day of publication besides, which may be that of the saying. ``at_once`` is
    that the report came within days.
    """

    start: Codes
    end: Codes
    published: Codes
    known: Truths
    came: Truths
    single: Truths
    own: Truths
    at_once: Truths


@dataclass(frozen=True, slots=True)
class Spots:
    """Where: degrees and kilometres, NaN where unknown. ``local`` is no coarser than a province."""

    name: Codes
    lat: Numbers
    lon: Numbers
    radius: Numbers
    local: Truths
    fine: Truths


@dataclass(frozen=True, slots=True)
class Kinds:
    """What: codes of types and families, and whether the type is general, heavy, of war."""

    type: Codes
    family: Codes
    general: Truths
    heavy: Truths
    of_war: Truths


@dataclass(frozen=True, slots=True)
class Tellings:
    """Who tells it: codes of reports, publishers and copy groups; ``size`` is the number of claims.

    ``battle`` is that the report is about something that may go on for days.
    """

    report: Codes
    publisher: Codes
    copies: Codes
    chief: Truths
    size: Codes
    battle: Truths


@dataclass(frozen=True, slots=True)
class Told:
    """What: words weigh their squares, names themselves, counts by their size, all others 1.

    Of the reports' words there are those of chief events alone. ``length`` and ``named`` are the sums over
    the own words and names, ``report_length`` and ``report_named`` over the reports'; ``killed`` is the
    highest number told, ``counted`` whether there is one; ``at_site`` whether a
    place is told that the gazetteer lacks. ``harmed_words`` and ``dead_words`` are those of
    full names, ``hours`` minutes of the day.
    """

    words: Rows
    names: Rows
    report_words: Rows
    report_names: Rows
    report_places: Rows
    sites: Rows
    countries: Rows
    harmed: Rows
    harmed_words: Rows
    dead_words: Rows
    hours: Rows
    counts: Rows
    length: Numbers
    named: Numbers
    report_length: Numbers
    report_named: Numbers
    killed: Codes
    counted: Truths
    at_site: Truths


@dataclass(frozen=True, slots=True)
class Table:
    """Events in order of id, by columns.

    ``keys`` are the blocks of each event, ``ranks`` its places in the orders by which large blocks are laid
    out. ``harmed`` and ``dead`` are the names of the events that tell any, by place in the table.
    """

    ids: tuple[str, ...]
    reports: tuple[str, ...]
    days: Days
    spots: Spots
    kinds: Kinds
    tellings: Tellings
    told: Told
    keys: Rows
    ranks: tuple[Codes, ...]
    harmed: Mapping[int, frozenset[str]]
    dead: Mapping[int, frozenset[str]]

    def __len__(self) -> int:
        return len(self.ids)

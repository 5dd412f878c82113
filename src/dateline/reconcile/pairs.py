"""Pairs of events side by side, many at a time, and what the two of each have in common."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

import numpy as np

from dateline.reconcile.columns import NONE, SHARED_SMALL, Table
from dateline.reconcile.persons import shared_person
from dateline.reconcile.rarity import ENOUGH, SHORT
from dateline.reconcile.rows import Codes, Numbers, Places, Rows, Truths

KM_PER_DEGREE = 111.2

WEEK = 7
"""Days."""

LARGEST_PART = 1 / 2
"""Share of a town's radius up to which a place in it is a part of it: large towns have large quarters."""

MANY_NAMES = 60.0
"""The least weight that the names of a report are held to have: two of the only three are no proof."""


class Pairs:
    """Pairs by the places of their events in a table; each thing is worked out once, when it is asked for.

    What is unknown of a pair is NaN, which is neither more nor less than any number.
    """

    def __init__(self, table: Table, a: Places, b: Places) -> None:
        self.table, self.a, self.b = table, a, b

    def __len__(self) -> int:
        return len(self.a)

    def only(self, these: Truths | Places) -> Pairs:
        """Some of the pairs, by what is true of them or by their places."""
        return Pairs(self.table, self.a[these], self.b[these])

    def both(self, column: Truths) -> Truths:
        """Whether something is true of both events."""
        return column[self.a] & column[self.b]

    def either(self, column: Truths) -> Truths:
        """Whether something is true of one event at least."""
        return column[self.a] | column[self.b]

    def one(self, column: Codes) -> Truths:
        """Whether a code is told of both and the same."""
        found: Truths = (column[self.a] == column[self.b]) & (column[self.a] != NONE)
        return found

    @cached_property
    def chief(self) -> Truths:
        """Whether both are what their reports are about."""
        return self.both(self.table.tellings.chief)

    @cached_property
    def days(self) -> Numbers:
        """Days between the two times; 0 where they overlap.

        Two nights have a day in common, and are two: "from Sunday to Monday", "from Monday to Tuesday".
        """
        days = self.table.days
        start, end = days.start, days.end
        apart = np.maximum(start[self.a] - end[self.b], start[self.b] - end[self.a]).clip(min=0)
        apart = np.where(self.nights, np.abs(start[self.a] - start[self.b]), apart)
        return np.where(self.both(days.known), apart, np.nan)

    @cached_property
    def nights(self) -> Truths:
        """Whether both are told of a day and the next: "in the night from Sunday to Monday"."""
        days = self.table.days
        return self.both(days.known & (days.end - days.start == 1))

    @cached_property
    def published(self) -> Numbers:
        """Days between the publications of the two reports."""
        days = self.table.days
        apart = np.abs(days.published[self.a] - days.published[self.b])
        return np.where(self.both(days.came), apart, np.nan)

    @cached_property
    def km_of_points(self) -> Numbers:
        """Kilometres between the points of the two places."""
        lat, lon = self.table.spots.lat, self.table.spots.lon
        north, middle = lat[self.b] - lat[self.a], (lat[self.a] + lat[self.b]) / 2
        east = (lon[self.b] - lon[self.a]) * np.cos(np.radians(middle))
        return np.asarray(KM_PER_DEGREE * np.hypot(east, north))

    @cached_property
    def km(self) -> Numbers:
        """Kilometres between the two places beyond their radii."""
        radius = self.table.spots.radius
        return np.asarray((self.km_of_points - radius[self.a] - radius[self.b]).clip(min=0.0))

    @cached_property
    def within(self) -> Truths:
        """Whether the one place is a part of the other: far smaller, and its point in it."""
        radius = self.table.spots.radius
        a, b = radius[self.a], radius[self.b]
        inside: Truths = self.km_of_points <= np.maximum(a, b)
        return inside & (np.minimum(a, b) <= LARGEST_PART * np.maximum(a, b))

    @cached_property
    def in_place(self) -> Truths:
        """Whether both are in one place no coarser than a province."""
        return self.one(self.table.spots.name) & self.both(self.table.spots.local)

    @cached_property
    def words(self) -> Numbers:
        """The cosine, 0 to 1, of the events' words weighed by rarity, less for short tellings."""
        told = self.table.told
        return self._alike(told.words, told.length)

    @cached_property
    def report_words(self) -> Numbers:
        """The same of the words of two chief events' reports; 0 for other pairs."""
        told = self.table.told
        return self._alike(told.report_words, told.report_length)

    @cached_property
    def names(self) -> Numbers:
        """The weight of the names that both use as a share of what the one with fewer has."""
        told = self.table.told
        fewer = np.minimum(told.named[self.a], told.named[self.b])
        return np.where(fewer > ENOUGH, self._shared(told.names) / np.maximum(fewer, ENOUGH), 0.0)

    @cached_property
    def report_names(self) -> Numbers:
        """The weight of the names that two chief events' reports share, of what both have on average."""
        told = self.table.told
        return self._shared(told.report_names) / self._mean(told.report_named, MANY_NAMES)

    @cached_property
    def report_places(self) -> Numbers:
        """How many towns the reports of two chief events both name."""
        return self._places % SHARED_SMALL + self._places // SHARED_SMALL

    @cached_property
    def report_small_place(self) -> Truths:
        """Whether the reports of two chief events both name a place that the gazetteer lacks."""
        return self._places >= SHARED_SMALL

    @cached_property
    def battle(self) -> Truths:
        """Whether both tell of what may go on for days, at one small place and within a week."""
        fought = self.chief & self.both(self.table.tellings.battle)
        if not fought.any():
            return fought
        late = (self.days > WEEK) | (self.published > WEEK)
        found: Truths = fought & self.report_small_place & ~late
        return found

    @cached_property
    def _places(self) -> Numbers:
        return self._shared(self.table.told.report_places)

    @cached_property
    def counts(self) -> Numbers:
        """What the counts weigh that both tell."""
        return self._shared(self.table.told.counts)

    @cached_property
    def site(self) -> Truths:
        """Whether a town or site is told of both."""
        return self._sites > 0

    @cached_property
    def other_sites(self) -> Truths:
        """Whether both tell places that the gazetteer lacks, and none that is the same."""
        return self.both(self.table.told.at_site) & (self._sites < SHARED_SMALL)

    @cached_property
    def _sites(self) -> Numbers:
        return self._shared(self.table.told.sites)

    @cached_property
    def countries_differ(self) -> Truths:
        """Whether both tell countries, and none that is the same."""
        countries = self.table.told.countries
        told = countries.filled(self.a) & countries.filled(self.b)
        found: Truths = told & (self._shared(countries) == 0)
        return found

    @cached_property
    def hour(self) -> Truths:
        """Whether both tell the same minute of the day."""
        return self._shared(self.table.told.hours) > 0

    @cached_property
    def harmed(self) -> Truths:
        """Whether a victim or target is named alike in both."""
        return self._shared(self.table.told.harmed) > 0

    @cached_property
    def victim(self) -> Truths:
        """Whether both name the same victim or target."""
        told = self.table.told
        return self.harmed | self._person(told.harmed_words, self.table.harmed)

    @cached_property
    def victims(self) -> Truths:
        """Whether both name victims or targets."""
        harmed = self.table.told.harmed
        return harmed.filled(self.a) & harmed.filled(self.b)

    @cached_property
    def proven(self) -> Truths:
        """Whether a person's full name or a copied text shows that both tell of one occurrence."""
        copied = self.one(self.table.tellings.copies)
        return copied | self._person(self.table.told.dead_words, self.table.dead)

    def _alike(self, words: Rows, length: Numbers) -> Numbers:
        return self._shared(words) / self._mean(length, SHORT)

    def _mean(self, sums: Numbers, least: float) -> Numbers:
        """The geometric mean of two sums, and never less than ``least``."""
        return np.asarray(np.maximum(np.sqrt(sums[self.a] * sums[self.b]), least))

    def _shared(self, rows: Rows) -> Numbers:
        return rows.shared(self.a, self.b)

    def _person(self, words: Rows, names: Mapping[int, frozenset[str]]) -> Truths:
        """Whether both have the full name of a person; those are looked at where two words are the same."""
        found = self._shared(words) >= 2
        for n in np.flatnonzero(found):
            found[n] = shared_person(names[int(self.a[n])], names[int(self.b[n])]) is not None
        return found

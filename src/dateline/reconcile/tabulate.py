"""Views of events -> the table in which they are compared."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from math import nan
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from dateline.reconcile.columns import (
    NONE,
    SHARED,
    SHARED_LARGE,
    SHARED_SMALL,
    Days,
    Kinds,
    Spots,
    Table,
    Tellings,
    Told,
)
from dateline.reconcile.heads import FINE
from dateline.reconcile.keys import keys_of
from dateline.reconcile.persons import words_of_names
from dateline.reconcile.rarity import Rarity, Words
from dateline.reconcile.rows import Codes, Places, RowsWriter
from dateline.reconcile.sites import NUMBERED, site_of
from dateline.reconcile.views import EventView

GENERAL = frozenset(("attack", "killing", "violence"))
"""Types that a report may give to an occurrence of a finer kind."""

LARGE = 5
SMALL = range(2, LARGE)
"""Numbers of people that are no accident where both tell them, and those that may be."""

ANYWHERE = frozenset((("killed", 1), ("casualties", 0)))
"""Counts that say nothing when two events have them in common."""

AT_ONCE = 3
"""Days; a time that ended so shortly before the report came is the time of its news."""

LAID_NAMES, LAID_WORDS = 3, 4
"""Rarest names and words by which large blocks are laid out."""


NO_WORDS = Words((), (), 0.0, 0.0)


def table_of(views: Iterable[EventView], rarity: Rarity) -> Table:
    """The table of some events, each once; a view is held no longer than it takes to write it down."""
    writer = _Writer(rarity)
    for view in views:
        writer.add(view)
    return writer.table()


class _Names:
    """Numbers names in the order in which they come."""

    def __init__(self) -> None:
        self._codes: dict[str, int] = {}

    def code(self, name: str | None) -> int:
        return NONE if name is None else self._codes.setdefault(name, len(self._codes))

    def alphabetical(self) -> Codes:
        """For every code its place among the names in order; the last one stands for none."""
        names = list(self._codes)
        places = np.full(len(names) + 1, NONE)
        places[sorted(range(len(names)), key=names.__getitem__)] = np.arange(len(names))
        return places


class _Columns:
    """Columns of one kind of number that grow by a row at a time."""

    def __init__(self, kind: Literal["q", "d"], many: int) -> None:
        self._flat: array[Any] = array(kind)
        self._many = many

    def add(self, *row: float) -> None:
        self._flat.extend(row)

    def columns(self, order: Places) -> list[npt.NDArray[Any]]:
        """The columns, with rows in another order."""
        rows = np.array(self._flat).reshape(-1, self._many)
        return list(np.ascontiguousarray(rows[order].T))


class _Writer:
    """Columns that grow by an event at a time."""

    def __init__(self, rarity: Rarity) -> None:
        self._ids: dict[str, str] = {}
        self._names, self._laid = _Names(), _Names()
        self._days, self._kinds, self._tellings = _Columns("q", 8), _Columns("q", 5), _Columns("q", 8)
        self._spots, self._points = _Columns("q", 3), _Columns("d", 3)
        self._sums, self._layout = _Columns("d", 4), _Columns("q", 2 + LAID_NAMES + LAID_WORDS)
        self._words = [RowsWriter(weigh) for weigh in (rarity.square, rarity.weight) * 2]
        self._counts = RowsWriter(_weight_of_count)
        self._sets = [RowsWriter(_weight_of_site) for _ in range(2)] + [RowsWriter() for _ in range(5)]
        self._keys = RowsWriter()
        self._harmed: dict[str, frozenset[str]] = {}
        self._dead: dict[str, frozenset[str]] = {}

    def add(self, view: EventView) -> None:
        if view.id in self._ids:
            return
        self._ids[view.id] = view.report
        self._say(view)
        self._place(view)
        words, told = view.words, view.telling.words if view.chief else NO_WORDS
        self._sums.add(words.length, words.named, told.length, told.named)
        for writer, members in zip(self._words, (words.all, words.names, told.all, told.names), strict=True):
            writer.add(members)
        self._counts.add(f"{field} {n}" for field, n in view.counts)
        self._keys.add(keys_of(view))
        harmed = view.victims | view.dead
        towns = view.telling.places if view.chief else frozenset[str]()
        people = (harmed, words_of_names(harmed), words_of_names(view.dead))
        for writer, names in zip(
            self._sets, (towns, view.sites, view.countries, *people, map(str, view.hours)), strict=True
        ):
            writer.add(names)
        if harmed:
            self._harmed[view.id] = harmed
        if view.dead:
            self._dead[view.id] = view.dead

    def _say(self, view: EventView) -> None:
        when, kind, telling, code = view.when, view.type, view.telling, self._names.code
        start, end = (when.start, when.end) if when and when.start and when.end else (None, None)
        days = [d.toordinal() if d else NONE for d in (start, end, telling.published)]
        of_saying = end is not None and end == telling.published
        at_once = bool(end and telling.published and 0 <= (telling.published - end).days <= AT_ONCE)
        self._days.add(
            *days,
            start is not None,
            telling.published is not None,
            view.dated,
            view.dated and not of_saying,
            at_once,
        )
        self._kinds.add(code(kind.name), code(kind.family), kind.name in GENERAL, view.heavy, kind.of_war)
        killed = max((n for field, n in view.counts if field == "killed"), default=NONE)
        who = (code(telling.report), code(telling.publisher), code(telling.copies))
        at_site = any(not site.startswith(NUMBERED) for site in view.sites)
        self._tellings.add(*who, view.chief, view.size, killed, at_site, view.battle)

    def _place(self, view: EventView) -> None:
        place, laid = view.place, self._laid.code
        name = site_of(place) if place else None
        precision = place.precision if place else None
        self._spots.add(self._names.code(name), precision in (*FINE, "province"), precision in FINE)
        point = (place.lat, place.lon, place.radius_km or 0.0) if place else (None, None, 0.0)
        self._points.add(*(nan if x is None else x for x in point))
        named, told = view.telling.words.names[:LAID_NAMES], view.words.all[:LAID_WORDS]
        names = [laid(word) for word in named] + [NONE] * (LAID_NAMES - len(named))
        words = [laid(word) for word in told] + [NONE] * (LAID_WORDS - len(told))
        self._layout.add(laid(place.name if place else None), laid(view.type.family), *names, *words)

    def table(self) -> Table:
        """All events in order of id."""
        given = list(self._ids)
        order = np.array(sorted(range(len(given)), key=given.__getitem__), np.int64)
        ids = tuple(given[n] for n in order)
        start, end, published, *told = self._days.columns(order)
        kind, family, *lists = self._kinds.columns(order)
        report, publisher, copies, chief, size, killed, at_site, battle = self._tellings.columns(order)
        name, local, fine = self._spots.columns(order)
        lat, lon, radius = self._points.columns(order)
        words, names, report_words, report_names = (writer.rows(order) for writer in self._words)
        towns, sites, countries, harmed, harmed_words, dead_words, hours = (w.rows(order) for w in self._sets)
        length, named, report_length, report_named = self._sums.columns(order)
        place = {id_: n for n, id_ in enumerate(ids) if id_ in self._harmed}
        return Table(
            ids,
            tuple(self._ids[id_] for id_ in ids),
            Days(start, end, published, *(each > 0 for each in told)),
            Spots(name, lat, lon, radius, local > 0, fine > 0),
            Kinds(kind, family, *(each > 0 for each in lists)),
            Tellings(report, publisher, copies, chief > 0, size, battle > 0),
            Told(
                words,
                names,
                report_words,
                report_names,
                towns,
                sites,
                countries,
                harmed,
                harmed_words,
                dead_words,
                hours,
                self._counts.rows(order),
                length,
                named,
                report_length,
                report_named,
                killed,
                killed >= 0,
                at_site > 0,
            ),
            self._keys.rows(order),
            self._ranks(order),
            {n: self._harmed[id_] for id_, n in place.items()},
            {n: self._dead[id_] for id_, n in place.items() if id_ in self._dead},
        )

    def _ranks(self, order: Places) -> tuple[Codes, ...]:
        """By place and family, by the names of the report, and by the words of the event."""
        alphabetical = self._laid.alphabetical()
        columns = [alphabetical[codes] for codes in self._layout.columns(order)]
        orders = columns[:2], columns[2 : 2 + LAID_NAMES], columns[2 + LAID_NAMES :]
        return tuple(_ranks(*by) for by in orders)


def _ranks(*by: Codes) -> Codes:
    """The place of every event in the order by some columns; of equals the lesser id comes first."""
    ranks = np.empty(len(by[0]), np.int64)
    ranks[np.lexsort(by[::-1])] = np.arange(len(ranks))
    return ranks


def _weight_of_site(site: str) -> float:
    return SHARED if site.startswith(NUMBERED) else SHARED_SMALL


def _weight_of_count(count: str) -> float:
    field, _, number = count.rpartition(" ")
    n = int(number)
    if (field, n) in ANYWHERE:
        return 0.0
    return SHARED_LARGE if n >= LARGE else SHARED_SMALL if n in SMALL else SHARED

"""Rules that keep two events apart, whatever speaks for them being one: one rule a function."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from dateline.reconcile.features import one_strike, other_kind, other_victims
from dateline.reconcile.pairs import WEEK, Pairs
from dateline.reconcile.rows import Truths

FAR = 60.0
"""Kilometres between places that tell occurrences apart."""


def _same_report(pairs: Pairs) -> Truths:
    return pairs.one(pairs.table.tellings.report)


def _other_day(pairs: Pairs) -> Truths:
    """Whether more than a day is between them, and they are not of one battle, which takes days."""
    return (pairs.days > 1) & ~pairs.battle


def _other_week(pairs: Pairs) -> Truths:
    """Whether both reports tell of their own days, so that neither day is read wrongly."""
    return (pairs.days > WEEK) & pairs.both(pairs.table.days.at_once)


def _other_told_day(pairs: Pairs) -> Truths:
    """Whether both tell a day, and neither is the day of publication, which may be that of the saying."""
    apart = _other_day(pairs) & pairs.both(pairs.table.days.own)
    return apart & ~pairs.proven if apart.any() else apart


def _next_night(pairs: Pairs) -> Truths:
    """Whether two strikes of a night and the next have no number in common, and each was reported at once.

    A town is struck again: "overnight" in Monday's news and in Tuesday's.
    """
    told = pairs.chief & pairs.both(pairs.table.kinds.heavy) & pairs.both(pairs.table.days.at_once)
    apart: Truths = told & pairs.nights & (pairs.days == 1) & (pairs.counts == 0)
    return apart & ~pairs.proven if apart.any() else apart


def _other_country(pairs: Pairs) -> Truths:
    return pairs.countries_differ


def _far(pairs: Pairs) -> Truths:
    apart = pairs.both(pairs.table.spots.local) & (pairs.km > FAR)
    return apart & ~pairs.site if apart.any() else apart


def _nothing_shared(pairs: Pairs) -> Truths:
    """Whether reports of two attacks of a war have no name, number or victim in common: a day sees many.

    A village or prison that the gazetteer lacks, and both name, is in common: small places see few.
    """
    of_war: Truths = pairs.chief & pairs.either(pairs.table.kinds.of_war) & (pairs.counts == 0)
    if of_war.any():
        of_war &= ~one_strike(pairs) & ~pairs.report_small_place & ~pairs.harmed & (pairs.report_names == 0)
    return of_war


def _other_entry(pairs: Pairs) -> Truths:
    """Whether two entries of one list name victims, and none that is the same."""
    apart = _of_one_catalogue(pairs)
    return apart & other_victims(pairs) & ~pairs.proven if apart.any() else apart


def _of_one_catalogue(pairs: Pairs) -> Truths:
    """Whether one publisher's texts have no day of publication: entries of a list, one an incident."""
    undated = ~pairs.either(pairs.table.days.came)
    return pairs.chief & undated & pairs.one(pairs.table.tellings.publisher)


Rule = Callable[[Pairs], Truths]

OUTRIGHT: tuple[tuple[str, Rule], ...] = (
    ("one report tells them as two", _same_report),
    ("each was reported at once, more than a week apart", _other_week),
    ("they tell of days more than a day apart", _other_told_day),
    ("they are undated entries of one publisher, with other victims", _other_entry),
    ("they are strikes of a night and the next, with no number in common", _next_night),
)
"""Rules that nothing but a judgement outranks."""

CANNOT: tuple[tuple[str, Rule], ...] = (
    ("their times are more than a day apart", _other_day),
    ("they are of different kinds", other_kind),
    ("they are in different countries", _other_country),
    (f"their places are more than {FAR:.0f} km apart", _far),
    (
        "they are attacks of a war with no name, number or victim in common",
        _nothing_shared,
    ),
    ("they are undated entries of one publisher", _of_one_catalogue),
)
"""Rules that hold unless a full name, a copied text or a high score tells that both are about one matter."""


def first_of(rules: tuple[tuple[str, Rule], ...], pairs: Pairs) -> list[str | None]:
    """For each pair the name of the first rule that keeps it apart."""
    names: list[str | None] = [None] * len(pairs)
    for name, rule in reversed(rules):
        for n in np.flatnonzero(rule(pairs)):
            names[n] = name
    return names


def any_of(rules: tuple[tuple[str, Rule], ...], pairs: Pairs) -> Truths:
    """Which pairs some rule keeps apart."""
    found = np.zeros(len(pairs), dtype=bool)
    for _, rule in rules:
        found |= rule(pairs)
    return found

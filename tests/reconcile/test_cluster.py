"""Which groups pairs make: judgements first, no chains through what is told in passing, any order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import permutations
from zlib import crc32

import numpy as np
import pytest

from dateline.codebook import load_codebook
from dateline.model import When
from dateline.reconcile.blocks import NEIGHBOURS, RARE, SMALL, candidates
from dateline.reconcile.cluster import cluster, components
from dateline.reconcile.gather import gather
from dateline.reconcile.keys import NAME, keys_of
from dateline.reconcile.rarity import Rarity
from dateline.reconcile.rulings import NO_RULINGS, Rulings
from dateline.reconcile.tabulate import table_of
from dateline.reconcile.views import EventView
from tests.reconcile.telling import BRINDLE, ORLOW, Teller, a_report, on, reading

CODEBOOK = load_codebook()
FAIR = "Gunmen in Brindle fired on the Halloway fish market as Idris Vorne spoke of the Reed Column."


def told(key: str, day: int = 6, published: int = 6, quote: str = FAIR) -> Teller:
    return Teller(a_report(key, published), "shooting").at(BRINDLE).say("when", on(day)).quoting(quote)


def grouped(*tellers: Teller, rulings: Rulings = NO_RULINGS) -> set[frozenset[str]]:
    views = gather([reading(t) for t in tellers], CODEBOOK)
    key = {t.event: t.report.key for t in tellers}
    return {frozenset(key[v.id] for v in g) for g in cluster(views, CODEBOOK.linking, rulings)}


def pair(a: Teller, b: Teller) -> frozenset[tuple[str, str]]:
    return frozenset([(min(a.event, b.event), max(a.event, b.event))])


def test_one_town_twice_in_a_week_is_two() -> None:
    assert grouped(told("a"), told("b"), told("c", 13, 13, "A raid."), told("d", 13, 14, "A raid.")) == {
        frozenset("ab"),
        frozenset("cd"),
    }


def test_judged_the_same_are_one_whatever_the_rules_say() -> None:
    a, far = told("a"), Teller(a_report("b", 20), "protest").at(ORLOW)
    assert grouped(a, far) == {frozenset("a"), frozenset("b")}
    assert grouped(a, far, rulings=Rulings(pair(a, far), frozenset())) == {frozenset("ab")}


def test_judged_different_are_two_whatever_the_rules_say() -> None:
    a, b = told("a"), told("b")
    assert grouped(a, b) == {frozenset("ab")}
    assert grouped(a, b, rulings=Rulings(frozenset(), pair(a, b))) == {frozenset("a"), frozenset("b")}


def test_two_events_of_one_report_are_one_only_by_judgement() -> None:
    report = a_report("a", 6)
    one, two = (Teller(report, "shooting", name).at(BRINDLE).say("when", on(6)) for name in ("e", "f"))
    views = gather([reading(one, two)], CODEBOOK)
    assert len(cluster(views, CODEBOOK.linking)) == 2
    assert len(cluster(views, CODEBOOK.linking, Rulings(pair(one, two), frozenset()))) == 1


def test_a_judgement_on_unknown_events_says_nothing() -> None:
    rulings = Rulings(frozenset([("event-1", "event-2")]), frozenset())
    assert grouped(told("a"), rulings=rulings) == {frozenset("a")}


def test_any_order_makes_the_same_groups() -> None:
    views = gather([reading(told(k, day)) for k, day in zip("abcd", (6, 6, 7, 13), strict=True)], CODEBOOK)
    first = cluster(views, CODEBOOK.linking)
    assert all(cluster(order, CODEBOOK.linking) == first for order in permutations(views))


def test_groups_do_not_depend_on_other_events() -> None:
    alone = grouped(told("a"), told("b"))
    others = [told(f"x{n}", 9, 9, f"Sailors sang of Tanner Bay {n}.") for n in range(6)]
    assert alone <= grouped(told("a"), told("b"), *others)


@pytest.mark.parametrize(
    ("pairs", "found"),
    [([], [0, 1, 2]), ([(0, 1)], [0, 0, 2]), ([(1, 2), (0, 1)], [0, 0, 0]), ([(0, 2)], [0, 1, 0])],
)
def test_components(pairs: list[tuple[int, int]], found: list[int]) -> None:
    sides = np.array(pairs, np.int64).reshape(-1, 2)
    assert list(components(3, sides[:, 0], sides[:, 1])) == found


def compared(views: list[EventView], *wanted: Callable[[str], bool]) -> list[tuple[int, int]]:
    runs = candidates(table_of(views, Rarity(CODEBOOK.linking)), *wanted)
    return [pair for a, b in runs for pair in zip(a.tolist(), b.tolist(), strict=True)]


def many(count: int) -> list[EventView]:
    return list(gather([reading(told(f"r{n}")) for n in range(count)], CODEBOOK))


@pytest.mark.parametrize("count", [SMALL, 2 * SMALL, 4 * SMALL])
def test_the_pairs_of_a_block_are_bounded(count: int) -> None:
    views = many(count)
    blocks = {key for view in views for key in keys_of(view)}
    assert {key for view in views for key in keys_of(view) if key.startswith(NAME)}  # too common to compare
    pairs = compared(views)
    assert len(pairs) == len(set(pairs)) <= count * max(SMALL / 2, 3 * NEIGHBOURS) * len(blocks)
    assert all(views[a].report != views[b].report for a, b in pairs)  # both are in order of id
    assert all(a < b for a, b in pairs)


@pytest.mark.parametrize(("count", "found"), [(RARE, RARE * (RARE - 1) // 2), (RARE + 1, 0)])
def test_a_common_name_brings_none_together(count: int, found: int) -> None:
    quote = "Sailors of Idris Vorne sang."
    days = [told(f"r{n}", 1 + n, 1 + n, quote) for n in range(count)]
    views = [v for teller in days for v in gather([reading(teller)], CODEBOOK)]
    alone = [replace(v, when=None, place=None, sites=frozenset(), countries=frozenset()) for v in views]
    bare = [replace(v, telling=replace(v.telling, places=frozenset())) for v in alone]
    assert len(compared(bare)) == found


def test_an_event_without_place_day_and_names_is_in_no_block() -> None:
    report = a_report("a", 6)
    chief = Teller(report, "shooting", "e").at(BRINDLE).say("when", on(6)).count("killed", 3, 3)
    views = gather([reading(chief, Teller(report, "shooting", "f"))], CODEBOOK)
    bare = next(v for v in views if not v.chief)
    assert keys_of(bare) == ()


@pytest.mark.parametrize("machines", [2, 3])
def test_machines_with_blocks_of_their_own_find_together_what_one_finds(machines: int) -> None:
    views = [*many(SMALL + 5), *gather([reading(told(f"x{n}", n)) for n in range(1, 9)], CODEBOOK)]
    apart = [
        pair
        for machine in range(machines)
        for pair in compared(views, lambda key, own=machine: crc32(key.encode()) % machines == own)  # type: ignore[misc]
    ]
    assert set(apart) == set(compared(views))
    assert len(apart) > len(set(apart))  # some pairs share blocks of several machines


def test_a_large_component_is_joined_in_whatever_order_it_asks() -> None:
    """More events than are compared at once: comparisons are asked for piece by piece."""
    views = [
        *many(2 * SMALL),
        *gather([reading(told(f"x{n}", 7, 7, "A raid.")) for n in range(SMALL)], CODEBOOK),
    ]
    first = cluster(views, CODEBOOK.linking)
    assert {len(group) for group in first} >= {2 * SMALL}
    assert cluster(reversed(views), CODEBOOK.linking) == first


def test_reports_without_any_day_meet_in_their_town() -> None:
    undated = Teller(replace(a_report("b", 6), published=None), "shooting").at(BRINDLE).quoting("A raid.")
    views = gather([reading(told("a", quote="A raid.")), reading(undated)], CODEBOOK)
    assert compared(list(views)) == [(0, 1)]


@pytest.mark.parametrize(
    ("kind", "when", "claims", "about"),
    [
        ("air strike", on(4), 5, True),
        ("air strike", None, 5, False),
        ("air strike", on(4), 1, False),
        ("shooting", on(4), 5, False),
        ("attack", on(4), 5, False),
    ],
)
def test_a_report_is_about_a_second_strike_of_which_it_tells_nearly_as_much(
    kind: str, when: When | None, claims: int, about: bool
) -> None:
    report = a_report("a", 6)
    news = Teller(report, "air strike", "e").at(BRINDLE).say("when", on(2))
    other = Teller(report, kind, "f")
    if when:
        other.say("when", when)
    for n in range(5):
        news.count("killed", n, n)
    for n in range(claims):
        other.count("injured", n, n)
    chief = {v.id for v in gather([reading(news, other)], CODEBOOK) if v.chief}
    assert chief == ({news.event, other.event} if about else {news.event})


def test_a_strike_told_in_passing_of_one_day_and_town_is_one() -> None:
    """Reports about two other matters each recall the strike; of another day it is another."""

    def recalling(key: str, day: int) -> list[Teller]:
        report = a_report(key, 20)
        chief = Teller(report, "protest", "e").at(ORLOW).say("when", on(19)).count("injured", 2, 2)
        return [chief, Teller(report, "air strike", "f").at(BRINDLE).say("when", on(day))]

    views = gather([reading(*recalling(key, day)) for key, day in (("a", 6), ("b", 6), ("c", 7))], CODEBOOK)
    strikes = {v.id for v in views if v.type.name == "air strike"}
    groups = [len(strikes & {m.id for m in g}) for g in cluster(views, CODEBOOK.linking, NO_RULINGS)]
    assert sorted(n for n in groups if n) == [1, 2]


SKY = "Missiles came in from the sea at night, and many were brought down over the plains."


@pytest.mark.parametrize(("one", "other", "together"), [(127, 127, True), (127, 81, False), (4, 4, False)])
def test_the_number_launched_brings_a_barrage_together(one: int, other: int, together: bool) -> None:
    """Who tells of no place, and who of a town: a barrage is on a whole country."""
    a, b = (
        Teller(a_report(key, 6), "missile strike").say("when", on(6)).count("launched", n, n).quoting(SKY)
        for key, n in (("a", one), ("b", other))
    )
    assert (len(grouped(a, b.at(BRINDLE))) == 1) == together

"""Linking again makes what linking from scratch makes, and looks at no more than what changed."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from benchmarks.events import synthetic_events
from dateline.codebook import load_codebook
from dateline.reconcile.blocks import SMALL, in_blocks
from dateline.reconcile.cluster import Group, cluster
from dateline.reconcile.compare import Comparer
from dateline.reconcile.keys import keys_of
from dateline.reconcile.recall import NOTHING, Footprint, Recalled, cluster_again
from dateline.reconcile.rulings import NO_RULINGS, Rulings
from dateline.reconcile.stored import read_footprints, write_footprints
from dateline.reconcile.tabulate import table_of
from dateline.reconcile.views import EventView

BOOK = load_codebook()
EVENTS = {view.id: view for view in synthetic_events(700, BOOK)}
STEPS = 6


class Ledger:
    """Events that come, go and change; which reports were looked at."""

    def __init__(self, views: Iterable[EventView]) -> None:
        self.views = {view.id: view for view in views}
        self.read = dict.fromkeys(self.views, 0)
        self.asked = frozenset[str]()
        self.recalled: Recalled = NOTHING

    def change(self, id_: str, view: EventView) -> None:
        self.views[id_] = view
        self.read[id_] = self.read.get(id_, 0) + 1

    def link(self, rulings: Rulings = NO_RULINGS) -> tuple[Group, ...]:
        """Link with what the last linking left."""
        self.asked = frozenset()
        footprints = (
            Footprint(view.id, view.report, str(self.read[view.id]), keys_of(view))
            for view in self.views.values()
        )
        groups, self.recalled = cluster_again(
            footprints, self._views_of, BOOK.linking, rulings, self.recalled
        )
        return groups

    def scratch(self, rulings: Rulings = NO_RULINGS) -> tuple[Group, ...]:
        return cluster(self.views.values(), BOOK.linking, rulings)

    def _views_of(self, reports: frozenset[str]) -> Iterator[EventView]:
        self.asked |= reports
        return (view for view in self.views.values() if view.report in reports)


def some_rulings(chance: random.Random, groups: Sequence[Group]) -> Rulings:
    """Pairs of far groups that are the same, and of one group that are not."""
    large = [group for group in groups if len(group) > 1]
    first, second = chance.sample(groups, 2)
    apart = chance.choice(large)
    return Rulings(
        frozenset((_pair(first[0].id, second[0].id),)), frozenset((_pair(apart[0].id, apart[1].id),))
    )


def _pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)


def test_the_events_stand_in_large_blocks_and_small() -> None:
    blocks, _ = in_blocks(table_of(EVENTS.values(), Comparer(BOOK.linking).rarity).keys)
    sizes = {len(members) for members in blocks.each()}
    assert 2 in sizes
    assert max(sizes) > 2 * SMALL


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_whatever_comes_goes_or_changes_it_is_what_scratch_makes(seed: int) -> None:
    chance, ids = random.Random(seed), sorted(EVENTS)
    chance.shuffle(ids)
    ledger = Ledger(EVENTS[id_] for id_ in ids[:400])
    rulings = NO_RULINGS
    for n in range(STEPS):
        for id_ in ids[400 + 20 * n : 420 + 20 * n]:
            ledger.change(id_, EVENTS[id_])
        for id_ in chance.sample(sorted(ledger.views), 5):
            del ledger.views[id_]
        for id_ in chance.sample(sorted(ledger.views), 3):
            view = ledger.views[id_]
            if view.when and view.when.start:
                day = view.when.start + timedelta(days=chance.randrange(5))
                ledger.change(id_, replace(view, when=replace(view.when, start=day, end=day)))
        groups = ledger.link(rulings)
        assert groups == ledger.scratch(rulings)
        rulings = some_rulings(chance, groups)


def test_nothing_is_looked_at_where_nothing_changed() -> None:
    ledger = Ledger(EVENTS.values())
    groups, kept = ledger.link(), ledger.recalled
    assert ledger.asked == {view.report for view in EVENTS.values()} - _alone(ledger)
    assert ledger.link() == groups
    assert ledger.asked == frozenset()
    assert ledger.recalled == kept


def _alone(ledger: Ledger) -> set[str]:
    """Reports none of whose events stands in a block with another."""
    table = table_of(ledger.views.values(), Comparer(BOOK.linking).rarity)
    blocks, _ = in_blocks(table.keys)
    met = {table.reports[n] for members in blocks.each() for n in members.tolist()}
    return set(table.reports) - met


def test_a_judgement_looks_at_the_components_that_it_joins_and_is_taken_back() -> None:
    ledger = Ledger(EVENTS.values())
    groups = ledger.link()
    first, second = groups[0][0], groups[-1][0]
    same = Rulings(frozenset((_pair(first.id, second.id),)), frozenset())
    assert ledger.link(same) == ledger.scratch(same) != groups
    assert {first.report, second.report} <= ledger.asked
    assert len(ledger.asked) < len({view.report for view in EVENTS.values()}) / 2
    assert ledger.link() == groups


def test_what_was_kept_of_other_events_is_let_go() -> None:
    ledger = Ledger(EVENTS.values())
    ledger.link()
    for id_ in sorted(EVENTS)[:650]:
        del ledger.views[id_]
    ledger.link()
    alone = Ledger(ledger.views.values())
    alone.link()
    assert ledger.recalled == alone.recalled


def test_no_events_make_no_groups() -> None:
    assert Ledger(()).link() == ()


def test_footprints_come_back_as_they_were() -> None:
    view = next(iter(EVENTS.values()))
    told: Mapping[str, object] = {"id": view.id, "report": view.report, "made_from": "x"}
    (again,) = read_footprints(view.report, "x", write_footprints((view,)))
    assert again == Footprint(**told, keys=list(keys_of(view)))  # type: ignore[arg-type]

"""Linking again: what was compared and brought together before is recalled, and not done again.

The alike pairs of a block depend on nothing but its events, and the groups of a component on nothing but its
events, their alike pairs and what people judged of them. So each is kept under a digest of just these, and
what has a digest that is kept is taken from there. The groups are those that ``cluster`` makes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

import numpy as np
import numpy.typing as npt

from dateline.codebook.linking import Linking
from dateline.reconcile.blocks import in_blocks, near
from dateline.reconcile.cluster import AlikePairs, Group, Member, alike_pairs, components, joined, parts
from dateline.reconcile.columns import Table
from dateline.reconcile.compare import Comparer
from dateline.reconcile.rows import Codes, Places, Rows, RowsWriter
from dateline.reconcile.rulings import Pair, Rulings
from dateline.reconcile.tabulate import table_of
from dateline.reconcile.views import EventView

SIZE = 16
"""Bytes of a digest."""

PAIR = np.dtype([("a", "<i4"), ("b", "<i4"), ("score", "<f8")])
"""An alike pair, by the places of its events among those of its block or component."""

ViewsOf = Callable[[frozenset[str]], Iterable[EventView]]
"""Gives the views of all events of some reports."""

Packed = npt.NDArray[Any]
"""Alike pairs, as ``PAIR``."""


@dataclass(frozen=True, slots=True)
class Footprint:
    """An event without what is compared: its report, and the blocks that it stands in.

    Two of the same ``id`` and ``made_from`` have the same view.
    """

    id: str
    report: str
    made_from: str
    keys: Sequence[str]


@dataclass(frozen=True, slots=True)
class Recalled:
    """What is kept of a linking, by digest: the alike pairs of blocks, and the groups of components."""

    blocks: Mapping[str, bytes]
    components: Mapping[str, bytes]


NOTHING = Recalled({}, {})


def cluster_again(
    footprints: Iterable[Footprint],
    views_of: ViewsOf,
    linking: Linking,
    rulings: Rulings,
    before: Recalled = NOTHING,
) -> tuple[tuple[Group, ...], Recalled]:
    """The groups of the events, and what to keep for the next time.

    Args:
        footprints: one an event.
        views_of: asked for what is compared or joined now, and for nothing else.
        linking: the codebook's weights.
        rulings: as for ``cluster``.
        before: what an earlier linking by the same weights kept, of whatever events.
    """
    again = _Again(_every(footprints), views_of, Comparer(linking))
    alike, blocks = again.alike(before.blocks)
    labels, kept = again.labels(alike, rulings, before.components)
    return again.groups(labels), Recalled(blocks, kept)


@dataclass(frozen=True, slots=True)
class _Every:
    """All events in order of id; ``digests`` tell id and view."""

    ids: Sequence[str]
    reports: Sequence[str]
    digests: npt.NDArray[np.uint8]
    keys: Rows


def _every(footprints: Iterable[Footprint]) -> _Every:
    ids, reports, digests, keys = list[str](), list[str](), bytearray(), RowsWriter()
    for each in footprints:
        ids.append(each.id)
        reports.append(each.report)
        digests += blake2b(f"{each.id} {each.made_from}".encode(), digest_size=SIZE).digest()
        keys.add(each.keys)
    order = np.array(sorted(range(len(ids)), key=ids.__getitem__), np.int64)
    told = np.frombuffer(bytes(digests), np.uint8).reshape(-1, SIZE)[order]
    return _Every([ids[n] for n in order], [reports[n] for n in order], told, keys.rows(order))


class _Again:
    """One linking of all events."""

    def __init__(self, every: _Every, views_of: ViewsOf, comparer: Comparer) -> None:
        self._every, self._views_of, self._comparer = every, views_of, comparer
        self._compared: tuple[Places, Table] | None = None

    def alike(self, before: Mapping[str, bytes]) -> tuple[AlikePairs, dict[str, bytes]]:
        """All alike pairs, each once and in order; and those of each block, by its digest."""
        blocks, names = in_blocks(self._every.keys)
        where = dict[str, tuple[str, Places]]()
        for name, members in zip(names, blocks.each(), strict=True):
            where.setdefault(self._digest(members), (name, members))
        new = {where[digest][0]: digest for digest in where if digest not in before}
        pairs = {digest: before[digest] for digest in where if digest in before}
        if new:
            events = np.unique(np.concatenate([where[digest][1] for digest in new.values()]))
            found = _pairs_of_blocks(self._table(events), self._comparer, new)
            pairs |= {digest: found.get(name, b"") for name, digest in new.items()}
        told = [(where[digest][1], _unpacked(data)) for digest, data in pairs.items() if data]
        return _together(told, len(self._every.ids)), pairs

    def labels(
        self, alike: AlikePairs, rulings: Rulings, before: Mapping[str, bytes]
    ) -> tuple[Places, dict[str, bytes]]:
        """For each event the least one of its group; and the groups of each component, by its digest."""
        labels, many = np.arange(len(self._every.ids)), len(self._every.ids)
        same, different = self._placed(rulings.same), self._placed(rulings.different)
        root = components(many, np.append(alike.a, same[:, 0]), np.append(alike.b, same[:, 1]))
        kept, new = dict[str, Places](), list[Places]()
        for members, told in _components(root, alike, same, different):
            digest = self._digest(members, told)
            kept[digest] = members
            if digest in before:
                labels[members] = members[np.frombuffer(before[digest], "<i4")]
            else:
                new.append(members)
        if new:
            self._join(labels, np.sort(np.concatenate(new)), alike, rulings)
        return labels, {
            digest: np.searchsorted(members, labels[members]).astype("<i4").tobytes()
            for digest, members in kept.items()
        }

    def groups(self, labels: Places) -> tuple[Group, ...]:
        """Events by label, in order."""
        ids, reports = self._every.ids, self._every.reports
        made = dict[int, list[Member]]()
        for n, label in enumerate(labels.tolist()):
            made.setdefault(label, []).append(Member(ids[n], reports[n]))
        return tuple(tuple(made[label]) for label in sorted(made))

    def _join(self, labels: Places, events: Places, alike: AlikePairs, rulings: Rulings) -> None:
        """Label the events of whole components anew."""
        which, table = self._compared or (events[:0], None)
        if table is None or not np.isin(events, which, assume_unique=True).all():
            which, table = events, self._table(events)
        fresh = np.zeros(len(labels), dtype=bool)
        fresh[events] = True
        mine = fresh[alike.a]
        a, b = (np.searchsorted(which, side[mine]) for side in (alike.a, alike.b))
        some = AlikePairs(a, b, alike.score[mine])
        for group in joined(table, self._comparer, parts(table, some, rulings)):
            found = which[list(group)]
            if fresh[found[0]]:
                labels[found] = found[0]

    def _table(self, events: Places) -> Table:
        """The table of some events, in order."""
        wanted = {self._every.ids[n] for n in events.tolist()}
        reports = frozenset(self._every.reports[n] for n in events.tolist())
        views = (view for view in self._views_of(reports) if view.id in wanted)
        table = table_of(views, self._comparer.rarity)
        self._compared = events, table
        return table

    def _digest(self, members: Places, *told: bytes) -> str:
        made = blake2b(len(members).to_bytes(8), digest_size=SIZE)
        made.update(self._every.digests[members].tobytes())
        for each in told:
            made.update(each)
        return made.hexdigest()

    def _placed(self, pairs: Iterable[Pair]) -> npt.NDArray[np.int64]:
        """Pairs of ids as places, in order; those of which one is unknown are left out."""
        named = {id_ for pair in pairs for id_ in pair}
        place = {id_: n for n, id_ in enumerate(self._every.ids) if id_ in named} if named else {}
        found = [(place[a], place[b]) for a, b in sorted(pairs) if a in place and b in place]
        return np.array(found, np.int64).reshape(-1, 2)


def _pairs_of_blocks(table: Table, comparer: Comparer, wanted: Mapping[str, str]) -> dict[str, bytes]:
    """The alike pairs of the wanted blocks, by name; of those that have any."""
    blocks, names = in_blocks(table.keys, wanted.__contains__)
    found, many, report = dict[str, bytes](), len(table), table.tellings.report
    for run in blocks.runs():
        number, a, b = near(run, table.ranks)
        code, back = np.unique(a * many + b, return_inverse=True)
        one, other = np.divmod(code, many)
        apart = report[one] != report[other]
        alike = alike_pairs(table, comparer, [(one[apart], other[apart])])
        score = np.full(len(code), -np.inf)
        score[np.searchsorted(code, alike.a * many + alike.b)] = alike.score
        told = score[back] > -np.inf
        number, a, b, score = number[told], a[told], b[told], score[back][told]
        entries, begin = run.number * many + run.events, np.searchsorted(run.number, number)
        pairs = np.zeros(len(number), PAIR)
        pairs["a"] = np.searchsorted(entries, number * many + a) - begin
        pairs["b"] = np.searchsorted(entries, number * many + b) - begin
        pairs["score"] = score
        order = np.lexsort((pairs["b"], pairs["a"], number))
        number, pairs = number[order], pairs[order]
        again = (number[1:] == number[:-1]) & (pairs[1:] == pairs[:-1])
        once = np.append(True, ~again)[: len(pairs)]
        number, pairs = number[once], pairs[once]
        for n, first, last in _stretches(number):
            found[names[n]] = pairs[first:last].tobytes()
    return found


def _together(told: Sequence[tuple[Places, Packed]], many: int) -> AlikePairs:
    """The pairs of all blocks, each once, in order."""
    none = np.zeros(0, np.int64)
    a = np.concatenate([none, *(members[pairs["a"]] for members, pairs in told)])
    b = np.concatenate([none, *(members[pairs["b"]] for members, pairs in told)])
    score = np.concatenate([np.zeros(0), *(pairs["score"] for _, pairs in told)])
    _, first = np.unique(a * many + b, return_index=True)
    return AlikePairs(a[first], b[first], score[first])


def _components(
    root: Codes, alike: AlikePairs, same: npt.NDArray[np.int64], different: npt.NDArray[np.int64]
) -> Iterator[tuple[Places, bytes]]:
    """The events of each component of several; and all that decides how they are joined, but their views."""
    order = np.argsort(root, kind="stable")
    by_root = np.lexsort((alike.b, alike.a, root[alike.a]))
    pairs_of = {top: by_root[a:z] for top, a, z in _stretches(root[alike.a][by_root])}
    judged = {int(root[n]) for n in (*same.flat, *different.flat)}
    for top, first, last in _stretches(root[order]):
        if last - first == 1:
            continue
        members, these = order[first:last], pairs_of.get(top, order[:0])
        pairs = np.zeros(len(these), PAIR)
        pairs["a"], pairs["b"] = (np.searchsorted(members, side[these]) for side in (alike.a, alike.b))
        pairs["score"] = alike.score[these]
        told = pairs.tobytes()
        if top in judged:
            for name, judgements in ((b"same", same), (b"different", different)):
                mine = judgements[(root[judgements] == top).all(axis=1)]
                told += name + np.searchsorted(members, mine).astype("<i4").tobytes()
        yield members, told


def _stretches(ordered: Codes) -> Iterator[tuple[int, int, int]]:
    """Each number of a sorted column, where it begins and where it ends."""
    numbers, begin = np.unique(ordered, return_index=True)
    ends = np.append(begin, len(ordered))[1:]
    yield from zip(numbers.tolist(), begin.tolist(), ends.tolist(), strict=True)


def _unpacked(data: bytes) -> Packed:
    return np.frombuffer(data, PAIR)

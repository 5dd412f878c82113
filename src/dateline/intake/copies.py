"""Which reports carry the same wire text? They are one voice."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from zlib import crc32

from dateline.model import Report, content_id

WORD = re.compile(r"\w+")
SHINGLE = 5
"""Words in a shingle."""
SAMPLED = 4
"""One shingle in so many is indexed; the same ones in every report, so that a cut copy keeps its share."""
NEIGHBOURS = 4
"""Holders of a shingle are each compared with so many of the next: the cost stays near linear."""
LIKELY = 0.3
"""Share of the shorter report's indexed shingles from which on a pair is compared in full."""
SAME = 0.6
"""Share of the shorter report's shingles that stand in the longer one, from which on it is a copy."""
KEPT = 0.15
"""A copy keeps at least this share of the longer text; less is a quotation."""


def copy_groups(reports: Sequence[Report]) -> dict[str, str]:
    """Report id -> id of its copy group, whatever the order of the reports; as ``group_copies``."""
    return group_copies({report.id: report.text for report in reports})


def group_copies(by_report: Mapping[str, str]) -> dict[str, str]:
    """Report id -> id of its copy group, of texts by report id.

    Two reports are copies where most of one's running words stand in the other: the same text under
    several publishers, cut, retitled or lightly edited. Copies of copies are one group, whose id is made
    of its smallest report id.
    """
    texts = dict(sorted(by_report.items()))
    groups = _Groups(texts)
    for a, b in _candidates(texts):
        if groups.of(a) != groups.of(b) and _is_copy(shingles(texts[a]), shingles(texts[b])):
            groups.join(a, b)
    return {id_: content_id("copies", groups.of(id_)) for id_ in texts}


def shingles(text: str) -> frozenset[int]:
    """Hashes of every run of five words, without case and marks; of all words if there are fewer."""
    words = WORD.findall(text.lower())
    last = max(1, len(words) - SHINGLE + 1)
    return frozenset(crc32(" ".join(words[i : i + SHINGLE]).encode()) for i in range(last))


def _candidates(texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Pairs of ids, in order, that share enough of their indexed shingles."""
    holders: dict[int, list[str]] = defaultdict(list)
    sizes: dict[str, int] = {}
    for id_, text in texts.items():
        sample = [s for s in shingles(text) if s % SAMPLED == 0]
        sizes[id_] = len(sample)
        for shingle in sample:
            holders[shingle].append(id_)
    shared: Counter[tuple[str, str]] = Counter()
    for ids in holders.values():
        for i, a in enumerate(ids):
            shared.update((a, b) for b in ids[i + 1 : i + 1 + NEIGHBOURS])
    for (a, b), count in sorted(shared.items()):
        if count >= LIKELY * min(sizes[a], sizes[b]):
            yield a, b


def _is_copy(a: frozenset[int], b: frozenset[int]) -> bool:
    common = len(a & b)
    return common >= SAME * min(len(a), len(b)) and common >= KEPT * max(len(a), len(b))


class _Groups:
    """Disjoint sets of report ids, each named by its smallest."""

    def __init__(self, ids: Mapping[str, str]) -> None:
        self._parent = {id_: id_ for id_ in ids}

    def of(self, id_: str) -> str:
        while self._parent[id_] != id_:
            self._parent[id_] = id_ = self._parent[self._parent[id_]]
        return id_

    def join(self, a: str, b: str) -> None:
        low, high = sorted((self.of(a), self.of(b)))
        self._parent[high] = low

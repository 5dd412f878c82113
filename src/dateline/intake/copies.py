"""Which reports carry the same wire text? They are one voice."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

import numpy as np
import numpy.typing as npt

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
HELD = 256
"""Reports whose shingles are held ready at a time."""
KEPT = 0.15
"""A copy keeps at least this share of the longer text; less is a quotation."""


def copy_groups(reports: Sequence[Report]) -> dict[str, str]:
    """Report id -> id of its copy group, whatever the order of the reports; as ``group_copies``."""
    texts = {report.id: report.text for report in reports}
    return group_copies(texts.items(), texts.__getitem__)


def group_copies(texts: Iterable[tuple[str, str]], text_of: Callable[[str], str]) -> dict[str, str]:
    """Report id -> id of its copy group.

    Two reports are copies where most of one's running words stand in the other: the same text under
    several publishers, cut, retitled or lightly edited. Copies of copies are one group, whose id is made
    of its smallest report id.

    Args:
        texts: report ids, each once, and their texts, which are not held.
        text_of: gives the text of a report once more; asked for reports that may be copies alone.
    """
    sampled = _sampled(texts)
    groups = _Groups(sampled.reports)
    shingles_of = lru_cache(HELD)(lambda report: shingles(text_of(report)))
    for a, b in _candidates(sampled):
        if groups.of(a) != groups.of(b) and _is_copy(shingles_of(a), shingles_of(b)):
            groups.join(a, b)
    return {id_: content_id("copies", groups.of(id_)) for id_ in sampled.reports}


def shingles(text: str) -> frozenset[int]:
    """Hashes of every run of five words, without case and marks; of all words if there are fewer."""
    words = WORD.findall(text.lower())
    last = max(1, len(words) - SHINGLE + 1)
    return frozenset(crc32(" ".join(words[i : i + SHINGLE]).encode()) for i in range(last))


class _Sampled(NamedTuple):
    """Reports in order of id; ``shingles`` are the indexed ones of report after report, so many of each."""

    reports: list[str]
    shingles: npt.NDArray[np.uint32]
    sizes: npt.NDArray[np.int64]


def _sampled(texts: Iterable[tuple[str, str]]) -> _Sampled:
    flat, sizes, reports = array("I"), array("q"), list[str]()
    for id_, text in texts:
        sample = [s for s in shingles(text) if s % SAMPLED == 0]
        reports.append(id_)
        sizes.append(len(sample))
        flat.extend(sample)
    order = sorted(range(len(reports)), key=reports.__getitem__)
    ends = np.cumsum(np.array(sizes, np.int64))
    parts = [np.array(flat[ends[n] - sizes[n] : ends[n]], np.uint32) for n in order]
    shingled = np.concatenate([np.zeros(0, np.uint32), *parts])
    return _Sampled([reports[n] for n in order], shingled, np.array([sizes[n] for n in order], np.int64))


def _candidates(sampled: _Sampled) -> Iterator[tuple[str, str]]:
    """Pairs of ids, in order, that share enough of their indexed shingles."""
    reports, many = sampled.reports, len(sampled.reports)
    holder = np.repeat(np.arange(many), sampled.sizes)
    order = np.argsort(sampled.shingles, kind="stable")
    shingle, holder = sampled.shingles[order], holder[order]
    found = [np.zeros(0, np.int64)]
    for step in range(1, NEIGHBOURS + 1):
        same = shingle[step:] == shingle[:-step]
        found.append(holder[:-step][same] * many + holder[step:][same])
    pairs, shared = np.unique(np.concatenate(found), return_counts=True)
    a, b = np.divmod(pairs, max(1, many))
    enough = shared >= LIKELY * np.minimum(sampled.sizes[a], sampled.sizes[b])
    for one, two in zip(a[enough].tolist(), b[enough].tolist(), strict=True):
        yield reports[one], reports[two]


def _is_copy(a: frozenset[int], b: frozenset[int]) -> bool:
    common = len(a & b)
    return common >= SAME * min(len(a), len(b)) and common >= KEPT * max(len(a), len(b))


class _Groups:
    """Disjoint sets of report ids, each named by its smallest."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._parent = {id_: id_ for id_ in ids}

    def of(self, id_: str) -> str:
        while self._parent[id_] != id_:
            self._parent[id_] = id_ = self._parent[self._parent[id_]]
        return id_

    def join(self, a: str, b: str) -> None:
        low, high = sorted((self.of(a), self.of(b)))
        self._parent[high] = low

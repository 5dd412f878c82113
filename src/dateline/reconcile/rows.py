"""Sets of names, one an event, as sparse rows: what two events share, for many pairs at a time."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array

Places = npt.NDArray[np.int64]
"""Rows of a table, one an event."""

Codes = npt.NDArray[np.int64]
"""Whole numbers that stand for names or days."""

Numbers = npt.NDArray[np.float64]
Truths = npt.NDArray[np.bool_]


class Rows:
    """One set an event, and what each member weighs.

    Sums are exact where the weights are multiples of one power of two, so that they depend on the pair
    alone and not on how members are numbered, which differs from table to table.
    """

    def __init__(self, matrix: csr_array, members: Sequence[str], weights: Numbers) -> None:
        self._matrix = matrix
        self._weights = weights
        self.members = members

    def shared(self, a: Places, b: Places) -> Numbers:
        """The weights of what each two rows have in common, added up."""
        if not self._matrix.nnz:
            return np.zeros(len(a))
        both: Any = self._matrix[a].multiply(self._matrix[b])
        return np.asarray(both @ self._weights, dtype=np.float64)

    def filled(self, a: Places) -> Truths:
        """Which rows have any member."""
        ends = self._matrix.indptr
        return np.asarray(ends[a + 1] > ends[a])

    def entries(self) -> tuple[Places, Codes]:
        """Every row and member that belong together, row by row."""
        sizes = np.diff(self._matrix.indptr)
        return np.repeat(np.arange(len(sizes)), sizes), np.asarray(self._matrix.indices, dtype=np.int64)


class RowsWriter:
    """Takes in one set after another."""

    def __init__(self, weight: Callable[[str], float] = lambda _: 1.0) -> None:
        self._weight = weight
        self._codes: dict[str, int] = {}
        self._flat = array("i")
        self._ends = array("q", [0])

    def add(self, members: Iterable[str]) -> None:
        """The set of the next event; it has no member twice."""
        codes = self._codes
        self._flat.extend([codes.setdefault(m, len(codes)) for m in members])
        self._ends.append(len(self._flat))

    def rows(self, order: Places) -> Rows:
        """What was taken in, in another order."""
        flat, ends = np.array(self._flat, np.int32), np.array(self._ends, np.int64)
        shape = (len(ends) - 1, max(1, len(self._codes)))
        matrix = csr_array((np.ones(len(flat), np.int8), flat, ends), shape=shape)[order]
        matrix.sort_indices()
        weights = [self._weight(member) for member in self._codes] or [0.0]
        return Rows(matrix, tuple(self._codes), np.array(weights))

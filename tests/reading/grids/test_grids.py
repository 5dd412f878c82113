"""Every way to say harm and every way to say who says it, in sentences whose right answer is known.

How many cells may be misread is pinned below for each grid, and may only be lowered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from dateline.reading import Reader
from tests.reading.grids.grid import Cell, harm, speech
from tests.reading.grids.reading import failing

SEED = "a"
EVERY = 8
"""The quick test reads one cell in so many."""
GRIDS = [(harm, 16), (speech, 12)]
"""Each grid, and how many of its cells are misread at most."""
SAMPLED = [(harm, 1), (speech, 0)]
"""The same of the cells that the quick test reads."""

Grid = Callable[[str], Iterator[Cell]]


@pytest.mark.parametrize(("grid", "most"), SAMPLED)
def test_one_cell_in_eight(reader: Reader, grid: Grid, most: int) -> None:
    wrong = failing(reader, list(grid(SEED))[::EVERY])
    assert len(wrong) <= most, "\n".join(wrong.values())


@pytest.mark.slow
@pytest.mark.parametrize(("grid", "most"), GRIDS)
def test_every_cell(reader: Reader, grid: Grid, most: int) -> None:
    wrong = failing(reader, list(grid(SEED)))
    assert len(wrong) <= most, "\n".join(wrong.values())


@pytest.mark.parametrize(("grid", "most"), GRIDS)
def test_no_cell_has_the_name_of_another(grid: Grid, most: int) -> None:
    names = [c.name for c in grid(SEED)]
    assert len(set(names)) == len(names) > most

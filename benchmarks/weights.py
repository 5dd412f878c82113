"""Fits the weights of linking.toml on pairs of reports that people marked, and prints them.

python -m benchmarks.weights

Two logistic models with a ridge: "chief" sees all features of two reports' chief events, "passing" only
those of the events themselves.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks.gold import LINKED, gold_folder, read_set
from benchmarks.marked import ALONE, TEMPLATES, Mark, by_key, marks
from dateline.codebook import Codebook, load_codebook
from dateline.model import Reading
from dateline.pipeline import read
from dateline.reconcile.cluster import AT_A_TIME
from dateline.reconcile.features import FEATURES
from dateline.reconcile.gather import gather
from dateline.reconcile.pairs import Pairs
from dateline.reconcile.rarity import Rarity
from dateline.reconcile.rules import OUTRIGHT, any_of
from dateline.reconcile.tabulate import table_of
from dateline.settings import Settings

RIDGE = 3.0
LEAN = 0.8
"""Added to the start of "chief": of two marked reports taken at random few are one incident, of two that
blocking brings together many."""
TIMES = 3
INVENTED = Path(__file__).resolve().parents[1] / "tests" / "reconcile" / "many"
OF_REPORTS = ("report words", "report names", "report places")
OF_EVENTS = ("names",)
Matrix = npt.NDArray[np.float64]


def fit(rows: Matrix, same: Matrix) -> Matrix:
    """The weights of a logistic model, by Newton's method."""
    weights = np.zeros(rows.shape[1])
    for _ in range(40):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (same - chance) - RIDGE * weights
        bend = (rows * (chance * (1 - chance))[:, None]).T @ rows + RIDGE * np.eye(len(weights))
        weights = weights + np.linalg.solve(bend, slope)
    return weights


def pairs(readings: Sequence[Reading], mark: Mark, book: Codebook) -> tuple[Matrix, Matrix]:
    """A row of features for every two chief events that are marked and not forbidden, and the marks."""
    key = {r.report.id: r.report.key for r in readings}
    table = table_of((v for v in gather(readings, book) if v.chief), Rarity(book.linking))
    keys = [key[report] for report in table.reports]
    found = [(a, b, mark(keys[a], keys[b])) for a, b in combinations(range(len(table)), 2)]
    marked = np.array([each for each in found if each[2] is not None], np.int64).reshape(-1, 3)
    rows, same = [np.zeros((0, 1 + len(FEATURES)))], [np.zeros(0)]
    for begin in range(0, len(marked), AT_A_TIME):
        some = marked[begin : begin + AT_A_TIME]
        beside = Pairs(table, some[:, 0], some[:, 1])
        free = ~any_of(OUTRIGHT, beside)
        values = [feature.values(beside)[free] for feature in FEATURES.values()]
        rows.append(np.column_stack([np.ones(free.sum()), *values]))
        same.append(some[free, 2].astype(float))
    return np.concatenate(rows), np.concatenate(same)


def marked(gold: Path, book: Codebook) -> tuple[Matrix, Matrix]:
    """All marked pairs; those of the invented reports count for several."""
    with tempfile.TemporaryDirectory() as folder:
        sets = [
            pairs(read_set(gold, name, Path(folder), Settings()).readings, marks(gold, name), book)
            for name in (*LINKED, ALONE, TEMPLATES)
        ]
    sets += TIMES * [pairs(read([str(INVENTED)], Settings()).readings, by_key, book)]
    return np.concatenate([rows for rows, _ in sets]), np.concatenate([same for _, same in sets])


def main() -> int:
    """Read the sets, fit both models, print their weights."""
    gold, book = gold_folder(), load_codebook()
    if gold is None:
        sys.stderr.write("No gold data here: set DATELINE_GOLD to the folder that holds score.py and dev/.\n")
        return 1
    rows, same = marked(gold, book)
    names = ("start", *FEATURES)
    fitted = dict[str, dict[str, float]]()
    for model, without in (("chief", OF_EVENTS), ("passing", OF_REPORTS)):
        kept = [n for n, name in enumerate(names) if name not in without]
        weights = fit(rows[:, kept], same)
        fitted[model] = dict(zip((names[n] for n in kept), weights, strict=True))
    fitted["chief"]["start"] += LEAN
    for name in names:
        chief, passing = (fitted[model].get(name, 0.0) for model in ("chief", "passing"))
        head = "[start]" if name == "start" else f'[[weight]]\nfeature = "{name}"'
        sys.stdout.write(f"{head}\nchief = {chief:.2f}\npassing = {passing:.2f}\n\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

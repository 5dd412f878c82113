"""Many reports of one incident beside look-alikes: revised tolls, sides that contradict, one city twice."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest

from dateline.codebook import load_codebook
from dateline.intake import take
from dateline.model import Reading, Report
from dateline.reading import Reader
from dateline.reconcile.cluster import cluster
from dateline.reconcile.gather import gather

FOLDER = Path(__file__).parent / "many"
CODEBOOK = load_codebook()


@pytest.mark.parametrize(
    ("name", "together", "apart"),
    [
        ("baidoa", 6, 9),
        ("kharkiv", 0, 3),
        ("palma", 0, 9),
        ("quetta", 0, 0),
        ("saada", 0, 7),
        ("zamfara", 0, 4),
    ],
)
def test_wrong_links_are_few(name: str, together: int, apart: int, reader: Reader) -> None:
    reports = [
        r for r in take([str(FOLDER / f"{name}.jsonl")], None, CODEBOOK.boilerplate) if isinstance(r, Report)
    ]
    readings = [r for r in reader.read(reports) if isinstance(r, Reading)]
    key = {r.id: r.key.split("-")[0] for r in reports}
    views = gather(readings, CODEBOOK)
    chief = {v.id for v in views if v.chief}
    groups = cluster(views, CODEBOOK.linking)
    group = {v.report: n for n, g in enumerate(groups) for v in g if v.id in chief}
    wrong = Counter(
        key[a] == key[b] for a, b in combinations(group, 2) if (key[a] == key[b]) != (group[a] == group[b])
    )
    assert wrong[False] <= together
    assert wrong[True] <= apart

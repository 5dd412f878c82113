"""Many reports of one incident beside look-alikes: revised tolls, sides that contradict, one city twice."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from dateline.codebook import load_codebook
from dateline.intake import copy_groups, take
from dateline.model import Reading, Report
from dateline.reading import Reader
from dateline.reconcile import reconcile
from dateline.reconcile.cluster import cluster
from dateline.reconcile.gather import gather

FOLDER = Path(__file__).parent / "many"
CODEBOOK = load_codebook()


def read_set(name: str, reader: Reader) -> tuple[list[Report], list[Reading]]:
    """The reports of a set, and their readings with the copy groups that they make."""
    taken = take([str(FOLDER / f"{name}.jsonl")], None, CODEBOOK.boilerplate)
    reports = [r for r in taken if isinstance(r, Report)]
    groups = copy_groups(reports)
    readings = [r for r in reader.read(reports) if isinstance(r, Reading)]
    return reports, [replace(r, report=replace(r.report, copy_group=groups[r.report.id])) for r in readings]


@pytest.mark.parametrize(
    ("name", "together", "apart"),
    [
        ("baidoa", 6, 9),
        ("hodeidah", 0, 0),
        ("kharkiv", 0, 3),
        ("latakia", 0, 0),
        ("palma", 0, 9),
        ("quetta", 0, 0),
        ("saada", 0, 7),
        ("sumy", 0, 0),
        ("tillaberi", 0, 0),
        ("zamfara", 0, 4),
    ],
)
def test_wrong_links_are_few(name: str, together: int, apart: int, reader: Reader) -> None:
    reports, readings = read_set(name, reader)
    key = {r.id: r.key.split("-")[0] for r in reports}
    views = gather(readings, CODEBOOK)
    most = {v.report: v.id for v in sorted(views, key=lambda v: (v.chief, v.size))}  # it may be about two
    groups = cluster(views, CODEBOOK.linking)
    group = {v.report: n for n, g in enumerate(groups) for v in g if v.id == most[v.report]}
    wrong = Counter(
        key[a] == key[b] for a, b in combinations(group, 2) if (key[a] == key[b]) != (group[a] == group[b])
    )
    assert wrong[False] <= together
    assert wrong[True] <= apart


@pytest.mark.parametrize(
    ("name", "incident", "low", "high", "kinds"),
    [
        ("hodeidah", "port", 0, 45, {"true conflict", "revision", "different cut-off", "part of a whole"}),
        ("hodeidah", "depot", 7, 7, {"different cut-off"}),
        ("tillaberi", "base", 97, 160, {"true conflict", "revision", "denial", "part of a whole"}),
        ("latakia", "blast", 79, 79, {"rounding", "revision"}),
        ("latakia", "own", 8, 80, {"revision"}),
    ],
)
def test_why_tolls_differ(
    name: str, incident: str, low: int, high: int, kinds: set[str], reader: Reader
) -> None:
    """Tolls revised over weeks, sides that contradict each other, and copies with two numbers."""
    reports, readings = read_set(name, reader)
    mine = {r.id for r in reports if r.key.startswith(f"{incident}-")}
    found = max(reconcile(readings, CODEBOOK), key=lambda i: len(mine & set(i.reports)))
    killed = found.field("killed")
    assert killed is not None
    assert (killed.low, killed.high) == (low, high), killed.why
    assert kinds <= {d.kind for d in found.differences if d.field == "killed"}

"""The same ledger, byte for byte, whatever the number of workers, the order of the input and the engine."""

from __future__ import annotations

import hashlib
import io
import json
import random
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from unittest.mock import MagicMock

import pytest

from benchmarks.invented import mixed
from dateline.exchange import write_json
from dateline.ledger.opening import open_ledger
from dateline.model import Ledger
from dateline.pipeline import add, read
from dateline.reconcile.apart import cluster_apart
from dateline.settings import Settings
from tests.ledger.stores import clock

pytestmark = pytest.mark.slow
MANY = 40
WORKERS = (1, 2, 4)
START_SECONDS = 300
"""A machine that does much else may take long to start a node."""


@pytest.fixture(scope="module")
def records() -> list[str]:
    texts = enumerate(mixed(MANY, share=0.5))
    return [json.dumps({"id": str(n), "text": text, "published": "2031-05-09"}) for n, text in texts]


@pytest.fixture
def in_parallel(monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers for few reports, too."""
    monkeypatch.setattr("dateline.engine.local.PARALLEL_FROM", 2)
    monkeypatch.setattr("dateline.engine.work.BATCH_ITEMS", 3)


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    pytest.importorskip("ray", reason="Ray is not installed: pip install 'dateline[cluster]'")
    from ray.cluster_utils import Cluster

    made: Any = Cluster(initialize_head=True, head_node_args={"num_cpus": 2})
    made.add_node(wait=False, num_cpus=2)
    made.wait_for_nodes(timeout=START_SECONDS)
    yield made.address
    made.shutdown()


def ledger(path: Path, records: list[str], settings: Settings) -> str:
    path.write_text("".join(f"{record}\n" for record in records), encoding="utf-8")
    return exported([str(path)], settings)


def exported(paths: list[str], settings: Settings) -> str:
    out = io.StringIO()
    write_json(read(paths, settings), out, mentions=True)
    return out.getvalue()


def added(path: Path, ledger: Path, settings: Settings) -> Ledger:
    with closing(open_ledger(str(ledger), clock, create=True)) as store:
        add([str(path)], store, settings)
        return Ledger(tuple(store.readings()), store.incidents(), store.quarantined())


def without_lines(told: str) -> str:
    """The line of a record is its place in the file, and the one thing that another order may change."""
    data = json.loads(told)
    for report in data["reports"]:
        report["path"] = ""
    return json.dumps(data)


@pytest.mark.usefixtures("in_parallel")
def test_any_number_of_workers_order_and_engine(records: list[str], cluster: str, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    alone = ledger(path, records, Settings(workers=1))
    assert len(json.loads(alone)["claims"]) > 100
    assert ledger(path, records, Settings(workers=2)) == alone
    assert ledger(path, records, Settings(workers=2, cluster=cluster)) == alone
    shuffled = random.Random(1).sample(records, len(records))
    assert without_lines(ledger(path, shuffled, Settings(workers=1))) == without_lines(alone)


@pytest.mark.long
@pytest.mark.usefixtures("in_parallel")
def test_every_order_number_of_workers_and_engine(records: list[str], cluster: str, tmp_path: Path) -> None:
    """Three orders, three numbers of workers, two engines: eighteen exports with one SHA-256."""
    paths = []
    for n, record in enumerate(records):
        paths.append(str(tmp_path / f"{n}.jsonl"))
        Path(paths[-1]).write_text(record, encoding="utf-8")
    orders = [random.Random(seed).sample(paths, len(paths)) for seed in (1, 2, 3)]
    found = {
        hashlib.sha256(exported(order, Settings(workers=workers, cluster=engine)).encode()).hexdigest()
        for order in orders
        for workers in WORKERS
        for engine in (None, cluster)
    }
    assert len(found) == 1


@pytest.mark.usefixtures("in_parallel")
def test_a_ledger_linked_on_the_cluster_is_the_same(
    records: list[str], cluster: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("".join(f"{record}\n" for record in records), encoding="utf-8")
    alone = added(path, tmp_path / "alone.db", Settings(workers=1))
    assert len(alone.incidents) > 5
    monkeypatch.setattr("dateline.keeping.linking.LINK_APART", 2)
    apart = MagicMock(wraps=cluster_apart)
    monkeypatch.setattr("dateline.keeping.linking.cluster_apart", apart)
    assert added(path, tmp_path / "cluster.db", Settings(workers=2, cluster=cluster)) == alone
    assert apart.call_count == 1

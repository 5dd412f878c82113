"""The same ledger, byte for byte, whatever the number of workers, the order of the input and the engine."""

from __future__ import annotations

import io
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from benchmarks.invented import mixed
from dateline.exchange import write_json
from dateline.pipeline import read
from dateline.settings import Settings

pytestmark = pytest.mark.slow
MANY = 40


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

    made: Any = Cluster(initialize_head=True, head_node_args={"num_cpus": 1})
    made.add_node(num_cpus=1)
    yield made.address
    made.shutdown()


def ledger(path: Path, records: list[str], settings: Settings) -> str:
    path.write_text("".join(f"{record}\n" for record in records), encoding="utf-8")
    out = io.StringIO()
    write_json(read([str(path)], settings), out, mentions=True)
    return out.getvalue()


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

"""A Ray cluster of two nodes gives what one process does, and a worker that fails costs one item."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from dateline.engine.cluster import map_on_cluster
from dateline.engine.work import DIED, TOO_LONG, TOO_MUCH
from dateline.errors import DatelineError
from tests.engine import test_local as local

pytest.importorskip("ray", reason="Ray is not installed: pip install 'dateline[cluster]'")
pytestmark = pytest.mark.slow
START_SECONDS = 300
"""A machine that does much else may take long to start a node."""
CAP_SECONDS = 15
"""Far above what an item takes on such a machine, and far below what the one that hangs would take."""


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    from ray.cluster_utils import Cluster

    made: Any = Cluster(initialize_head=True, head_node_args={"num_cpus": 1})
    made.add_node(wait=False, num_cpus=1)
    made.wait_for_nodes(timeout=START_SECONDS)
    yield made
    made.shutdown()


@pytest.mark.parametrize("size", [0, 3, local.MANY])
def test_order_is_kept(cluster: Any, size: int) -> None:
    found = list(map_on_cluster(local.work(local.times), range(size), cluster.address, 0))
    assert found == [10 * n for n in range(size)]


def test_both_nodes_work(cluster: Any) -> None:
    found = set(map_on_cluster(local.work(local.process, local.here), range(local.MANY), cluster.address, 0))
    assert len(found) == 2


@pytest.mark.parametrize(
    ("function", "reason"), [(local.dies, DIED), (local.hangs, TOO_LONG), (local.eats, TOO_MUCH)]
)
def test_a_failing_worker_costs_one_item(
    cluster: Any, function: local.Function, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if reason == TOO_LONG:
        monkeypatch.setattr("dateline.engine.work.BATCH_SECONDS", CAP_SECONDS)
        monkeypatch.setattr("dateline.engine.work.REPORT_SECONDS", CAP_SECONDS)
    found = list(map_on_cluster(local.work(function), range(local.MANY), cluster.address, 0))
    assert found == [f"{n}: {reason}" if n == local.BAD else n for n in range(local.MANY)]


def test_errors_come_through(cluster: Any) -> None:
    with pytest.raises(ValueError, match="bad batch"):
        list(map_on_cluster(local.work(local.fails), range(3), cluster.address, 0))
    with pytest.raises(DatelineError, match="no model"):
        list(map_on_cluster(local.work(local.times, local.fails_to_start), range(3), cluster.address, 0))


@pytest.mark.parametrize("address", ["127.0.0.1:1", "127.0.0.1", "nowhere"])
def test_no_cluster(address: str) -> None:
    with pytest.raises(DatelineError, match="no Ray cluster at"):
        list(map_on_cluster(local.work(local.times), range(3), address, 0))

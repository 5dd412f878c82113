"""Map a pure function over many items with the machines of a Ray cluster."""

from __future__ import annotations

import logging
import socket
from collections.abc import Callable, Iterable, Iterator
from itertools import cycle
from typing import Any, Generic, TypeVar

from dateline.engine.work import DIED, TOO_LONG, TOO_MUCH, Work, WorkerError, results
from dateline.errors import DatelineError
from dateline.limits import WORKER_BYTES

S = TypeVar("S")
T = TypeVar("T")
R = TypeVar("R")

CONNECT_SECONDS = 10
"""Time that a cluster has to answer."""


def map_on_cluster(work: Work[S, T, R], items: Iterable[T], address: str, workers: int) -> Iterator[R]:
    """The results of ``work`` over ``items``, in the order of the items, as ``map_batches`` gives them.

    ``address`` is HOST:PORT of a running cluster, whose machines have this version of Dateline installed;
    ``workers`` 0 is one per core of the cluster.

    Raises:
        DatelineError: if Ray is not installed or the cluster cannot be reached.
    """
    machines = Machines(work, address, workers)
    try:
        yield from results(work, items, machines)
    finally:
        machines.stop()


class Machines(Generic[S, T, R]):
    """The worker processes that a cluster runs for us, each an actor with its own state."""

    def __init__(self, work: Work[S, T, R], address: str, workers: int) -> None:
        self._ray = _connected(address)
        self._work = work
        self.count = workers or int(self._ray.cluster_resources().get("CPU", 1))
        self._actors = [self._started() for _ in range(self.count)]
        self._check()
        self._turn = cycle(range(self.count))

    def submit(self, batch: list[T], seconds: float) -> Callable[[], list[R]]:
        """Hand over a batch that may take this long; calling what comes back waits for its results."""
        place = next(self._turn)
        actor = self._actors[place]
        answer = actor.work.remote(batch)

        def wait() -> list[R]:
            # The time runs from the asking, and batches before this one may be at work.
            try:
                found: list[R] = self._ray.get(answer, timeout=2 * seconds)
            except self._ray.exceptions.GetTimeoutError as error:
                self._replace(place, actor)
                raise WorkerError(TOO_LONG) from error
            except (self._ray.exceptions.RayActorError, self._ray.exceptions.OutOfMemoryError) as error:
                self._replace(place, actor)
                raise WorkerError(DIED) from error
            except MemoryError as error:
                raise WorkerError(TOO_MUCH) from error
            return found

        return wait

    def stop(self) -> None:
        """Let go of the cluster."""
        self._ray.shutdown()

    def _check(self) -> None:
        try:
            self._ray.get([actor.ready.remote() for actor in self._actors])
        except self._ray.exceptions.RayActorError as error:
            self.stop()
            raise DatelineError(f"the cluster's workers cannot be started: {error}") from error

    def _replace(self, place: int, actor: object) -> None:
        """Start another worker in the place of one that failed; no report's time is spent on its start."""
        if self._actors[place] is actor:
            self._ray.kill(actor)
            self._actors[place] = self._started()
            self._check()

    def _started(self) -> Any:  # noqa: ANN401  (a handle that Ray makes)
        return self._ray.remote(Desk).options(num_cpus=1).remote(self._work)


class Desk(Generic[S, T, R]):
    """One worker of the cluster."""

    def __init__(self, work: Work[S, T, R]) -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (WORKER_BYTES, WORKER_BYTES))
        self._work = work
        self._state = work.make_state()

    def ready(self) -> None:
        """Nothing; that it was done shows that the worker started."""

    def work(self, batch: list[T]) -> list[R]:
        """The results of a batch."""
        return self._work.function(self._state, batch)


def _connected(address: str) -> Any:  # noqa: ANN401  (the library itself, which may be absent)
    try:
        import ray
    except ImportError as error:
        raise DatelineError("--engine ray needs Ray: pip install 'dateline[cluster]'") from error
    # Asked of a machine that is not there, Ray waits for minutes and then ends the process.
    host, _, port = address.rpartition(":")
    try:
        socket.create_connection((host, int(port)), timeout=CONNECT_SECONDS).close()
        ray.init(address=address, logging_level=logging.ERROR, log_to_driver=False, configure_logging=False)
    except (OSError, ValueError, RuntimeError) as error:
        raise DatelineError(f"no Ray cluster at {address}: {error}") from error
    return ray

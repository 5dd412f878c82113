"""Engine: one pure function over many items, with the processes of this machine or those of a cluster."""

from dateline.engine.cluster import map_on_cluster
from dateline.engine.local import cores, map_batches
from dateline.engine.work import Work

__all__ = ["Work", "cores", "map_batches", "map_on_cluster"]

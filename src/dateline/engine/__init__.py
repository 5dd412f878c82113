"""Engine: one pure function over many items, with the processes of this machine."""

from dateline.engine.local import cores, map_batches

__all__ = ["cores", "map_batches"]

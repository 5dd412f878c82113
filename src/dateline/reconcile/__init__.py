"""Claims -> incidents: gather, block, compare, cluster, values, checks. Sees claims only, never text."""

from dateline.reconcile.incidents import reconcile

__all__ = ["reconcile"]

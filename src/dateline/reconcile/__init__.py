"""Claims -> incidents: gather, block, compare, cluster, values, checks. Sees claims only, never text."""

from dateline.reconcile.anchors import anchor_of
from dateline.reconcile.incidents import reconcile
from dateline.reconcile.moves import Moves, moves
from dateline.reconcile.rulings import Standing, rulings_of, standings

__all__ = ["Moves", "Standing", "anchor_of", "moves", "reconcile", "rulings_of", "standings"]

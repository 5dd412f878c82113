"""Claims -> incidents: gather, block, compare, cluster, values, checks. Sees claims only, never text."""

from dateline.reconcile.anchors import anchor_of
from dateline.reconcile.incidents import reconcile
from dateline.reconcile.judged import (
    ValueStanding,
    as_counted,
    changes_of,
    claim_anchor,
    judged,
    judged_readings,
    value_standings,
)
from dateline.reconcile.moves import Moves, moves
from dateline.reconcile.rulings import Standing, rulings_of, standings

__all__ = [
    "Moves",
    "Standing",
    "ValueStanding",
    "anchor_of",
    "as_counted",
    "changes_of",
    "claim_anchor",
    "judged",
    "judged_readings",
    "moves",
    "reconcile",
    "rulings_of",
    "standings",
    "value_standings",
]

"""The ledger: the append-only store of readings, judgements and incidents.

``dateline.ledger.opening.open_ledger`` opens one; it is not imported here, as the database takes its time.
"""

from dateline.ledger.linkable import Change, KeptViews, Linked
from dateline.ledger.store import Clock, Store

__all__ = ["Change", "Clock", "KeptViews", "Linked", "Store"]

"""What is always true of a ledger: one file an invariant, checked before a ledger is handed out."""

from dateline.doctor.check import INVARIANTS, check_ledger, require_sound
from dateline.doctor.finding import Finding

__all__ = ["INVARIANTS", "Finding", "check_ledger", "require_sound"]

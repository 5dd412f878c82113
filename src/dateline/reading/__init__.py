"""Report -> claims and statements, one file a question."""

from dateline.reading.claims import added_up, drafts, nearby, rebuttals, whereabouts
from dateline.reading.counts import reader as counts
from dateline.reading.reader import Reader
from dateline.reading.roles import blame, damage, purpose
from dateline.reading.roles import reader as roles
from dateline.reading.rules import Rule

ALL_RULES: tuple[Rule, ...] = (
    *drafts.RULES,
    *nearby.RULES,
    *whereabouts.RULES,
    *rebuttals.RULES,
    *roles.RULES,
    *counts.RULES,
    *added_up.RULES,
    *damage.RULES,
    *blame.RULES,
    *purpose.RULES,
)
"""Every rule that a claim can name."""

__all__ = ["ALL_RULES", "Reader", "Rule"]

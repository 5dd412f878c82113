"""All that was read in one report."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.actor import Actor
from dateline.model.claim import Claim
from dateline.model.mention import AnyMention
from dateline.model.report import Report
from dateline.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Reading:
    """One report with its claims, statements, actors and mentions, each in text order."""

    report: Report
    claims: tuple[Claim, ...]
    statements: tuple[Statement, ...]
    actors: tuple[Actor, ...]
    mentions: tuple[AnyMention, ...]

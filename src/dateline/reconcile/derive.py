"""Fields that arithmetic gives: killed and injured together are the casualties."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.codebook.groups import Groups
from dateline.model import Claim, Field, FieldSummary, Number
from dateline.reconcile.voices import is_part

HARM: tuple[Field, ...] = ("killed", "injured")


def worked_out(
    found: Mapping[Field, FieldSummary], claims: Mapping[str, Claim], groups: Groups
) -> dict[Field, FieldSummary]:
    """Summaries of killed and injured that follow from those of others; ``claims`` by id."""
    killed, injured, both = (_counted(found.get(f)) for f in ("killed", "injured", "casualties"))
    if both is not None and both.high == 0:
        return {f: _of(0, (both,), "no casualties") for f in HARM if _counted(found.get(f)) is None}
    if killed is None and injured is not None and _none_died(injured, both, claims, groups):
        return {"killed": _of(0, (injured, both), f"none killed, all {injured.best} are told as injured")}
    if both is None or (injured is not None and not _one_by_one(injured, claims, groups)):
        return {}
    dead = killed.best or 0 if killed else 0
    rest = (both.best or 0) - dead
    if rest < 0 or (injured is not None and injured.best == rest):
        return {}
    words = f"{both.best} casualties less {dead} killed"
    return {"injured": _of(rest, (both, killed, injured), words)}


def _none_died(
    injured: FieldSummary, both: FieldSummary | None, claims: Mapping[str, Claim], groups: Groups
) -> bool:
    """Whether all who were hurt are told as injured, or as sure to survive."""
    if both is not None:
        return injured.best == both.best
    safe = [claims[c].value for c in injured.claims if claims[c].rule in groups.survivor_rules]
    return any(isinstance(v, Number) and v.low == injured.best for v in safe)


def _counted(summary: FieldSummary | None) -> FieldSummary | None:
    return summary if summary and summary.best is not None else None


def _one_by_one(summary: FieldSummary, claims: Mapping[str, Claim], groups: Groups) -> bool:
    """Whether people are only told one by one or in parts: "he was in critical condition".

    Such a count leaves others out, and one who was hurt may be among the dead.
    """
    told = [claims[c] for c in summary.claims]
    return all(c.rule in groups.named_rules or is_part(c, groups) or _one(c) for c in told)


def _one(claim: Claim) -> bool:
    return isinstance(claim.value, Number) and claim.value.high == 1


def _of(number: int, rests_on: Sequence[FieldSummary | None], words: str) -> FieldSummary:
    ids = sorted({c for summary in rests_on if summary for c in summary.claims})
    return FieldSummary(number, number, number, "single", (), tuple(ids), f"worked out: {words}")

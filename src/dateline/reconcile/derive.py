"""Fields that arithmetic gives: killed and injured together are the casualties."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from dateline.codebook.groups import Groups
from dateline.model import Claim, Field, FieldSummary, Number
from dateline.reconcile.wholes import is_of_others, is_of_those

WORD = re.compile(r"[^\W\d_]+")
HARM: tuple[Field, ...] = ("killed", "injured")
FEW = 10
"""Fewer killed than this one by one: of more nobody can say that none was hurt beside them."""


def worked_out(
    found: Mapping[Field, FieldSummary], claims: Mapping[str, Claim], groups: Groups, aimed: bool
) -> dict[Field, FieldSummary]:
    """Summaries of killed and injured that follow from those of others.

    Args:
        found: what is told.
        claims: those of the incident, by id.
        groups: words for parts.
        aimed: whether the act was against persons one by one, as a shooting is: who is not told to be
            among its dead or its wounded is neither. A blast may have hurt others whom nobody mentions.
    """
    killed, injured, both = (_counted(found.get(f)) for f in ("killed", "injured", "casualties"))
    if both is not None and both.high == 0:
        return {f: _of(0, (both,), "no casualties") for f in HARM if _counted(found.get(f)) is None}
    if injured is not None and killed is None and _none_died(injured, both, claims, groups):
        return {"killed": _of(0, (injured, both), f"none killed, all {injured.best} are told as injured")}
    if injured is None and both is None:
        if not aimed or killed is None or not 0 < (killed.best or 0) < FEW:
            return {}
        return {"injured": _of(0, (killed,), f"nobody is told as injured, {killed.best} as killed")}
    made: dict[Field, FieldSummary] = {}
    loose = injured is None or _one_by_one(injured, claims, groups)
    if both is not None and (loose or (aimed and injured is not None and _is_open(injured, claims))):
        dead = killed.best or 0 if killed else 0
        rest = (both.best or 0) - dead
        if rest >= 0 and (injured is None or _moves(injured, killed, rest, claims, groups)):
            words = f"{both.best} casualties less {dead} killed"
            made["injured"] = _of(rest, (both, killed, injured), words)
    if aimed and killed is None and "killed" not in found:
        hurt = made.get("injured", injured)
        if hurt is not None and hurt.best and (both is None or hurt.best >= (both.best or 0)):
            words = f"nobody is told as killed, {hurt.best} as injured"
            made["killed"] = _of(0, (hurt, both, injured), words)
    return made


def _moves(
    injured: FieldSummary,
    killed: FieldSummary | None,
    rest: int,
    claims: Mapping[str, Claim],
    groups: Groups,
) -> bool:
    """Whether the rest stands over those told as injured: there are more, or the one told so has died.

    "A boy is in a critical condition. The boy has died": he is no longer injured; a woman beside him is.
    """
    told = injured.best or 0
    if rest > told or killed is None:
        return rest != told
    hurt, dead = (_called(summary, claims) for summary in (injured, killed))
    return rest < told == 1 and bool(hurt & dead - groups.anyone or not hurt - groups.anyone)


def _called(summary: FieldSummary, claims: Mapping[str, Claim]) -> frozenset[str]:
    """The words by which people are told, without numbers and articles."""
    told = (claims[c] for c in summary.claims)
    words = (f"{c.value.text if isinstance(c.value, Number) else ''} {c.group or ''}" for c in told)
    return frozenset(w for text in words for w in WORD.findall(text.casefold()) if len(w) > 1)


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
    rules = groups.named_rules | groups.part_rules
    return all(c.rule in rules or _one(c) or is_of_those(c, groups) or is_of_others(c, groups) for c in told)


def _is_open(summary: FieldSummary, claims: Mapping[str, Claim]) -> bool:
    """Whether people are only told in vague words or as a least number: "several were taken to hospital"."""
    told = [claims[c].value for c in summary.claims]
    return all(isinstance(v, Number) and v.high is None for v in told)


def _one(claim: Claim) -> bool:
    return isinstance(claim.value, Number) and claim.value.high == 1


def _of(number: int, rests_on: Sequence[FieldSummary | None], words: str) -> FieldSummary:
    ids = sorted({c for summary in rests_on if summary for c in summary.claims})
    return FieldSummary(number, number, number, "single", (), tuple(ids), f"worked out: {words}")

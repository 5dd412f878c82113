"""An incident's figures under a policy as JSON, beside the contract of a ledger."""

from __future__ import annotations

from dateline.exchange.values import Json
from dateline.model import PolicyFigures


def policy_json(figures: PolicyFigures, incident: str) -> Json:
    """An incident's dead under one policy; ``incident`` is its id."""
    return {
        "incident": incident,
        "policy": figures.policy,
        "low": figures.low,
        "best": figures.best,
        "high": figures.high,
        "grade": figures.grade,
        "shares": [
            {"whose": share.whose, "low": share.low, "high": share.high, "claims": list(share.claims)}
            for share in figures.shares
        ],
        "claims": list(figures.claims),
        "why": figures.why,
    }

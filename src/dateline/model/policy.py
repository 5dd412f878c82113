"""An incident's dead as a coding project would put them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Policy = Literal["ucdp", "acled", "airwars"]

Grade = Literal["confirmed", "fair", "weak", "contested", "discounted"]

Whose = Literal["side a", "side b", "civilians", "unknown", "children", "women", "men", "belligerents"]


@dataclass(frozen=True, slots=True)
class Share:
    """Those of the killed that are one party's or of one class, and the claims that say so."""

    whose: Whose
    low: int
    high: int
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PolicyFigures:
    """How many were killed under one policy's rules.

    ``low``, ``best`` and ``high`` are null where the policy has no figure for the incident; ACLED has
    one figure, which is ``best``, Airwars a range without ``best``. ``grade`` is Airwars'. ``claims``
    are those that the figures and the grade rest on; ``why`` says in words how they came about.
    """

    policy: Policy
    low: int | None
    best: int | None
    high: int | None
    shares: tuple[Share, ...]
    grade: Grade | None
    claims: tuple[str, ...]
    why: str

"""An incident's type in the words of other coding schemes."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.codebook.event_types import EventType, EventTypes
from dateline.model import Acled, Crosswalk, Entity

ARMED = frozenset(("military", "armed group", "police"))


def crosswalk(
    kind: EventType, actors: Sequence[Entity], targets: Sequence[Entity], types: EventTypes
) -> Crosswalk:
    """ACLED, UCDP and PLOVER names.

    An attack on armed people is ACLED's armed clash; UCDP's kind of violence follows from the parties
    and is null where they are not known.
    """
    sub = kind.acled
    armed_target = any(t.kind in ARMED for t in targets)
    if sub == "Attack" and armed_target and not any(t.kind == "civilians" for t in targets):
        sub = "Armed clash"
    return Crosswalk(Acled(types.acled_event_type[sub], sub), _ucdp(kind, actors, targets), kind.plover)


def _ucdp(kind: EventType, actors: Sequence[Entity], targets: Sequence[Entity]) -> str | None:
    if kind.family != "violence" or not actors:
        return None
    states = {"state", "military", "government", "police"}
    if any(t.kind == "civilians" for t in targets) and not any(t.kind in ARMED for t in targets):
        return "one-sided violence"
    if any(e.kind in states for e in (*actors, *targets)):
        return "state-based conflict"
    return "non-state conflict" if any(e.kind == "armed group" for e in actors) else None

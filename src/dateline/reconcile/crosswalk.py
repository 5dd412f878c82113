"""An incident's type in the words of other coding schemes."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.codebook import Codebook
from dateline.codebook.event_types import EventType, EventTypes
from dateline.model import Acled, Crosswalk, Entity, Term

ARMED = frozenset(("military", "armed group", "police"))
STATE = frozenset(("state", "military", "government", "police"))

DEPENDS = frozenset(("Attack", "Shelling/artillery/missile attack", "Remote explosive/landmine/IED"))
"""What a weapon used, or armed people struck, may still turn into something else."""


def crosswalk(
    kind: EventType,
    actors: Sequence[Entity],
    targets: Sequence[Entity],
    weapons: Sequence[Term],
    codebook: Codebook,
) -> Crosswalk:
    """ACLED, UCDP and PLOVER names.

    UCDP's kind of violence follows from the parties and is null where they are not known.
    """
    types = codebook.event_types
    sub = _acled(kind, actors, targets, _classes(weapons, codebook), types)
    return Crosswalk(Acled(types.acled_event_type[sub], sub), _ucdp(kind, actors, targets), kind.plover)


def _acled(
    kind: EventType,
    actors: Sequence[Entity],
    targets: Sequence[Entity],
    weapons: Sequence[str],
    types: EventTypes,
) -> str:
    """ACLED's sub-event type: the type's own, unless weapons or parties decide.

    Poison and suicide bombs go before other weapons; where aircraft are told first, it is an air strike;
    an attack on armed people is a clash; ground is regained by a government and overtaken by anyone else.
    """
    sub = kind.acled
    if sub in DEPENDS:
        if "chemical" in weapons:
            return "Chemical weapon"
        if "suicide bomb" in weapons:
            return "Suicide bomb"
        if weapons[:1] == ("aircraft",) and sub != "Remote explosive/landmine/IED":
            return "Air/drone strike"
    if sub == "Attack" and _struck_armed(targets, types):
        return "Armed clash"
    if kind.family == "territory" and sub != "Non-violent transfer of territory":
        return _new_holder(sub, actors)
    return sub


def _classes(weapons: Sequence[Term], codebook: Codebook) -> tuple[str, ...]:
    """Classes of the weapons that the codebook names, in order of telling."""
    known = {w.name: w.class_ for w in codebook.weapons.weapon}
    return tuple(known[w.name] for w in weapons if w.name in known)


def _struck_armed(targets: Sequence[Entity], types: EventTypes) -> bool:
    """Whether those struck are armed, and no civilians among them."""
    if any(t.kind == "civilians" for t in targets):
        return False
    return any(t.kind in ARMED or _head(t) in types.armed_sites for t in targets)


def _head(entity: Entity) -> str:
    """The last word of a name before any "of", without a plural's s."""
    words = entity.name.casefold().split(" of ")[0].split()
    return words[-1].removesuffix("s") if words else ""


def _new_holder(sub: str, actors: Sequence[Entity]) -> str:
    """ACLED's name for ground won, by who won it; the type's own where that is not known."""
    kinds = {a.kind for a in actors}
    if kinds & STATE and "armed group" not in kinds:
        return "Government regains territory"
    if "armed group" in kinds and not kinds & STATE:
        return "Non-state actor overtakes territory"
    return sub


def _ucdp(kind: EventType, actors: Sequence[Entity], targets: Sequence[Entity]) -> str | None:
    if kind.family != "violence" or not actors:
        return None
    if any(t.kind == "civilians" for t in targets) and not any(t.kind in ARMED for t in targets):
        return "one-sided violence"
    if any(e.kind in STATE for e in (*actors, *targets)):
        return "state-based conflict"
    return "non-state conflict" if any(e.kind == "armed group" for e in actors) else None

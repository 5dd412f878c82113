"""What became of the incidents when they were made anew from the same claims, or fewer?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.model import Incident


@dataclass(frozen=True, slots=True)
class Move:
    """Incidents of before, and those of now that hold their claims.

    Several before and one now are a merge, one before and several now a split; none now means that no
    report tells it any more, none before that it is new.
    """

    before: tuple[Incident, ...]
    now: tuple[Incident, ...]


Moves = tuple[Move, ...]


def moves(before: Iterable[Incident], now: Iterable[Incident]) -> Moves:
    """The incidents that came, went, or hold other claims than before, those that share claims together."""
    old, new = {i.id: i for i in before}, {i.id: i for i in now}
    moved_old = [i for i in old.values() if i.id not in new or new[i.id].claims != i.claims]
    moved_new = [i for i in new.values() if i.id not in old or old[i.id].claims != i.claims]
    holder = {claim: incident for incident in moved_new for claim in incident.claims}
    groups: dict[str, tuple[set[str], set[str]]] = {}

    def join(*keys: str) -> None:
        """Make the groups of these incidents one."""
        olds, news = set[str](), set[str]()
        for key in keys:
            olds |= groups[key][0]
            news |= groups[key][1]
        for side, id_ in (*(("old", i) for i in olds), *(("new", i) for i in news)):
            groups[f"{side} {id_}"] = (olds, news)

    groups |= {f"old {i.id}": ({i.id}, set()) for i in moved_old}
    groups |= {f"new {i.id}": (set(), {i.id}) for i in moved_new}
    for incident in moved_old:
        for to in {holder[claim].id for claim in incident.claims if claim in holder}:
            join(f"old {incident.id}", f"new {to}")
    distinct = {(tuple(sorted(olds)), tuple(sorted(news))) for olds, news in groups.values()}
    return tuple(
        Move(tuple(old[i] for i in olds), tuple(new[i] for i in news)) for olds, news in sorted(distinct)
    )

"""An actor's relations are to other actors of its report."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.doctor.finding import Finding
from dateline.model import Ledger


def actor_relations_stay_inside(ledger: Ledger) -> Iterator[Finding]:
    """Each relation names an actor of the same report, and not the actor itself."""
    for reading in ledger.readings:
        present = {actor.id for actor in reading.actors}
        for actor in reading.actors:
            if not actor.spans:
                yield Finding(actor.id, "is named nowhere in its report")
            for relation in actor.relations:
                if relation.actor not in present:
                    yield Finding(
                        actor.id, f"is {relation.kind} {relation.actor}, which is not in its report"
                    )
                elif relation.actor == actor.id:
                    yield Finding(actor.id, f"is {relation.kind} itself")

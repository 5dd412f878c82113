"""Why is an event in an incident, and why are the nearest others not?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from dateline.codebook import Codebook
from dateline.model import Incident, Reading
from dateline.reconcile.compare import Comparer, Comparison, Reason
from dateline.reconcile.gather import gather
from dateline.reconcile.keys import keys_of
from dateline.reconcile.rulings import NO_RULINGS, Pair, Rulings
from dateline.reconcile.views import EventView

NEAREST = 5
"""Events left out that are told of."""


@dataclass(frozen=True, slots=True)
class Link:
    """An event beside the event of the incident that is most like it.

    ``other`` is null for the only event of an incident. ``score`` adds up the weights of ``reasons``:
    from 0 on the two are the same by themselves; it is null where a rule or a judgement left nothing
    to weigh. ``verdict`` says in words why the event is in, or is not.
    """

    event: str
    report: str
    other: str | None
    score: float | None
    reasons: tuple[Reason, ...]
    verdict: str


@dataclass(frozen=True, slots=True)
class Links:
    """The events of an incident, and the nearest that were left out, each most like first."""

    inside: tuple[Link, ...]
    outside: tuple[Link, ...]


def explain_links(
    incident: Incident, readings: Iterable[Reading], codebook: Codebook, rulings: Rulings = NO_RULINGS
) -> Links:
    """Compare an incident's events with each other, and with those that share a block with one of them.

    Args:
        incident: one that was made from the readings under the rulings.
        readings: all of the ledger.
        codebook: the weights.
        rulings: people's judgements.
    """
    held = set(incident.claims)
    kept = tuple(readings)
    inner = {c.event for r in kept for c in r.claims if c.id in held}
    views = gather(kept, codebook)
    inside = [v for v in views if v.id in inner]
    keys = {key for v in inside for key in keys_of(v)}
    judged = {e for pair in rulings.same | rulings.different if inner & set(pair) for e in pair}
    near = [v for v in views if v.id not in inner and (v.id in judged or not keys.isdisjoint(keys_of(v)))]
    beside = {v.id: [other for other in inside if other.id != v.id] for v in (*inside, *near)}
    pairs = [(v, other) for v in (*inside, *near) for other in beside[v.id]]
    found = iter(Comparer(codebook.linking).compare(pairs))
    compared = {id_: {other.id: next(found) for other in others} for id_, others in beside.items()}
    reports = {v.report for v in inside}
    return Links(
        _ranked([_link(v, compared[v.id], rulings.same, reports, member=True) for v in inside]),
        _ranked([_link(v, compared[v.id], rulings.different, reports, member=False) for v in near])[:NEAREST],
    )


def _ranked(links: Iterable[Link]) -> tuple[Link, ...]:
    """Judged ones first, then by score; those that a rule keeps out come last."""

    def rank(link: Link) -> tuple[bool, float, str]:
        judged = link.verdict in (JUDGED_SAME, JUDGED_DIFFERENT)
        return (not judged, -link.score if link.score is not None else float("inf"), link.event)

    return tuple(sorted(links, key=rank))


JUDGED_SAME = "judged the same"
JUDGED_DIFFERENT = "judged different"
ALONE = "nothing else was found to be the same"
ALIKE = "alike enough by themselves"
ON_THE_WHOLE = "like the incident's events on the whole"
TOO_LITTLE = "too little speaks for it"
NOT_ON_THE_WHOLE = "like this event, but not like the incident's events on the whole"


def _link(
    view: EventView, compared: Mapping[str, Comparison], ruled: Set[Pair], reports: Set[str], *, member: bool
) -> Link:
    """How an event stands to those of the incident that it was compared with."""
    if not compared:
        return Link(view.id, view.report, None, None, (), ALONE)
    for other in compared:
        if (min(view.id, other), max(view.id, other)) in ruled:
            return Link(view.id, view.report, other, None, (), JUDGED_SAME if member else JUDGED_DIFFERENT)
    nearest = min(compared, key=lambda i: (-compared[i].score, i))
    best = compared[nearest]
    return Link(
        view.id,
        view.report,
        nearest,
        best.score if best.forbidden is None else None,
        tuple(sorted(best.reasons, key=lambda r: -abs(r.weight))),
        _verdict(best, member=member, told_twice=view.report in reports),
    )


def _verdict(best: Comparison, *, member: bool, told_twice: bool) -> str:
    if member:
        return ALIKE if best.same else ON_THE_WHOLE
    if best.forbidden:
        return best.forbidden
    if told_twice:
        return "one report tells them as two"
    if not best.same:
        return best.doubt or TOO_LITTLE
    return NOT_ON_THE_WHOLE

"""Why is an event in an incident, and why are the nearest others not?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.codebook import Codebook
from dateline.model import Incident, Reading
from dateline.reconcile.blocks import keys_of
from dateline.reconcile.compare import Comparer, Comparison, Reason
from dateline.reconcile.gather import EventView, gather
from dateline.reconcile.rulings import NO_RULINGS, Rulings

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
    comparer = Comparer(codebook.linking)
    return Links(
        _ranked([_link(v, inside, comparer, rulings, member=True) for v in inside]),
        _ranked([_link(v, inside, comparer, rulings, member=False) for v in near])[:NEAREST],
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
    view: EventView, inside: Sequence[EventView], comparer: Comparer, rulings: Rulings, *, member: bool
) -> Link:
    others = [v for v in inside if v.id != view.id]
    if not others:
        return Link(view.id, view.report, None, None, (), ALONE)
    ruled = rulings.same if member else rulings.different
    for other in others:
        if (min(view.id, other.id), max(view.id, other.id)) in ruled:
            return Link(view.id, view.report, other.id, None, (), JUDGED_SAME if member else JUDGED_DIFFERENT)
    found: Mapping[str, Comparison] = {v.id: comparer.compare(view, v) for v in others}
    nearest = min(found, key=lambda i: (-found[i].score, i))
    best = found[nearest]
    weighed = best.forbidden is None
    return Link(
        view.id,
        view.report,
        nearest,
        best.score if weighed else None,
        tuple(sorted(best.reasons, key=lambda r: -abs(r.weight))),
        _verdict(best, member=member, reports={v.report for v in inside}, report=view.report),
    )


def _verdict(best: Comparison, *, member: bool, reports: set[str], report: str) -> str:
    if member:
        return ALIKE if best.same else ON_THE_WHOLE
    if best.forbidden:
        return best.forbidden
    if report in reports:
        return "one report tells them as two"
    if not best.same:
        return best.doubt or TOO_LITTLE
    return NOT_ON_THE_WHOLE

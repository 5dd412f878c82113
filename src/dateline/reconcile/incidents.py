"""Groups of events -> incidents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dateline.codebook import Codebook
from dateline.codebook.groups import Groups
from dateline.model import (
    ACTUAL,
    Claim,
    Entity,
    Incident,
    IncidentRelation,
    Motive,
    Place,
    Reading,
    Responsibility,
    Term,
    content_id,
)
from dateline.reconcile.checks import run_checks, site_parts
from dateline.reconcile.cluster import cluster
from dateline.reconcile.crosswalk import crosswalk
from dateline.reconcile.gather import EventView, event_type, gather, main_place, main_time, places_of
from dateline.reconcile.values import names, summaries


def reconcile(readings: Iterable[Reading], codebook: Codebook) -> tuple[Incident, ...]:
    """Bring the events of all readings together; incidents are in order of id."""
    by_report = {r.report.id: r for r in readings}
    groups = cluster(gather(by_report.values(), codebook), codebook.linking)
    incident_of = {v.id: content_id("incident", *(m.id for m in group)) for group in groups for v in group}
    made = [_incident(group, by_report, codebook, incident_of) for group in groups]
    return tuple(sorted(made, key=lambda i: i.id))


def _incident(
    group: Sequence[EventView],
    readings: Mapping[str, Reading],
    codebook: Codebook,
    incident_of: Mapping[str, str],
) -> Incident:
    claims = sorted(
        (c for v in group for c in v.claims), key=lambda c: (_day(c, readings), c.report, c.span.start, c.id)
    )
    kind = event_type(claims, codebook)
    put = [c for c in claims if c.modality in ACTUAL]
    actors = names(e for c in put if (e := _actor(c)) is not None)
    targets = names(
        c.value for c in put if c.field in ("target", "damaged", "destroyed") and isinstance(c.value, Entity)
    )
    weapons = {
        c.value.name: c.value for c in reversed(put) if c.field == "weapon" and isinstance(c.value, Term)
    }
    checks = run_checks(claims)
    sites = site_parts(claims, checks)
    ident = incident_of[group[0].id]
    return Incident(
        ident,
        Term(
            kind.name, next(c.value.text for c in claims if c.field == "type" and isinstance(c.value, Term))
        ),
        main_time(claims),
        _place(claims, sites, codebook.groups),
        actors,
        targets,
        tuple(reversed(weapons.values())),
        tuple(sorted({v.report for v in group})),
        tuple(sorted(c.id for c in claims)),
        summaries(claims, readings, sites, codebook.groups),
        checks,
        _relations(ident, claims, incident_of),
        crosswalk(kind, actors, targets, tuple(weapons.values()), codebook),
    )


def _place(claims: Sequence[Claim], sites: frozenset[str], groups: Groups) -> Place | None:
    """The finest place told; where several sites were struck, the finest that is none of them."""
    told = places_of(claims, groups)
    struck = {c.place.name for c in claims if c.id in sites and c.place}
    if len(struck) > 1:
        over = [p for p in told if p.precision in ("province", "country", "region") and p.resolved]
        return main_place([p for p in over if p.precision == "country"] or over or told)
    return main_place(told)


def _day(claim: Claim, readings: Mapping[str, Reading]) -> str:
    day = readings[claim.report].report.published
    return day.isoformat() if day else ""


def _actor(claim: Claim) -> Entity | None:
    """A party put forward as having done it."""
    value = claim.value
    if claim.field == "actor" and isinstance(value, Entity):
        return value
    if isinstance(value, Responsibility) and value.how != "denied":
        return Entity(value.name, value.kind, value.country, None, value.text)
    return None


def _relations(
    ident: str, claims: Sequence[Claim], incident_of: Mapping[str, str]
) -> tuple[IncidentRelation, ...]:
    """What the incident is said to answer, where that is an incident of the ledger."""
    found: dict[str, IncidentRelation] = {}
    for c in claims:
        if isinstance(c.value, Motive) and c.value.event and incident_of.get(c.value.event, ident) != ident:
            other = incident_of[c.value.event]
            found.setdefault(other, IncidentRelation("in response to", other, c.id))
    return tuple(found[k] for k in sorted(found))

"""Groups of events -> incidents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from dateline.codebook import Codebook
from dateline.codebook.groups import Groups
from dateline.model import (
    ACTUAL,
    Claim,
    Entity,
    Incident,
    Place,
    Reading,
    Responsibility,
    Term,
    content_id,
)
from dateline.reconcile.checks import run_checks, site_parts
from dateline.reconcile.cluster import Group, cluster
from dateline.reconcile.crosswalk import crosswalk
from dateline.reconcile.denials import denials
from dateline.reconcile.figures import Context
from dateline.reconcile.foretold import foretold
from dateline.reconcile.gather import events_of, gather
from dateline.reconcile.heads import event_type, main_place, main_time, places_of
from dateline.reconcile.parties import at_head, named_first
from dateline.reconcile.relations import relations
from dateline.reconcile.rulings import NO_RULINGS, Rulings
from dateline.reconcile.speakers import in_order, speakers
from dateline.reconcile.spots import place_at_head
from dateline.reconcile.values import summaries

SITES_KM = 20.0
"""Sites so far apart are of no one town; of nearer ones the finest place told is true of all."""


def reconcile(
    readings: Iterable[Reading], codebook: Codebook, rulings: Rulings = NO_RULINGS
) -> tuple[Incident, ...]:
    """Bring the events of all readings together; incidents are in order of id. ``rulings`` outrank rules."""
    by_report = {r.report.id: r for r in readings}
    groups = cluster(gather(by_report.values(), codebook), codebook.linking, rulings)
    return make_incidents(groups, by_report, incidents_of(groups), codebook)


def incidents_of(groups: Iterable[Group]) -> dict[str, str]:
    """Event id -> id of its incident, which is made of the ids of its events."""
    made = ((group, content_id("incident", *(v.id for v in group))) for group in groups)
    return {v.id: ident for group, ident in made for v in group}


def make_incidents(
    groups: Iterable[Group],
    readings: Mapping[str, Reading],
    incident_of: Mapping[str, str],
    codebook: Codebook,
) -> tuple[Incident, ...]:
    """The incidents of some groups, in order of id.

    Args:
        groups: events that are one occurrence each.
        readings: those that tell the groups' events, by report id; others say nothing.
        incident_of: the incident of every event that these readings tell.
        codebook: the rules.
    """
    told = events_of(claim for reading in readings.values() for claim in reading.claims)
    ledger = _Linked(readings, codebook, incident_of, _types(readings), told)
    return tuple(sorted((_incident(group, ledger) for group in groups), key=lambda i: i.id))


@dataclass(frozen=True, slots=True)
class _Linked:
    """What incidents are made from: ``types`` are claims of types by report, ``told`` all claims by event."""

    readings: Mapping[str, Reading]
    codebook: Codebook
    incident_of: Mapping[str, str]
    types: Mapping[str, Sequence[Claim]]
    told: Mapping[str, Sequence[Claim]]


def _types(readings: Mapping[str, Reading]) -> dict[str, list[Claim]]:
    return {id_: [c for c in reading.claims if c.field == "type"] for id_, reading in readings.items()}


def _incident(group: Group, ledger: _Linked) -> Incident:
    readings, codebook = ledger.readings, ledger.codebook
    claims = in_order((c for v in group for c in ledger.told[v.id]), readings)
    kind = event_type(claims, codebook)
    put = [c for c in claims if c.modality in ACTUAL]
    copies = {v.report: readings[v.report].report.copy_group for v in group}
    actors = at_head((e, copies[c.report]) for c in put if (e := _actor(c)) is not None)
    if len(set(copies.values())) > 1:
        actors = named_first(actors)
    targets = at_head(
        (c.value, copies[c.report])
        for c in put
        if c.field in ("target", "damaged", "destroyed") and isinstance(c.value, Entity)
    )
    weapons = at_head(
        (c.value, copies[c.report]) for c in put if c.field == "weapon" and isinstance(c.value, Term)
    )
    when = main_time(claims, codebook)
    who = speakers(claims, readings, codebook)
    checks = run_checks(claims, who, codebook.groups)
    sites = site_parts(claims, checks)
    context = Context(who, denials(claims, codebook), when.end if when else None, kind.name, codebook)
    fields, differences = summaries(claims, sites, context)
    ident = ledger.incident_of[group[0].id]
    return Incident(
        ident,
        Term(
            kind.name, next(c.value.text for c in claims if c.field == "type" and isinstance(c.value, Term))
        ),
        when,
        _place(claims, sites, codebook.groups),
        actors,
        targets,
        weapons,
        tuple(sorted({v.report for v in group})),
        tuple(sorted(c.id for c in claims)),
        fields,
        (*checks, *foretold(claims, who)),
        differences,
        relations(ident, claims, ledger.types, ledger.incident_of, codebook.groups),
        crosswalk(kind, actors, targets, weapons, codebook),
    )


def _place(claims: Sequence[Claim], sites: frozenset[str], groups: Groups) -> Place | None:
    """The finest place told; where several sites were struck, the finest that is none of them."""
    told = places_of(claims, groups)
    struck = {c.place for c in claims if c.id in sites and c.place and c.place.precision in ("exact", "near")}
    if any((a.km_from(b) or 0.0) > SITES_KM for a, b in combinations(struck, 2)):
        over = [p for p in told if p.precision in ("province", "country", "region") and p.resolved]
        return main_place([p for p in over if p.precision == "country"] or over or told)
    return place_at_head(told)


def _actor(claim: Claim) -> Entity | None:
    """A party put forward as having done it."""
    value = claim.value
    if claim.field == "actor" and isinstance(value, Entity):
        return value
    if isinstance(value, Responsibility) and value.how != "denied":
        return Entity(value.name, value.kind, value.country, None, value.text)
    return None

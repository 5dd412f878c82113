"""Every value of an incident cites its claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dateline.doctor.finding import Finding
from dateline.model import Claim, Field, Incident, Ledger

SUMS: Mapping[Field, tuple[Field, ...]] = {
    "injured": ("casualties", "killed"),
    "killed": ("casualties", "injured"),
}
"""Fields that may be worked out from claims about others: casualties are the killed and the injured."""


def incident_values_cite_claims(ledger: Ledger) -> Iterator[Finding]:
    """A field rests on claims of the incident about that field; so does each value of its head."""
    claims = {claim.id: claim for reading in ledger.readings for claim in reading.claims}
    for incident in ledger.incidents:
        held = {claim: claims[claim] for claim in incident.claims if claim in claims}
        yield from _fields(incident, held)
        yield from _head(incident, held)
        for check in incident.checks:
            if not check.claims:
                yield Finding(incident.id, f"check {check.rule!r} cites no claim")
            for claim in check.claims:
                if claim not in claims:
                    yield Finding(incident.id, f"check {check.rule!r} cites {claim}, which is not there")
        for each in incident.differences:
            if not each.claims or not set(each.claims) <= held.keys():
                yield Finding(
                    incident.id, f"a {each.kind} of {each.field} rests on no claims of the incident"
                )


def _fields(incident: Incident, held: dict[str, Claim]) -> Iterator[Finding]:
    names = [name for name, _ in incident.fields]
    if len(names) != len(set(names)):
        yield Finding(incident.id, f"a field is summed up twice: {sorted(names)}")
    for name, summary in incident.fields:
        if not summary.claims:
            yield Finding(incident.id, f"{name} cites no claim")
        for claim in summary.claims:
            if claim not in held:
                yield Finding(incident.id, f"{name} cites {claim}, which the incident does not hold")
            elif held[claim].field != name and held[claim].field not in SUMS.get(name, ()):
                yield Finding(incident.id, f"{name} cites {claim}, which is about {held[claim].field}")
        for point in summary.series:
            if not point.claims or not set(point.claims) <= set(summary.claims):
                yield Finding(incident.id, f"{name} on {point.date} does not rest on claims of that field")


def _head(incident: Incident, held: dict[str, Claim]) -> Iterator[Finding]:
    about = {claim.field for claim in held.values()}
    values: tuple[tuple[str, bool, frozenset[Field]], ...] = (
        ("type", True, frozenset(("type",))),
        ("actors", bool(incident.actors), frozenset(("actor", "responsibility"))),
        ("targets", bool(incident.targets), frozenset(("target", "damaged", "destroyed"))),
        ("weapons", bool(incident.weapons), frozenset(("weapon",))),
    )
    for name, given, fields in values:
        if given and not about & fields:
            yield Finding(incident.id, f"its {name} rest on no claim")
    if incident.place and not any(c.place or c.field == "place" for c in held.values()):
        yield Finding(incident.id, "its place rests on no claim")
    if incident.when and not any(c.when or c.field == "when" for c in held.values()):
        yield Finding(incident.id, "its time rests on no claim")

"""How incidents stand to each other, by what reports tell: in response to, part of, follows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from dateline.codebook.groups import Groups
from dateline.model import Claim, IncidentRelation, IncidentRelationKind, Motive, Term, When

WORD = re.compile(r"\w+")
Told = tuple[IncidentRelationKind, str, Claim]


def relations(
    ident: str,
    claims: Sequence[Claim],
    types: Mapping[str, Sequence[Claim]],
    incident_of: Mapping[str, str],
    groups: Groups,
) -> tuple[IncidentRelation, ...]:
    """One relation a kind and other incident, in that order.

    ``types`` are the claims of the type of an event that each report makes, ``incident_of`` the
    incident of each event.
    """
    found: dict[tuple[str, str], IncidentRelation] = {}
    for claim in claims:
        for kind, event, told in _told(claim, types.get(claim.report, ()), groups):
            other = incident_of.get(event, ident)
            if other != ident:
                found.setdefault((kind, other), IncidentRelation(kind, other, told.id))
    return tuple(found[k] for k in sorted(found))


def _told(claim: Claim, types: Sequence[Claim], groups: Groups) -> Iterator[Told]:
    value = claim.value
    if isinstance(value, Motive) and value.event:
        yield "in response to", value.event, claim
    others = [t for t in types if t.event != claim.event]
    if isinstance(value, When):
        for event in _after(value, others, groups):
            yield "follows", event, claim
    if claim.field == "type":
        for event in _within(claim, others, groups):
            yield "part of", event, claim


def _after(when: When, others: Sequence[Claim], groups: Groups) -> Iterator[str]:
    """The event that a time is told from: "hours after the strike". One of several is none."""
    words = WORD.findall(when.text.casefold())
    at = next((n for n, word in enumerate(words) if word in groups.after), None)
    if at is None:
        return
    named = {
        other.event
        for other in others
        if isinstance(other.value, Term)
        and set(WORD.findall(other.value.text.casefold())) & set(words[at + 1 :])
    }
    if len(named) == 1:
        yield from named


def _within(claim: Claim, others: Sequence[Claim], groups: Groups) -> Iterator[str]:
    """The wider event that one sentence says this was a part of: "the blast was one of four attacks"."""
    mine = claim.spans.trigger
    for other in others:
        theirs = other.spans.trigger
        if mine and theirs and other.span == claim.span and mine.end < theirs.start:
            between = claim.quote[mine.end - claim.span.start : theirs.start - claim.span.start]
            if any(
                f" {words} " in f" {' '.join(WORD.findall(between.casefold()))} " for words in groups.part_of
            ):
                yield other.event

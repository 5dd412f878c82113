"""What was read in a report as marked stretches of its text, as annotation tools want them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.exchange.values import date_json
from dateline.model import Claim, Number, Reading, Span

SOURCE = "source"
"""Label of the words for a source, and of the tie from a claim to them."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch with its label: a claim's field, or ``source``. ``id`` is unique in the report."""

    id: str
    label: str
    span: Span
    claim: Claim | None


@dataclass(frozen=True, slots=True)
class Marks:
    """The stretches of a report in text order, and which claim is tied to which source, by id."""

    stretches: tuple[Marked, ...]
    sources: tuple[tuple[str, str], ...]


def marks_of(reading: Reading) -> Marks:
    """Each claim at the words of its value, else at those that name the occurrence, else at its sentence."""
    claims = [
        Marked(claim.id, claim.field, claim.spans.value or claim.spans.trigger or claim.span, claim)
        for claim in reading.claims
    ]
    spans = {claim.spans.source for claim in reading.claims if claim.spans.source}
    sources = {span: f"source-{span.start}-{span.end}" for span in spans}
    told = [Marked(id_, SOURCE, span, None) for span, id_ in sources.items()]
    ties = [(c.id, sources[c.spans.source]) for c in reading.claims if c.spans.source]
    return Marks(tuple(sorted((*claims, *told), key=lambda m: (m.span, m.id))), tuple(ties))


def asked_of(claim: Claim, incident: str | None) -> Iterator[tuple[str, str]]:
    """What an annotator is asked of a claim besides its words: name and answer (``docs/evaluate.md``)."""
    if isinstance(claim.value, Number):
        low, high = claim.value.low, claim.value.high
        yield "number", str(low) if low == high else f"{_end(low)}..{_end(high)}"
    if claim.group:
        yield "group", claim.group
    if claim.place:
        yield "place", claim.place.name
    if claim.when and claim.when.start:
        days = dict.fromkeys((date_json(claim.when.start), date_json(claim.when.end)))
        yield "when", "/".join(day for day in days if day)
    if incident:
        yield "incident", incident


def _end(number: int | None) -> str:
    return "" if number is None else str(number)

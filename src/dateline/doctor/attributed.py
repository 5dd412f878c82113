"""Every claim and statement says who says it, how firmly, and by which rule."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from dateline.doctor.finding import Finding
from dateline.model import Ledger, Modality, Source


def claims_are_attributed(ledger: Ledger) -> Iterator[Finding]:
    """A claim has a source with a name, a known modality and a rule; speech has words."""
    for reading in ledger.readings:
        for claim in reading.claims:
            yield from _source(claim.id, claim.source)
            if claim.modality not in get_args(Modality):
                yield Finding(claim.id, f"{claim.modality!r} is no modality")
            if not claim.rule:
                yield Finding(claim.id, "no rule made it")
        for statement in reading.statements:
            if statement.speaker is not None:
                yield from _source(statement.id, statement.speaker)
            if not statement.spans.content and statement.kind not in ("contact", "position"):
                yield Finding(statement.id, "is speech without words")


def _source(record: str, source: Source) -> Iterator[Finding]:
    if not source.name:
        yield Finding(record, "its source has no name")
    if source.publisher != (source.kind == "publisher"):
        yield Finding(record, f"its source is half the publisher's own voice: kind {source.kind!r}")
    for link in source.via:
        yield from _source(record, link)

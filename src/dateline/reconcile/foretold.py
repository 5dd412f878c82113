"""Days told as past that lie after the report itself: they are false, or its day of publication is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from dateline.model import ACTUAL, Check, Claim, When
from dateline.reconcile.speakers import Speakers

RULE = "told before it happened"
MARGIN = timedelta(days=1)
"""It may be tomorrow where it happens."""


def foretold(claims: Sequence[Claim], who: Speakers) -> Iterator[Check]:
    """One failed check a day that a report tells as past, and that comes after its publication."""
    found: dict[str, Claim] = {}
    for claim in claims:
        published, when = who.day(claim), claim.value
        if claim.modality not in ACTUAL or not isinstance(when, When) or not (published and when.start):
            continue
        if when.start > published + MARGIN:
            found.setdefault(f"{when.start.isoformat()} comes after {published.isoformat()}", claim)
    for text, claim in sorted(found.items()):
        yield Check(RULE, False, (claim.id,), f"{text}, when it was reported")

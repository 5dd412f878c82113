"""Days told as past that come after the report. Invented claims."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.codebook import load_codebook
from dateline.model import Modality, When
from dateline.reconcile.foretold import foretold
from dateline.reconcile.speakers import speakers
from tests.reconcile.telling import Teller, a_report, reading


@pytest.mark.parametrize(
    ("days", "modality", "fails"),
    [
        (30, "asserted", True),
        (30, "hedged", True),
        (30, "planned", False),
        (1, "asserted", False),
        (-3, "asserted", False),
    ],
)
def test_a_day_after_the_report(days: int, modality: Modality, fails: bool) -> None:
    teller = Teller(a_report("a", 6))
    published = teller.report.published
    assert published
    day = date.fromordinal(published.toordinal() + days)
    teller.say("when", When(day, day, "day", None, "then"), modality=modality)
    who = speakers(teller.claims, {teller.report.id: reading(teller)}, load_codebook())
    found = list(foretold(teller.claims, who))
    assert [c.holds for c in found] == [False] * fails
    assert all(set(c.claims) <= {claim.id for claim in teller.claims} for c in found)

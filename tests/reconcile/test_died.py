"""Those who were hurt at first and are told as killed later."""

from __future__ import annotations

import pytest

from tests.reconcile.telling import POLICE, Teller, a_report, reading, together

# (day, killed, injured) of each report, and what is told of the injured: low, best, high, status
TOLD = [
    ([(6, None, 1), (9, 1, None)], (0, 0, 1, "revised")),
    ([(6, None, 2), (7, 0, 2), (9, 2, None)], (0, 0, 2, "revised")),
    ([(6, None, 1), (9, 1, 1)], (1, 1, 1, "single")),
    ([(6, None, 3), (9, 1, None)], (3, 3, 3, "single")),
    ([(6, 1, 1), (9, 1, None)], (1, 1, 1, "single")),
    ([(6, 1, None), (9, None, 1)], (1, 1, 1, "single")),
    ([(6, None, 1), (6, 1, None)], (1, 1, 1, "single")),
]


@pytest.mark.parametrize(("reports", "expected"), TOLD)
def test_the_hurt_who_died(
    reports: list[tuple[int, int | None, int | None]], expected: tuple[int, int, int, str]
) -> None:
    tellers = []
    for n, (day, killed, injured) in enumerate(reports):
        teller = Teller(a_report(f"r{n}", day), "shooting")
        for field, number in (("killed", killed), ("injured", injured)):
            if number is not None:
                teller.count(field, number, number, POLICE)  # type: ignore[arg-type]
        tellers.append(teller)
    incident = together(*(reading(teller) for teller in tellers))
    found = incident.field("injured")
    assert found is not None
    assert (found.low, found.best, found.high, found.status) == expected
    cut_off = [d for d in incident.differences if d.field == "injured" and "died since" in d.text]
    assert bool(cut_off) == (found.best == 0)

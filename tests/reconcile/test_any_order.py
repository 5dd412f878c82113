"""Whatever is told, in whatever order: the same incidents; and another report takes no claim away."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.codebook import load_codebook
from dateline.model import Field, Incident, Modality, Place, Reading, Source
from dateline.reconcile import reconcile
from tests.reconcile.telling import BRINDLE, MINISTRY, ORLOW, POLICE, Teller, a_report, on, reading

CODEBOOK = load_codebook()

COUNTED: tuple[Field, ...] = ("killed", "injured", "casualties", "missing")
MODALITIES: tuple[Modality, ...] = ("asserted", "hedged", "denied", "negated", "planned")
SOURCES: tuple[Source | None, ...] = (None, POLICE, MINISTRY)
PLACES: tuple[Place, ...] = (BRINDLE, ORLOW)


@st.composite
def tellings(draw: st.DrawFn) -> tuple[Reading, ...]:
    """Up to five reports of bombings and clashes on four days at two places, each with some counts."""
    told: list[Reading] = []
    for n in range(draw(st.integers(1, 5))):
        day = draw(st.integers(5, 8))
        at = a_report(f"r{n}", draw(st.integers(day, 12)), draw(st.sampled_from([None, "one wire"])))
        tellers = [
            _event(draw, Teller(at, draw(st.sampled_from(["bombing", "armed clash"])), name), day)
            for name in draw(st.sampled_from([("e",), ("e", "f")]))
        ]
        told.append(reading(*tellers))
    return tuple(told)


def _event(draw: st.DrawFn, teller: Teller, day: int) -> Teller:
    teller.at(draw(st.sampled_from(PLACES))).say("when", on(day))
    for _ in range(draw(st.integers(0, 3))):
        low = draw(st.none() | st.integers(0, 30))
        high = draw(st.integers(low, 40) if low is not None else st.integers(0, 40))
        who = draw(st.sampled_from(SOURCES))
        teller.count(draw(st.sampled_from(COUNTED)), low, high, who)
    if draw(st.booleans()):
        teller.say("type", teller.claims[0].value, None, None, draw(st.sampled_from(MODALITIES)))
    return teller


def claims_of(incidents: Sequence[Incident]) -> list[str]:
    return sorted(claim for incident in incidents for claim in incident.claims)


@settings(deadline=None, max_examples=25)
@given(tellings(), st.randoms(use_true_random=False))
def test_the_order_of_reports_does_not_matter(told: tuple[Reading, ...], random: object) -> None:
    mixed = list(told)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert reconcile(mixed, CODEBOOK) == reconcile(told, CODEBOOK)


@settings(deadline=None, max_examples=25)
@given(tellings())
def test_another_report_loses_no_claim(told: tuple[Reading, ...]) -> None:
    every = sorted(claim.id for each in told for claim in each.claims)
    assert claims_of(reconcile(told, CODEBOOK)) == every
    before = claims_of(reconcile(told[:-1], CODEBOOK))
    assert set(before) <= set(every)
    assert before == sorted(claim.id for each in told[:-1] for claim in each.claims)


@settings(deadline=None, max_examples=25)
@given(tellings())
def test_every_figure_cites_its_claims_and_runs_from_low_to_high(told: tuple[Reading, ...]) -> None:
    for incident in reconcile(told, CODEBOOK):
        for _, summary in incident.fields:
            assert set(summary.claims) <= set(incident.claims)
            ends = [each for each in (summary.low, summary.best, summary.high) if each is not None]
            assert ends == sorted(ends)

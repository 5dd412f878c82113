"""Why events are in an incident, and why the nearest are not."""

from __future__ import annotations

from dateline.codebook import load_codebook
from dateline.reconcile import reconcile
from dateline.reconcile.explain import JUDGED_DIFFERENT, JUDGED_SAME, Links, explain_links
from dateline.reconcile.rulings import NO_RULINGS, Rulings
from tests.reconcile.telling import ORLOW, Teller, a_report, on
from tests.reconcile.telling import reading as reading_of
from tests.reconcile.test_cluster import pair, told

CODEBOOK = load_codebook()


def links(first: Teller, *others: Teller, rulings: Rulings = NO_RULINGS) -> Links:
    readings = [reading_of(t) for t in (first, *others)]
    incidents = reconcile(readings, CODEBOOK, rulings)
    incident = next(i for i in incidents if first.report.id in i.reports)
    return explain_links(incident, readings, CODEBOOK, rulings)


def test_what_is_in_names_its_features() -> None:
    found = links(told("a"), told("b"))
    assert [link.verdict for link in found.inside] == ["alike enough by themselves"] * 2
    assert {"words", "same days", "same place"} <= {r.feature for r in found.inside[0].reasons}
    assert found.outside == ()


def test_what_is_out_names_the_rule() -> None:
    late = told("c", 13, 13, "A raid.")
    found = links(told("a"), late)
    assert [link.verdict for link in found.inside] == ["nothing else was found to be the same"]
    assert not found.outside or found.outside[0].event == late.event


def test_judgements_are_told_first() -> None:
    a, b, far = told("a"), told("b"), Teller(a_report("c", 20), "protest").at(ORLOW).say("when", on(20))
    apart = links(a, b, rulings=Rulings(frozenset(), pair(a, b)))
    assert apart.outside[0].verdict == JUDGED_DIFFERENT
    joined = links(a, far, rulings=Rulings(pair(a, far), frozenset()))
    assert {link.verdict for link in joined.inside} == {JUDGED_SAME}

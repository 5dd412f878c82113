"""The arithmetic over claims: which sums are made, and which hold."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.codebook import load_codebook
from dateline.model import Check, Claim, Field, Number, Place, Source, Span
from dateline.reconcile.checks import run_checks, site_parts
from dateline.reconcile.speakers import speakers
from tests.reconcile.telling import BRINDLE, MINISTRY, ORLOW, POLICE, Teller, a_report, reading

CODEBOOK = load_codebook()
Told = tuple[Field, int, dict[str, object]]


def told(field: Field, n: int, **more: object) -> Told:
    """A count, with the group, place, source, rule and sentence (a number) that are given."""
    return field, n, more


def tell(report: str, *counts: Told) -> Teller:
    teller = Teller(a_report(report, 6))
    for field, n, more in counts:
        source, group = more.get("source"), more.get("group")
        assert source is None or isinstance(source, Source)
        assert group is None or isinstance(group, str)
        teller.say(field, Number(n, n, str(n)), source, group)
        claim = teller.claims[-1]
        place, sentence = more.get("place"), more.get("sentence")
        assert place is None or isinstance(place, Place)
        span = Span(sentence, sentence + 40) if isinstance(sentence, int) else claim.span
        teller.claims[-1] = replace(claim, place=place, span=span, rule=str(more.get("rule", claim.rule)))
    return teller


def checked(*tellers: Teller) -> tuple[tuple[Check, ...], list[Claim]]:
    claims = [c for t in tellers for c in t.claims]
    who = speakers(claims, {t.report.id: reading(t) for t in tellers}, CODEBOOK)
    return run_checks(claims, who, CODEBOOK.groups), claims


AT_BRINDLE: dict[str, object] = {"place": BRINDLE}
AT_ORLOW: dict[str, object] = {"place": ORLOW}
IN_TARN: dict[str, object] = {"place": replace(BRINDLE, name="Tarn")}


@pytest.mark.parametrize(
    ("counts", "sums"),
    [
        ([told("launched", 22), told("launched", 17, **AT_BRINDLE), told("launched", 5, **AT_ORLOW)],
         ["17 + 5 = 22 launched"]),
        ([told("killed", 9), told("killed", 6, **AT_BRINDLE), told("killed", 3, **AT_ORLOW)],
         ["6 + 3 = 9 killed"]),
        ([told("killed", 2200), told("killed", 1700, **AT_BRINDLE), told("killed", 500, **AT_ORLOW)],
         ["1700 + 500 = 2200 killed"]),
        ([told("launched", 22), told("launched", 17, **AT_BRINDLE), told("launched", 5, **AT_ORLOW),
          told("launched", 1, **IN_TARN)], ["17 + 5 = 22 launched"]),
        ([told("launched", 22), told("launched", 14, **AT_BRINDLE), told("launched", 5, **AT_ORLOW),
          told("launched", 3, **IN_TARN)], ["14 + 5 + 3 = 22 launched"]),
        ([told("launched", 22), told("launched", 17, **AT_BRINDLE), told("launched", 4, **AT_ORLOW)], []),
        ([told("launched", 22, sentence=200), told("launched", 17, sentence=200, **AT_BRINDLE),
          told("launched", 4, sentence=200, **AT_ORLOW)], ["17 + 4 ≠ 22 launched"]),
        ([told("launched", 22, sentence=200), told("launched", 20, sentence=200, **AT_BRINDLE),
          told("launched", 17, sentence=200, **AT_ORLOW)], ["20 + 17 ≠ 22 launched"]),
        ([told("launched", 22, sentence=200, **IN_TARN), told("launched", 22, sentence=200, **AT_ORLOW),
          told("launched", 3, sentence=200, **AT_BRINDLE)], []),
        ([told("launched", 22), told("launched", 17), told("launched", 5)], []),
        ([told("launched", 22), told("launched", 17, **AT_BRINDLE), told("launched", 5, **AT_BRINDLE)], []),
        ([told("launched", 22), told("launched", 22, **AT_BRINDLE), told("launched", 0, **AT_ORLOW)], []),
        ([told("launched", 16), told("hit", 12), told("failed", 4)], ["12 + 4 = 16 of 16 launched"]),
        ([told("launched", 16), told("hit", 11, **AT_BRINDLE), told("hit", 1, **AT_ORLOW), told("failed", 4)],
         ["1 + 11 + 4 = 16 of 16 launched"]),
        ([told("launched", 16), told("hit", 12), told("hit", 11, **AT_BRINDLE), told("hit", 1, **AT_ORLOW)],
         ["12 of 16 launched"]),
        ([told("launched", 1600), told("hit", 1200, **IN_TARN), told("hit", 700, **AT_BRINDLE),
          told("hit", 500, **AT_ORLOW)], ["1200 of 1600 launched"]),
        ([told("launched", 10), told("hit", 7), told("intercepted", 5)], ["7 + 5 = 12 of 10 launched"]),
        ([told("launched", 15), told("intercepted", 0)], []),
        ([told("launched", 15)], []),
        ([told("launched", 15, source=MINISTRY), told("intercepted", 20, source=POLICE)], []),
        ([told("killed", 3), told("injured", 4), told("casualties", 7)], ["4 + 3 = 7 casualties"]),
        ([told("killed", 3), told("injured", 4), told("casualties", 9)], []),
        ([told("killed", 3, sentence=9), told("injured", 4, sentence=9), told("casualties", 9, sentence=9)],
         ["4 + 3 ≠ 9 casualties"]),
        ([told("killed", 3), told("injured", 4), told("missing", 2), told("casualties", 9)],
         ["4 + 3 + 2 = 9 casualties"]),
        ([told("killed", 3), told("injured", 4), told("missing", 2), told("casualties", 7)],
         ["4 + 3 = 7 casualties"]),
        ([told("killed", 300), told("injured", 400), told("missing", 200), told("casualties", 900)],
         ["400 + 300 + 200 = 900 casualties"]),
        ([told("killed", 300), told("injured", 400), told("casualties", 700)],
         ["400 + 300 = 700 casualties"]),
        ([told("killed", 0), told("injured", 0), told("casualties", 0)], []),
        ([told("killed", 3), told("killed", 5), told("injured", 4), told("casualties", 7)], []),
        ([told("killed", 3), told("injured", 4), told("casualties", 1, rule="count.named")], []),
        ([told("killed", 20), told("killed", 17), told("killed", 3, rule="count.toll_before")],
         ["17 + 3 = 20 killed"]),
        ([told("killed", 2000), told("killed", 1700), told("killed", 300, rule="count.toll_before")],
         ["1700 + 300 = 2000 killed"]),
        ([told("killed", 20), told("killed", 16), told("killed", 3, rule="count.toll_before")], []),
        ([told("killed", 20), told("killed", 18), told("killed", 3, rule="count.toll_before")], []),
        ([told("killed", 17), told("killed", 17, **AT_BRINDLE), told("killed", 0, rule="count.toll_before")],
         []),
        ([told("killed", 20), told("killed", 17, source=POLICE), told("killed", 3, rule="count.toll_before")],
         []),
        ([told("injured", 76), told("injured", 18, sentence=90, rule="count.part"),
          told("injured", 58, sentence=90)], ["58 + 18 = 76 injured"]),
        ([told("injured", 760), told("injured", 180, sentence=90, rule="count.part"),
          told("injured", 550, sentence=90), told("injured", 30, sentence=90)],
         ["550 + 180 + 30 = 760 injured"]),
        ([told("injured", 4), told("injured", 1, sentence=90, rule="count.part"),
          told("injured", 3, sentence=90)], ["3 + 1 = 4 injured"]),
        ([told("injured", 76), told("injured", 18, sentence=90, rule="count.part"),
          told("injured", 58, sentence=150)], []),
        ([told("injured", 76), told("injured", 18, sentence=90), told("injured", 58, sentence=90)], []),
        ([told("killed", 12), told("killed", 4, group="children"), told("killed", 6, group="women")],
         ["4 children + 6 women = 10 ≤ 12 killed"]),
        ([told("killed", 9), told("killed", 4, group="children"), told("killed", 6, group="women")],
         ["4 children + 6 women = 10 > 9 killed"]),
        ([told("killed", 12), told("killed", 3), told("killed", 4, group="children"),
          told("killed", 6, group="women")], ["4 children + 6 women = 10 ≤ 12 killed"]),
        ([told("killed", 1), told("killed", 4, group="children"), told("killed", 6, group="women")], []),
        ([told("killed", 9), told("killed", 4, group="children"),
          told("killed", 6, group="women", source=POLICE)], []),
        ([told("killed", 12), told("killed", 4, group="children")], []),
    ],
)  # fmt: skip
def test_sums_of_one_report(counts: list[Told], sums: list[str]) -> None:
    found, claims = checked(tell("a", *counts))
    assert [c.text for c in found] == sums
    assert all(c.holds == (not any(s in c.text for s in ("≠", ">", "12 of 10"))) for c in found)
    assert {i for c in found for i in c.claims} <= {c.id for c in claims}


def test_sites_of_one_report_make_the_total_of_another() -> None:
    sites = tell("a", told("launched", 17, **AT_BRINDLE), told("launched", 5, **AT_ORLOW))
    found, claims = checked(sites, tell("b", told("launched", 22)))
    assert [c.text for c in found] == ["17 + 5 = 22 launched"]
    assert site_parts(claims, found) == {c.id for c in claims if c.place}


def test_a_total_told_of_a_place_is_no_site() -> None:
    sites = tell("a", told("launched", 17, **AT_BRINDLE), told("launched", 5, **AT_ORLOW))
    found, claims = checked(sites, tell("b", told("launched", 22, **IN_TARN)))
    assert site_parts(claims, found) == {c.id for c in claims if c.place in (BRINDLE, ORLOW)}


def test_only_a_sum_of_sites_that_holds_makes_sites() -> None:
    short = tell("a", told("launched", 22, sentence=200), told("launched", 17, sentence=200, **AT_BRINDLE),
                 told("launched", 4, sentence=200, **AT_ORLOW))  # fmt: skip
    hits = tell("b", told("launched", 16), told("hit", 11, **AT_BRINDLE), told("hit", 1, **AT_ORLOW))
    for teller, text in ((short, "17 + 4 ≠ 22 launched"), (hits, "1 + 11 = 12 of 16 launched")):
        found, claims = checked(teller)
        assert [c.text for c in found] == [text]
        assert site_parts(claims, found) == frozenset()


def test_sites_told_by_two_reports_are_not_added() -> None:
    one, two = tell("a", told("launched", 17, **AT_BRINDLE)), tell("b", told("launched", 5, **AT_ORLOW))
    found, _ = checked(one, two, tell("c", told("launched", 22)))
    assert found == ()


def test_casualties_of_two_reports_are_not_added() -> None:
    found, _ = checked(tell("a", told("killed", 3), told("injured", 4)), tell("b", told("casualties", 7)))
    assert found == ()


def test_the_same_sum_of_copies_is_told_once() -> None:
    counts = [told("killed", 3), told("injured", 4), told("casualties", 7)]
    found, _ = checked(tell("a", *counts), tell("b", *counts))
    assert [c.text for c in found] == ["4 + 3 = 7 casualties"]


@pytest.mark.parametrize("modality", ["denied", "planned"])
def test_what_is_not_put_forward_is_not_added(modality: str) -> None:
    teller = tell("a", told("killed", 3), told("injured", 4), told("casualties", 7))
    teller.claims[1] = replace(teller.claims[1], modality=modality)  # type: ignore[arg-type]
    assert checked(teller)[0] == ()

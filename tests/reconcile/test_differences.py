"""Invented incidents of many reports: what yields to what, and what is left as a dispute."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import permutations
from typing import Any

import pytest

from dateline.codebook import load_codebook
from dateline.model import Claim, Field, Incident, Modality, Number, Reading, Source, Span, Status
from dateline.reconcile import reconcile
from tests.reconcile.telling import BRINDLE, MINISTRY, ORLOW, POLICE, Teller, a_report, on, reading, together

CODEBOOK = load_codebook()
MONITOR = Source("Conflict Watch", "monitor", None, None, True, False, (), "Conflict Watch")
RESCUE = Source("Civil Rescue", "rescue", None, None, True, False, (), "Civil Rescue")
ARMY = Source("Indian Army", "military", "IN", None, True, False, (), "the Indian Army")
DELHI = Source("Indian government", "government", "IN", None, True, False, (), "the Indian government")
BEIJING = Source(
    "China's foreign ministry", "government", "CN", None, True, False, (), "the foreign ministry"
)
REBELS = Source("Reed Column", "armed group", None, None, True, False, (), "the Reed Column")
OFFICIALS = Source("officials", "unnamed official", None, None, False, False, (), "officials")
SHORT = Source("the ministry", "health", None, None, False, False, (), "the ministry")


@dataclass(frozen=True)
class Said:
    """One count in one report: its day, null where the report has none, and what the reader marks it with."""

    source: Source | None
    day: int | None
    low: int | None
    high: int | None
    group: str | None = None
    words: str | None = None
    rule: str | None = None
    modality: Modality = "asserted"
    report: str | None = None
    copies: str | None = None


def said(source: Source | None, day: int | None, n: int, **more: Any) -> Said:
    return replace(Said(source, day, n, n), **more)


def at_least(source: Source | None, day: int | None, n: int, **more: Any) -> Said:
    return replace(Said(source, day, n, None), **more)


def incident(counts: Sequence[Said], field: Field = "killed") -> Incident:
    tellers: dict[str, Teller] = {}
    for n, each in enumerate(counts):
        key = each.report or f"paper {n}"
        if key not in tellers:
            report = a_report(key, each.day or 6, each.copies)
            tellers[key] = Teller(report if each.day else replace(report, published=None)).at(BRINDLE)
            tellers[key].say("when", on(6))
        teller = tellers[key]
        word = each.words
        qualifier = word if word and word.split()[0] in ("about", "some", "dozens") else None
        number = Number(each.low, each.high, word or f"{each.low}", qualifier)
        teller.say(field, number, each.source, each.group, each.modality).under(50 + n)
        if each.rule:
            teller.by_rule(each.rule)
    readings = [reading(t) for t in tellers.values()]
    orders = [readings, readings[::-1]] if len(readings) > 3 else list(permutations(readings))
    found = {together(*order) for order in orders}
    assert len(found) == 1, "the order of arrival matters"
    (one,) = found
    return one


Expected = tuple[int | None, int | None, Status, list[str]]


@pytest.mark.parametrize(
    ("counts", "low", "high", "status", "kinds"),
    [
        # one voice, agreement
        ([said(MINISTRY, 6, 12)], 12, 12, "single", []),
        ([said(MINISTRY, 6, 12), said(MINISTRY, 6, 12), said(MINISTRY, 7, 12)], 12, 12, "single", []),
        ([said(MINISTRY, 6, 12), said(SHORT, 7, 12)], 12, 12, "single", []),
        ([said(POLICE, 6, 12), said(POLICE, 6, 12)], 12, 12, "single", []),
        ([said(OFFICIALS, 6, 12), said(OFFICIALS, 6, 12)], 12, 12, "agreed", []),
        ([said(None, 6, 12), said(None, 6, 12)], 12, 12, "agreed", []),
        ([said(None, 6, 12, copies="c"), said(None, 6, 12, copies="c")], 12, 12, "single", []),
        ([said(MONITOR, 6, 12), said(RESCUE, 6, 12)], 12, 12, "agreed", []),
        ([said(None, 6, 12, report="a"), said(MINISTRY, 6, 12, report="a")], 12, 12, "single", []),
        ([said(None, 6, 12, report="a"), said(MINISTRY, 6, 12, report="b")], 12, 12, "agreed", []),
        # revision by one voice or side
        ([said(MINISTRY, 6, 12), said(MINISTRY, 8, 15)], 15, 15, "revised", ["revision"]),
        ([said(MINISTRY, 6, 15), said(MINISTRY, 8, 12)], 12, 12, "revised", ["revision"]),
        ([said(MINISTRY, 6, 15), said(SHORT, 8, 12)], 12, 12, "revised", ["revision"]),
        ([said(ARMY, 6, 3), said(DELHI, 8, 20)], 20, 20, "revised", ["revision"]),
        ([said(ARMY, 6, 20), said(DELHI, 8, 17)], 17, 17, "revised", ["revision"]),
        ([said(MINISTRY, None, 12), said(MINISTRY, 8, 15)], 12, 15, "revised", ["revision"]),
        # one voice with two numbers of one day: the count may have grown, else nobody knows which is the last
        ([said(MINISTRY, 6, 12), said(MINISTRY, 6, 15)], 15, 15, "revised", ["different cut-off"]),
        ([said(MINISTRY, 6, 12), said(MINISTRY, 6, 12)], 12, 12, "single", []),
        ([said(MINISTRY, 6, 8), said(MINISTRY, 6, 80)], 8, 80, "revised", ["revision"]),
        ([said(MINISTRY, 6, 0), said(MINISTRY, 6, 3)], 0, 3, "revised", ["revision"]),
        ([said(None, 6, 80, copies="c"), said(None, 6, 8, copies="c")], 8, 80, "revised", ["revision"]),
        ([said(None, 6, 80, copies="c"), said(None, 6, 80, copies="c")], 80, 80, "single", []),
        ([said(MINISTRY, 6, 3, report="a"), said(MINISTRY, 6, 80, report="a")], 80, 80, "single", []),
        ([said(MINISTRY, None, 12), said(RESCUE, 8, 15)], 12, 15, "disputed", ["true conflict"]),
        ([said(MINISTRY, 6, 20, report="a"), said(MINISTRY, 6, 3, report="a", rule="count.toll_before")],
         20, 20, "revised", ["revision"]),
        ([said(MINISTRY, 6, 12, copies="c"), said(MINISTRY, 7, 15), said(MINISTRY, 8, 12, copies="c")],
         15, 15, "revised", ["revision"]),
        # different cut-off
        ([said(POLICE, 6, 12), said(MINISTRY, 9, 20)], 20, 20, "revised", ["different cut-off"]),
        ([at_least(POLICE, 6, 12), said(MINISTRY, 9, 20)], 20, 20, "revised", ["different cut-off"]),
        ([at_least(POLICE, 6, 12), at_least(POLICE, 9, 20)], 20, 20, "revised", ["revision"]),
        ([at_least(POLICE, 6, 12), said(POLICE, 9, 12)], 12, 12, "single", []),
        ([said(POLICE, 6, 20), said(RESCUE, 9, 12)], 12, 20, "disputed", ["true conflict"]),
        ([said(POLICE, 6, 12), said(RESCUE, 6, 20)], 12, 20, "disputed", ["true conflict"]),
        ([said(POLICE, 6, 0), said(RESCUE, 9, 12)], 0, 12, "disputed", ["true conflict"]),
        ([said(ARMY, 6, 12), said(BEIJING, 9, 40)], 12, 40, "disputed", ["true conflict"]),
        ([said(ARMY, 6, 12), said(REBELS, 9, 40)], 12, 40, "disputed", ["true conflict"]),
        ([said(POLICE, 6, 12), said(RESCUE, 7, 30), said(RESCUE, 9, 20)], 20, 20, "revised",
         ["different cut-off", "revision"]),
        # rounding
        ([said(MONITOR, 6, 40, words="about 40"), said(RESCUE, 6, 38)], 38, 38, "agreed", ["rounding"]),
        ([said(MONITOR, 6, 30, words="some 30"), said(RESCUE, 6, 31)], 31, 31, "agreed", ["rounding"]),
        ([said(MONITOR, 6, 40, words="about 40"), said(RESCUE, 6, 30)], 30, 40, "disputed",
         ["true conflict"]),
        ([at_least(MONITOR, 6, 24, words="dozens"), said(RESCUE, 6, 31)], 31, 31, "agreed", ["rounding"]),
        ([at_least(MONITOR, 6, 24, words="dozens"), said(RESCUE, 6, 9)], 9, 24, "disputed",
         ["true conflict"]),
        ([at_least(MONITOR, 6, 13, words="more than a dozen"), said(RESCUE, 6, 15)], 15, 15, "agreed",
         ["rounding"]),
        ([at_least(MONITOR, 6, 13), said(RESCUE, 6, 15)], 13, 15, "agreed", []),
        # parts, and sides that count their own
        ([said(MONITOR, 6, 12, report="a"), said(MONITOR, 6, 4, report="a", group="children")], 12, 12,
         "single", ["part of a whole"]),
        ([said(MONITOR, 6, 12), said(RESCUE, 6, 4, group="children")], 12, 12, "single", ["part of a whole"]),
        ([said(ARMY, 6, 20, group="Indian soldiers"), said(BEIJING, 6, 4, group="Chinese soldiers")], 24, 24,
         "single", ["part of a whole"]),
        ([said(ARMY, 6, 20, group="soldiers"), said(BEIJING, 6, 4, group="soldiers")], 24, 24, "single",
         ["part of a whole"]),
        ([said(ARMY, 6, 3, group="soldiers"), said(ARMY, 7, 20, group="soldiers"),
          said(BEIJING, 6, 4, group="Chinese soldiers")], 24, 24, "revised", ["revision", "part of a whole"]),
        ([said(ARMY, 6, 20, group="soldiers"), said(BEIJING, 6, 4, group="Chinese soldiers"),
          said(MONITOR, 6, 45, group="Chinese soldiers")], 24, 65, "disputed",
         ["part of a whole", "true conflict"]),
        ([said(MONITOR, 6, 20, group="soldiers"), said(MONITOR, 6, 4, group="civilians"),
          said(RESCUE, 6, 26)], 26, 26, "single", []),
        ([said(MONITOR, 6, 4, report="a"), said(RESCUE, 6, 3, report="a", group="three of them")], 4, 4,
         "single", ["part of a whole"]),
        ([said(MONITOR, 6, 4), said(RESCUE, 6, 3, group="three of them")], 3, 4, "disputed",
         ["true conflict"]),
        ([said(MONITOR, 6, 3, group="three of them")], 3, 3, "single", []),
        # denial and zero
        ([said(MONITOR, 6, 12), said(MINISTRY, 6, 12, modality="denied")], 12, 12, "denied", ["denial"]),
        ([said(MONITOR, 6, 12), said(MINISTRY, 6, 40, modality="denied")], 12, 12, "single", ["denial"]),
        ([said(MONITOR, 6, 12, group="rebels"), said(MINISTRY, 6, 12, group="soldiers", modality="denied")],
         12, 12, "single", ["denial"]),
        ([said(MONITOR, 6, 12), said(MONITOR, 6, 12, modality="denied")], 12, 12, "single", ["denial"]),
        ([said(MINISTRY, 6, 12, modality="denied")], None, None, "denied", ["denial"]),
        ([said(BEIJING, 6, 80), said(ARMY, 6, 0)], 0, 80, "disputed", ["true conflict"]),
        ([said(BEIJING, 6, 80), said(ARMY, 9, 0)], 0, 80, "disputed", ["true conflict"]),
        ([said(BEIJING, 6, 80), said(ARMY, 9, 0), said(ARMY, 9, 80, modality="denied")], 0, 80, "disputed",
         ["true conflict", "denial"]),
    ],
)  # fmt: skip
def test_counts_of_many_reports(
    counts: list[Said], low: int | None, high: int | None, status: Status, kinds: list[str]
) -> None:
    found = incident(counts)
    killed = found.field("killed")
    assert killed is not None
    assert (killed.low, killed.high, killed.status) == (low, high, status), killed.why
    assert [d.kind for d in found.differences if d.field == "killed"] == kinds
    assert all(d.claims and set(d.claims) <= set(killed.claims) for d in found.differences)
    assert all(set(p.claims) <= set(killed.claims) for p in killed.series)


def test_the_number_of_weapons_does_not_grow() -> None:
    found = incident([said(POLICE, 6, 15), said(MONITOR, 9, 22)], "launched")
    launched = found.field("launched")
    assert launched is not None
    assert (launched.low, launched.high, launched.status) == (15, 22, "disputed")


def test_series_holds_what_no_longer_stands() -> None:
    killed = incident([said(POLICE, 6, 12), said(MINISTRY, 8, 20), said(MINISTRY, 9, 30)]).field("killed")
    assert killed is not None
    assert [(p.source, p.low) for p in killed.series] == [
        ("police", 12),
        ("Health Ministry", 20),
        ("Health Ministry", 30),
    ]
    assert (killed.low, killed.best, killed.high) == (30, 30, 30)


def claims_of(teller: Teller, when: int | None) -> list[Claim]:
    return [replace(c, when=on(when)) if when and c.field == "killed" else c for c in teller.claims]


@pytest.mark.parametrize(("as_of", "status"), [(8, "revised"), (6, "disputed"), (None, "disputed")])
def test_a_told_day_is_a_cut_off(as_of: int | None, status: Status) -> None:
    first, last = (Teller(a_report(key, 9)).at(BRINDLE).say("when", on(6)) for key in ("a", "b"))
    first.count("killed", 12, 12, POLICE)
    last.count("killed", 20, 20, MONITOR)
    first.claims = claims_of(first, as_of)
    found = together(reading(first), reading(last))
    killed = found.field("killed")
    assert killed is not None
    assert killed.status == status


def test_single_sites_are_a_difference_of_site() -> None:
    teller = (
        Teller(a_report("a", 6)).count("launched", 22, 22).count("launched", 17, 17).count("launched", 5, 5)
    )
    places = (None, None, BRINDLE, ORLOW)
    teller.claims = [replace(c, place=p) for c, p in zip(teller.claims, places, strict=True)]
    (found,) = reconcile([reading(teller)], CODEBOOK)
    launched = found.field("launched")
    assert launched is not None
    assert (launched.low, launched.high, launched.status) == (22, 22, "single")
    assert [(d.kind, d.text) for d in found.differences] == [
        ("different site", "17-17 at Brindle, 5-5 at Orlow of 22")
    ]
    assert launched.why.endswith("; counts of single sites make up the whole")


@pytest.mark.parametrize(("field", "best"), [("hit", 12), ("killed", 11)])
def test_weapons_told_of_two_places_in_one_sentence_are_added(field: Field, best: int) -> None:
    teller = Teller(a_report("a", 6)).count(field, 11, 11, ARMY).under(50).count(field, 1, 1, ARMY).under(60)
    sentence = teller.claims[1].span
    places = (None, BRINDLE, ORLOW)
    teller.claims = [replace(c, place=p, span=sentence) for c, p in zip(teller.claims, places, strict=True)]
    (found,) = reconcile([reading(teller)], CODEBOOK)
    summary = found.field(field)
    assert summary is not None
    assert (summary.best, summary.status) == (best, "single")


def lowering(source: Source, day: int, n: int) -> Reading:
    """A report that a source lowered its count to a number."""
    teller = Teller(a_report(f"paper {day}", day)).at(BRINDLE).say("when", on(6))
    last = teller.say("killed", Number(n, n, f"{n}"), source).claims[-1]
    words, start = f"lowered its count to {n}", last.span.start
    value = Span(start + words.index(f"{n}"), start + len(words))
    spans = replace(last.spans, value=value)
    teller.claims[-1] = replace(last, quote=words, span=Span(start, start + len(words)), spans=spans)
    return reading(teller)


@pytest.mark.parametrize(
    ("before", "after", "low", "high"),
    [
        (said(MONITOR, 7, 31), said(RESCUE, 9, 45), 29, 45),
        (said(MONITOR, 7, 31), said(RESCUE, 9, 29), 29, 29),
        (said(ARMY, 7, 0), said(RESCUE, 9, 29), 0, 29),
    ],
)
def test_who_lowered_a_count_knows_it(before: Said, after: Said, low: int, high: int) -> None:
    """No other voice outgrows the lowered number, and it outgrows no zero."""
    told = [
        reading(
            Teller(a_report(f"paper {s.day}", s.day or 6))
            .at(BRINDLE)
            .count("killed", s.low, s.high, s.source)
        )
        for s in (before, after)
    ]
    killed = together(*told, lowering(MONITOR, 8, 29)).field("killed")
    assert killed is not None
    assert (killed.low, killed.high) == (low, high), killed.why

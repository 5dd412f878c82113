"""The same claims under three policies."""

from __future__ import annotations

import pytest

from dateline.codebook import load_codebook
from dateline.model import Entity, EntityKind, How, Number, Policy, PolicyFigures, Responsibility, Source
from dateline.reconcile import reconcile
from dateline.reconcile.policies import policy_figures
from tests.reconcile.telling import BRINDLE, MINISTRY, POLICE, Teller, a_report, on, reading, together

CODEBOOK = load_codebook()
MONITOR = Source("Conflict Watch", "monitor", None, None, True, False, (), "Conflict Watch")
RESCUE = Source("Civil Rescue", "rescue", None, None, True, False, (), "Civil Rescue")
IRAN = Source("Iran's army", "military", "IR", None, True, False, (), "Iran's army")
AMERICA = Source("U.S. Central Command", "military", "US", None, True, False, (), "U.S. Central Command")
REBELS = Source("Reed Column", "armed group", None, None, True, False, (), "the Reed Column")
Told = tuple[Source | None, int, int | None, str | None]


def put(policy: Policy, *told: Told, teller: Teller | None = None, words: str | None = None) -> PolicyFigures:
    """A policy's figures where one report of a strike tells these counts of killed."""
    teller = teller or Teller(a_report("a", 6), "air strike")
    teller.at(BRINDLE).say("when", on(6))
    for n, (source, low, high, group) in enumerate(told):
        number = Number(low, high, words or str(low), words)
        teller.say("killed", number, source, group).under(50 + n)
    readings = [reading(teller)]
    (incident,) = reconcile(readings, CODEBOOK)
    found = policy_figures(policy, incident, {r.report.id: r for r in readings}, CODEBOOK)
    assert set(found.claims) <= set(incident.claims)
    assert {c for share in found.shares for c in share.claims} <= set(found.claims)
    assert found.why
    return found


def told(source: Source | None, n: int, group: str | None = None) -> Told:
    return source, n, n, group


@pytest.mark.parametrize(
    ("counts", "low", "best", "high"),
    [
        ([told(None, 9)], 9, 9, 9),
        ([told(MONITOR, 9), told(RESCUE, 12)], 9, 9, 12),
        ([told(MONITOR, 9), told(RESCUE, 12), told(None, 12)], 9, 12, 12),
        ([told(AMERICA, 0, "Americans"), told(IRAN, 80, "Americans")], 0, 0, 80),
        ([told(IRAN, 80, "Americans"), told(MONITOR, 30)], 30, 30, 80),
        ([told(IRAN, 80, "Americans")], 80, 80, 80),
        ([told(MONITOR, 20, "Indian soldiers"), told(RESCUE, 4, "Chinese soldiers")], 24, 24, 24),
        ([told(AMERICA, 0, "Americans")], None, None, None),
        ([], None, None, None),
    ],
)
def test_ucdp(counts: list[Told], low: int | None, best: int | None, high: int | None) -> None:
    found = put("ucdp", *counts)
    assert (found.low, found.best, found.high) == (low, best, high)
    assert ("UCDP needs a death" in found.why) == (low is None)


def parties() -> Teller:
    teller = Teller(a_report("a", 6), "air strike")
    for field, name, kind, country in (
        ("actor", "Iran", "state", "IR"),
        ("target", "United States", "state", "US"),
    ):
        assert kind == "state"
        teller.say(field, Entity(name, kind, country, None, name))  # type: ignore[arg-type]
    return teller


@pytest.mark.parametrize(
    ("counts", "shares"),
    [
        ([told(MONITOR, 7)], [("unknown", 7)]),
        ([told(MONITOR, 7, "civilians")], [("civilians", 7)]),
        ([told(MONITOR, 7, "American soldiers")], [("side b", 7)]),
        ([told(MONITOR, 7, "Iranian soldiers")], [("side a", 7)]),
        ([told(MONITOR, 7, "Iranian soldiers"), told(MONITOR, 3, "American troops")],
         [("side a", 7), ("side b", 3)]),
        ([told(MONITOR, 10), told(MONITOR, 4, "civilians")], [("civilians", 4), ("unknown", 6)]),
        ([told(MONITOR, 7, "Iraqi soldiers")], [("unknown", 7)]),
    ],
)  # fmt: skip
def test_ucdp_sides(counts: list[Told], shares: list[tuple[str, int]]) -> None:
    found = put("ucdp", *counts, teller=parties())
    assert [(s.whose, s.low) for s in found.shares] == shares


@pytest.mark.parametrize(
    ("counts", "words", "figure"),
    [
        ([told(None, 9)], None, 9),
        ([told(MONITOR, 9), told(RESCUE, 12)], None, 9),
        ([told(IRAN, 3, "Americans"), told(RESCUE, 12)], None, 12),
        ([told(IRAN, 3, "Iranians"), told(RESCUE, 12)], None, 3),
        ([told(IRAN, 80, "Americans")], None, 80),
        ([(None, 24, None, None)], "dozens", 12),
        ([(None, 20, None, None)], "tens", 10),
        ([(None, 200, None, None)], "hundreds", 100),
        ([(None, 3, None, None)], "several", 3),
        ([(None, 20, None, None)], None, 20),
        ([told(MONITOR, 20, "Indian soldiers"), told(RESCUE, 4, "Chinese soldiers")], None, 24),
        ([], None, None),
    ],
)
def test_acled(counts: list[Told], words: str | None, figure: int | None) -> None:
    found = put("acled", *counts, words=words)
    assert (found.low, found.best, found.high) == (None, figure, None)
    assert ("ACLED codes" in found.why) == (words in ("dozens", "tens", "hundreds"))


@pytest.mark.parametrize(
    ("counts", "low", "high", "grade"),
    [
        ([told(MONITOR, 4, "civilians")], 4, 4, "weak"),
        ([told(MONITOR, 4, "civilians"), told(RESCUE, 6, "civilians")], 4, 6, "fair"),
        ([told(MONITOR, 4, "civilians"), told(IRAN, 6, "civilians")], 4, 6, "weak"),
        ([told(IRAN, 6, "civilians")], 6, 6, "weak"),
        ([told(MONITOR, 4, "civilians"), told(MONITOR, 9, "militants")], 4, 4, "weak"),
        ([told(MONITOR, 9, "militants")], None, None, None),
        ([told(MONITOR, 5)], 5, 5, "weak"),
        ([told(IRAN, 0, "civilians")], 0, 0, None),
        ([], None, None, None),
    ],
)
def test_airwars(counts: list[Told], low: int | None, high: int | None, grade: str | None) -> None:
    found = put("airwars", *counts)
    assert (found.low, found.best, found.high, found.grade) == (low, None, high, grade)


@pytest.mark.parametrize(
    ("blamed", "grade"),
    [
        ([("Arland", "state", "alleged", MONITOR)], "fair"),
        ([("Arland", "state", "admitted", REBELS)], "confirmed"),
        ([("Reed Column", "armed group", "claimed", REBELS)], "confirmed"),
        ([("Arland", "state", "alleged", MONITOR), ("Velm", "state", "alleged", RESCUE)], "contested"),
        ([("Arland", "state", "alleged", MONITOR), ("Arland", "state", "alleged", RESCUE)], "fair"),
        ([("Arland", "state", "alleged", MONITOR), ("Arland", "state", "denied", REBELS)], "fair"),
    ],
)
def test_airwars_grade_by_responsibility(
    blamed: list[tuple[str, EntityKind, How, Source]], grade: str
) -> None:
    teller = Teller(a_report("a", 6), "air strike")
    for name, kind, how, source in blamed:
        teller.say("responsibility", Responsibility(name, kind, None, how, name), source)
    found = put("airwars", told(MONITOR, 4, "civilians"), told(RESCUE, 6, "civilians"), teller=teller)
    assert found.grade == grade


def test_airwars_shares() -> None:
    counts = [
        told(MONITOR, 9),
        told(MONITOR, 4, "children"),
        told(MONITOR, 2, "women"),
        told(MONITOR, 3, "rebels"),
    ]
    found = put("airwars", *counts)
    assert [(s.whose, s.low, s.high) for s in found.shares] == [
        ("belligerents", 3, 3),
        ("children", 4, 4),
        ("women", 2, 2),
    ]


def test_airwars_discounts_what_is_withdrawn() -> None:
    first, last = Teller(a_report("a", 6), "air strike"), Teller(a_report("b", 9), "air strike")
    for teller, n in ((first, 5), (last, 0)):
        teller.at(BRINDLE).say("when", on(6)).say("killed", Number(n, n, str(n)), MONITOR, "civilians")
    readings = [reading(first), reading(last)]
    incident = together(*readings)
    found = policy_figures("airwars", incident, {r.report.id: r for r in readings}, CODEBOOK)
    assert (found.low, found.high, found.grade) == (0, 0, "discounted")


@pytest.mark.parametrize("policy", ["ucdp", "acled", "airwars"])
def test_copies_and_order_change_nothing(policy: Policy) -> None:
    tellers = [Teller(a_report(key, day, "copies-1"), "air strike") for key, day in (("a", 6), ("b", 7))]
    for teller in tellers:
        teller.at(BRINDLE).say("when", on(6)).count("killed", 5, 5, POLICE).count("killed", 7, 7, MINISTRY)
    readings = [reading(t) for t in tellers]
    found = []
    for order in (readings, readings[::-1]):
        incident = together(*order)
        found.append(policy_figures(policy, incident, {r.report.id: r for r in order}, CODEBOOK))
    assert found[0] == found[1]

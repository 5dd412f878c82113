"""The latest judgement on a pair holds, an undone one never did, and contradictions have an order."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dateline.model import Anchor, Judgement, Reading, Span, Verdict
from dateline.reconcile.anchors import anchor_of
from dateline.reconcile.rulings import NO_RULINGS, Rulings, rulings_of, standings
from tests.reconcile.telling import Teller, a_report

NAMES = "ABCDE"
TELLERS = {name: Teller(a_report(name, 3)) for name in NAMES}
EVENT = {name: teller.event for name, teller in TELLERS.items()}
READINGS = {t.report.id: Reading(t.report, tuple(t.claims), (), (), ()) for t in TELLERS.values()}
VERDICTS: dict[str, Verdict] = {"=": "same", "/": "different", "?": "unsure"}
NOON = datetime(2031, 5, 6, 12, tzinfo=UTC)

Entry = str
"""As "A=B": A and B judged the same; "A/B" different, "A?B" unsure; "-2" takes the second entry back."""


def anchor(name: str) -> Anchor:
    far = Span(300, 301)
    report = TELLERS[name].report.id if name in TELLERS else "report-x"
    return Anchor(EVENT.get(name, f"event-{name}"), report, (far,), (far,), far, "elsewhere")


def judgements(*entries: Entry) -> list[Judgement]:
    made: list[Judgement] = []
    for number, entry in enumerate(entries, start=1):
        undone = made[int(entry[1:]) - 1] if entry[0] == "-" else None
        verdict = undone.verdict if undone else VERDICTS[entry[1]]
        events = undone.events if undone else (anchor(entry[0]), anchor(entry[2]))
        undoes = undone.id if undone else None
        made.append(Judgement(f"j{number}", number, verdict, events, "Ana", "why", NOON, undoes))
    return made


def pairs(*told: str) -> frozenset[tuple[str, str]]:
    ids = [(EVENT[pair[0]], EVENT[pair[1]]) for pair in told]
    return frozenset((min(pair), max(pair)) for pair in ids)


CASES: list[tuple[tuple[Entry, ...], tuple[str, ...], tuple[str, ...], str]] = [
    # entries, pairs held the same, pairs held different, states
    ((), (), (), ""),
    (("A=B",), ("AB",), (), "f"),
    (("B=A",), ("AB",), (), "f"),
    (("A/B",), (), ("AB",), "f"),
    (("A?B",), (), (), "f"),
    (("A=B", "A/B"), (), ("AB",), "of"),
    (("A/B", "B=A"), ("AB",), (), "of"),
    (("A=B", "A=B"), ("AB",), (), "of"),
    (("A=B", "A?B"), (), (), "of"),
    (("A=B", "-1"), (), (), "u"),
    (("A=B", "A/B", "-2"), ("AB",), (), "fu"),
    (("A=B", "A/B", "-1"), (), ("AB",), "uf"),
    (("A=B", "-1", "A=B"), ("AB",), (), "uf"),
    (("A=B", "B=C"), ("AB", "BC"), (), "ff"),
    (("A=B", "B=C", "A=C"), ("AB", "BC", "AC"), (), "fff"),
    (("A=B", "C/D"), ("AB",), ("CD",), "ff"),
    (("A=B", "B/C"), ("AB",), ("BC",), "ff"),
    # contradictions: the earliest gives way
    (("A=B", "B=C", "A/C"), ("BC",), ("AC",), "sff"),
    (("A/C", "A=B", "B=C"), ("AB", "BC"), (), "sff"),
    (("A=B", "A/C", "B=C"), ("BC",), ("AC",), "sff"),
    (("A=B", "B=C", "C=D", "A/D"), ("BC", "CD"), ("AD",), "sfff"),
    (("A=B", "C=D", "A/D", "B=C"), ("CD", "BC"), ("AD",), "sfff"),
    (("A=B", "B=C", "A?C"), ("AB", "BC"), (), "fff"),
    (("A=B", "B=C", "A/C", "-3"), ("AB", "BC"), (), "ffu"),
    # one event that is told no more
    (("A=X", "A=B"), ("AB",), (), "xf"),
    (("X/Y",), (), (), "x"),
    (("A=X", "-1"), (), (), "u"),
    # an event and itself, after a re-reading made one of two
    (("A=A",), (), (), "f"),
    (("A/A",), (), (), "s"),
]
STATES = {"f": "in force", "u": "undone", "o": "overruled", "x": "unresolved", "s": "set aside"}


@pytest.mark.parametrize(("entries", "same", "different", "states"), CASES, ids=" ".join)
def test_what_holds(
    entries: tuple[Entry, ...], same: tuple[str, ...], different: tuple[str, ...], states: str
) -> None:
    stood = standings(judgements(*entries), READINGS)
    assert [each.state for each in stood] == [STATES[letter] for letter in states]
    assert rulings_of(stood) == Rulings(pairs(*same), pairs(*different))
    assert standings(reversed(judgements(*entries)), READINGS) == stood


@pytest.mark.parametrize(
    ("entries", "because"),
    [
        (("A=B", "A/B"), ("j2",)),
        (("A=B", "-1"), ("j2",)),
        (("A=B", "B=C", "A/C"), ("j3", "j2")),
        (("A/C", "A=B", "B=C"), ("j2", "j3")),
        (("A=X",), ()),
        (("A=B",), ()),
    ],
)
def test_which_others_are_the_cause(entries: tuple[Entry, ...], because: tuple[str, ...]) -> None:
    first = standings(judgements(*entries), READINGS)[0]
    assert set(first.because) == set(because)


def test_events_are_those_that_are_told_now() -> None:
    reading = READINGS[TELLERS["A"].report.id]
    told = tuple(replace(claim, event="event-again") for claim in reading.claims)
    events = (anchor_of(EVENT["A"], reading), anchor("B"))
    judged = Judgement("j1", 1, "same", events, "Ana", "why", NOON, None)
    (standing,) = standings([judged], {**READINGS, reading.report.id: replace(reading, claims=told)})
    assert standing.events == ("event-again", EVENT["B"])


def test_no_judgements_rule_nothing() -> None:
    assert rulings_of(standings([], {})) == NO_RULINGS

"""Who is held responsible: agreed, denied, in dispute."""

from __future__ import annotations

import pytest

from dateline.codebook import load_codebook
from dateline.model import EntityKind, How, Responsibility, Source, Status
from dateline.reconcile import reconcile
from tests.reconcile.telling import BRINDLE, MINISTRY, POLICE, Teller, a_report, on, reading, together

CODEBOOK = load_codebook()
INDIA = Source("Indian Army", "military", "IN", None, True, False, (), "the Indian Army")
CHINA = Source("China's military", "military", None, None, True, False, (), "China's military")
COLUMN = Source("Reed Column", "armed group", None, None, True, False, (), "the Reed Column")

Blamed = tuple[Source | None, str, EntityKind, How]


@pytest.mark.parametrize(
    ("told", "status", "kinds"),
    [
        ([(None, "Reed Column", "armed group", "alleged")], "single", []),
        (
            [
                (POLICE, "Reed Column", "armed group", "alleged"),
                (COLUMN, "Reed Column", "armed group", "claimed"),
            ],
            "agreed",
            [],
        ),
        (
            [
                (POLICE, "Reed Column", "armed group", "alleged"),
                (COLUMN, "Reed Column", "armed group", "denied"),
            ],
            "denied",
            ["denial"],
        ),
        (
            [
                (POLICE, "Reed Column", "armed group", "alleged"),
                (MINISTRY, "the Reed Column", "armed group", "alleged"),
                (COLUMN, "Reed Column", "armed group", "denied"),
            ],
            "disputed",
            ["true conflict"],
        ),
        ([(COLUMN, "Reed Column", "armed group", "denied")], "denied", ["denial"]),
        (
            [
                (POLICE, "Reed Column", "armed group", "alleged"),
                (MINISTRY, "Blue Van", "armed group", "alleged"),
            ],
            "disputed",
            ["true conflict"],
        ),
        (
            [
                (POLICE, "Reed Column", "armed group", "alleged"),
                (POLICE, "Blue Van", "armed group", "alleged"),
            ],
            "single",
            [],
        ),
        (
            [
                (POLICE, "Reed Column", "armed group", "alleged"),
                (POLICE, "Blue Van", "armed group", "alleged"),
                (MINISTRY, "Blue Van", "armed group", "alleged"),
            ],
            "agreed",
            [],
        ),
        (
            [(INDIA, "China", "state", "alleged"), (CHINA, "Indian troops", "military", "alleged")],
            "disputed",
            ["true conflict"],
        ),
        (
            [(CHINA, "India", "state", "alleged"), (POLICE, "Indian troops", "military", "alleged")],
            "agreed",
            [],
        ),
        (
            [(INDIA, "China", "state", "alleged"), (CHINA, "Chinese army", "military", "denied")],
            "denied",
            ["denial"],
        ),
        ([(POLICE, "Tam Orrin", "person", "alleged"), (None, "a man", "person", "alleged")], "agreed", []),
        (
            [(POLICE, "Tam Orrin", "person", "alleged"), (None, "Lio Brask", "person", "alleged")],
            "agreed",
            [],
        ),
        (
            [(POLICE, "Tam J. Orrin", "person", "alleged"), (None, "Orrin", "person", "denied")],
            "denied",
            ["denial"],
        ),
        ([(POLICE, "Tam Orrin", "person", "alleged"), (None, "Lio Brask", "person", "denied")], "agreed", []),
    ],
)
def test_responsibility(told: list[Blamed], status: Status, kinds: list[str]) -> None:
    teller = Teller(a_report("a", 6)).at(BRINDLE).say("when", on(6))
    for source, name, kind, how in told:
        teller.say("responsibility", Responsibility(name, kind, None, how, name), source)
    (found,) = reconcile([reading(teller)], CODEBOOK)
    summary = found.field("responsibility")
    assert summary is not None
    assert summary.status == status, summary.why
    assert all(f"{name} ({how})" in summary.why for _, name, _, how in told)
    assert [d.kind for d in found.differences] == kinds


def test_copies_of_one_accusation_are_one_voice() -> None:
    readings = []
    for key in ("a", "b"):
        teller = Teller(a_report(key, 6, "copies-1")).at(BRINDLE).say("when", on(6))
        teller.say("responsibility", Responsibility("Reed Column", "armed group", None, "alleged", "it"))
        readings.append(reading(teller))
    found = together(*readings)
    summary = found.field("responsibility")
    assert summary is not None
    assert summary.status == "single"


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ([(6, "denied"), (9, "admitted")], "revised"),
        ([(6, "alleged"), (6, "denied"), (9, "admitted")], "revised"),
        ([(6, "admitted"), (9, "denied")], "denied"),
        ([(6, "denied"), (6, "claimed")], "denied"),
    ],
)
def test_who_denies_and_later_owns_it_has_revised_it(told: list[tuple[int, How]], status: Status) -> None:
    readings = []
    for n, (day, how) in enumerate(told):
        teller = Teller(a_report(str(n), day)).at(BRINDLE).say("when", on(6))
        source = POLICE if how == "alleged" else COLUMN
        teller.say("responsibility", Responsibility("Reed Column", "armed group", None, how, "it"), source)
        readings.append(reading(teller))
    summary = together(*readings).field("responsibility")
    assert summary is not None
    assert summary.status == status, summary.why

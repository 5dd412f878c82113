"""What a denial denies: the occurrence, a number, or that somebody did it."""

from __future__ import annotations

import pytest

from dateline.model import Entity, Field, FieldSummary, Incident, Number, Responsibility, Source, Term
from tests.reconcile.telling import POLICE, Teller, a_report, actor, reading, together

ARMY = Source("Karn Army", "military", "XA", None, True, False, (), "the Karn Army")
REEDS = Source("Reed Column", "armed group", None, None, True, False, (), "the Reed Column")


def told(incident: Incident, field: Field) -> FieldSummary:
    found = incident.field(field)
    assert found is not None
    return found


def denied(*, doing: bool) -> Incident:
    """Police tell of a bombing; the army denies it, or that it did it."""
    first = Teller(a_report("a", 6)).say("type", Term("bombing", "bombing"), POLICE)
    second = Teller(a_report("b", 7)).say("type", Term("bombing", "bombing"), ARMY, modality="denied")
    if doing:
        blame = Responsibility("Karn Army", "military", "XA", "denied", "the army")
        second.say("responsibility", blame, ARMY)
    return together(reading(first), reading(second))


def test_who_denies_having_done_it_leaves_it_open_who_did() -> None:
    assert told(denied(doing=True), "type").status == "agreed"
    found = told(denied(doing=False), "type")
    assert (found.status, found.why) == ("disputed", "Karn Army denies bombing; others tell: bombing")


@pytest.mark.parametrize(("kind", "status"), [("violence", "agreed"), ("bombing", "disputed")])
def test_who_denies_a_number_of_dead_denies_no_bombing(kind: str, status: str) -> None:
    first = Teller(a_report("a", 6)).count("killed", 80, 80, POLICE)
    second = Teller(a_report("b", 7)).say("type", Term(kind, "died"), ARMY, modality="denied").under(40)
    second.say("killed", Number(80, 80, "80"), ARMY, modality="denied").under(40)
    incident = together(reading(first), reading(second))
    assert told(incident, "type").status == status
    assert told(incident, "killed").status in ("denied", "disputed")


@pytest.mark.parametrize(
    ("others", "status"), [("Karn Army", "disputed"), ("Blue Van", "agreed"), ("Reed Column", "agreed")]
)
def test_two_parties_that_name_each_other_alone_do_not_agree(others: str, status: str) -> None:
    """What the Reed Column says of a strike that the army lays at its door."""
    one = Teller(a_report("a", 6)).say("actor", actor("Reed Column"), ARMY)
    two = Teller(a_report("b", 6))
    two.say("actor", Entity(others, "military", "XA" if others == "Karn Army" else None, None, others), REEDS)
    assert told(together(reading(one), reading(two)), "actor").status == status

"""Which events become one incident, and which stay apart?"""

from __future__ import annotations

from itertools import permutations

import pytest

from dateline.codebook import load_codebook
from dateline.model import Incident, Motive, Reading, Term
from dateline.reconcile import reconcile
from tests.reconcile.telling import BRINDLE, ORLOW, Teller, a_report, actor, on, reading

CODEBOOK = load_codebook()


def made(*readings: Reading) -> tuple[Incident, ...]:
    return reconcile(readings, CODEBOOK)


def bombing(key: str, day: int, published: int | None = None, **names: str) -> Teller:
    return Teller(a_report(key, published or day, **names)).at(BRINDLE).say("when", on(day))


def test_same_day_place_and_type_are_one() -> None:
    (incident,) = made(reading(bombing("a", 6)), reading(bombing("b", 6, 7)))
    assert len(incident.reports) == 2
    assert incident.type.name == "bombing"
    assert incident.place == BRINDLE


def test_the_same_city_hit_twice_in_a_week_stays_two() -> None:
    assert len(made(reading(bombing("a", 6)), reading(bombing("b", 9)))) == 2


def test_other_place_stays_apart() -> None:
    elsewhere = Teller(a_report("b", 6)).at(ORLOW).say("when", on(6))
    assert len(made(reading(bombing("a", 6)), reading(elsewhere))) == 2


def test_other_family_stays_apart() -> None:
    protest = Teller(a_report("b", 6), "protest").at(BRINDLE).say("when", on(6))
    assert len(made(reading(bombing("a", 6)), reading(protest))) == 2


def test_two_events_of_one_report_are_never_joined_through_another() -> None:
    first = bombing("a", 6)
    second = Teller(first.report, name="f").at(BRINDLE).say("when", on(6))
    incidents = made(reading(first, second), reading(bombing("b", 6)))
    assert sorted(len(i.reports) for i in incidents) == [1, 2]


def test_a_vague_killing_joins_the_bombing_it_belongs_to() -> None:
    killing = Teller(a_report("b", 6), "killing").at(BRINDLE).say("when", on(6))
    (incident,) = made(reading(bombing("a", 6)), reading(killing))
    assert incident.type.name == "bombing"


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        (("arson", "attack", "killing"), "attack"),
        (("arson", "property destruction"), "arson"),
        (("attack", "shooting", "killing"), "shooting"),
    ],
)
def test_what_is_done_to_people_names_an_incident_before_what_is_done_to_houses(
    told: tuple[str, ...], kind: str
) -> None:
    teller = Teller(a_report("a", 6), told[0]).at(BRINDLE).say("when", on(6))
    for name in told[1:]:
        teller.say("type", Term(name, name))
    (incident,) = made(reading(teller))
    assert incident.type.name == kind


def test_order_of_reports_changes_nothing() -> None:
    readings = [reading(bombing("a", 6)), reading(bombing("b", 6, 8)), reading(bombing("c", 9))]
    results = {made(*order) for order in permutations(readings)}
    assert len(results) == 1


def test_crosswalk_speaks_acled() -> None:
    (incident,) = made(reading(bombing("a", 6).say("actor", actor("Coast Front"))))
    assert incident.crosswalk.acled is not None
    assert incident.crosswalk.acled.sub_event_type == "Remote explosive/landmine/IED"
    assert incident.crosswalk.acled.event_type == "Explosions/Remote violence"


def test_a_motive_that_is_told_becomes_a_relation() -> None:
    raid = Teller(a_report("a", 6), "attack", "raid").at(ORLOW).say("when", on(2))
    answer = Teller(raid.report).at(BRINDLE).say("when", on(6)).say("motive", Motive("the raid", raid.event))
    incidents = made(reading(raid, answer))
    related = [i for i in incidents if i.relations]
    assert [r.kind for i in related for r in i.relations] == ["in response to"]
    assert related[0].type.name == "bombing"

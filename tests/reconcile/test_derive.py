"""Killed and injured worked out from casualties."""

from __future__ import annotations

import pytest

from dateline.codebook import load_codebook
from dateline.model import Field, FieldSummary, Number
from dateline.reconcile import reconcile
from tests.reconcile.telling import Teller, a_report, reading

CODEBOOK = load_codebook()


def field(name: Field, kind: str = "shooting", **counts: int | str) -> FieldSummary | None:
    """The summary of a field where a report tells whole counts; text values name one person."""
    teller = Teller(a_report("a", 6), kind)
    for told, n in counts.items():
        number = Number(n, n, str(n)) if isinstance(n, int) else Number(1, 1, n)
        teller.say(told, number).under(n if isinstance(n, int) else 90)  # type: ignore[arg-type]
        if isinstance(n, str):
            teller.by_rule("count.named")
    (incident,) = reconcile([reading(teller)], CODEBOOK)
    return incident.field(name)


@pytest.mark.parametrize(
    ("counts", "killed", "injured"),
    [
        ({"casualties": 5, "killed": 2}, 2, 3),
        ({"casualties": 5, "killed": 5}, 5, 0),
        ({"casualties": 5}, 0, 5),
        ({"casualties": 5, "killed": 7}, 7, None),
        ({"casualties": 5, "injured": 5}, 0, 5),
        ({"casualties": 5, "injured": 3}, None, 3),
        ({"casualties": 5, "killed": 2, "injured": 3}, 2, 3),
        ({"casualties": 5, "killed": 1, "injured": 3}, 1, 3),
        ({"casualties": 1, "killed": 1, "injured": "he"}, 1, 0),
        ({"casualties": 6, "killed": 2, "injured": "she"}, 2, 4),
        ({"killed": 2, "injured": 3}, 2, 3),
        ({"casualties": 5, "injured": 8}, 0, 8),
        ({"casualties": 2, "killed": 1, "injured": 3}, 1, 3),
        ({"injured": 3}, 0, 3),
        ({"killed": 3}, 3, 0),
        ({"killed": 40}, 40, None),
        ({"casualties": 0}, 0, 0),
        ({"casualties": 0, "killed": 2}, 2, 0),
    ],
)
def test_worked_out(counts: dict[str, int | str], killed: int | None, injured: int | None) -> None:
    for name, expected in (("killed", killed), ("injured", injured)):
        found = field(name, **counts)  # type: ignore[arg-type]
        assert (found.best if found else None) == expected


@pytest.mark.parametrize(
    ("counts", "killed", "injured"),
    [
        ({"injured": 3}, None, 3),
        ({"killed": 3}, 3, None),
        ({"casualties": 5}, None, 5),
        ({"casualties": 5, "killed": 5}, 5, 0),
    ],
)
def test_a_blast_may_have_harmed_others_whom_nobody_mentions(
    counts: dict[str, int | str], killed: int | None, injured: int | None
) -> None:
    for name, expected in (("killed", killed), ("injured", injured)):
        found = field(name, "bombing", **counts)  # type: ignore[arg-type]
        assert (found.best if found else None) == expected


@pytest.mark.parametrize(
    ("hurt", "dead", "injured"),
    [("a boy", "a 9-year-old boy", 0), ("she", "a boy", 0), ("a woman", "a boy", 1)],
)
def test_one_who_is_told_as_hurt_and_later_as_dead_is_no_longer_injured(
    hurt: str, dead: str, injured: int
) -> None:
    teller = Teller(a_report("a", 6), "shooting")
    teller.say("casualties", Number(1, 1, "one person")).under(1)
    teller.say("injured", Number(1, 1, hurt)).under(2)
    teller.say("killed", Number(1, 1, dead)).under(3)
    (incident,) = reconcile([reading(teller)], CODEBOOK)
    found = incident.field("injured")
    assert found is not None
    assert found.best == injured


def test_several_are_as_many_as_were_shot() -> None:
    teller = Teller(a_report("a", 6), "shooting").count("casualties", 5, 5).under(1)
    teller.say("injured", Number(3, None, "several", "several")).under(2)
    (incident,) = reconcile([reading(teller)], CODEBOOK)
    found = incident.field("injured")
    assert found is not None
    assert found.best == 5


def test_what_is_inferred_says_so() -> None:
    found = field("killed", injured=3)
    assert found is not None
    assert found.why == "worked out: nobody is told as killed, 3 as injured"


def test_all_who_were_hurt_will_survive() -> None:
    teller = Teller(a_report("a", 6), "shooting").count("injured", 4, 4)
    teller.count("injured", 4, 4).by_rule("count.survives")
    (incident,) = reconcile([reading(teller)], CODEBOOK)
    killed = incident.field("killed")
    assert killed is not None
    assert killed.best == 0
    assert killed.why == "worked out: none killed, all 4 are told as injured"


def test_some_who_will_survive_leave_the_rest_open() -> None:
    teller = Teller(a_report("a", 6), "bombing").count("injured", 4, 4)
    teller.count("injured", 2, 2).by_rule("count.survives")
    (incident,) = reconcile([reading(teller)], CODEBOOK)
    assert incident.field("killed") is None


@pytest.mark.parametrize(
    ("group", "told", "injured"), [("of them", 2, 5), ("guards", 2, 2), ("the rest", 0, 5), (None, 0, 0)]
)
def test_some_of_those_shot_leave_the_others_hurt(group: str | None, told: int, injured: int) -> None:
    teller = Teller(a_report("a", 6), "shooting").count("casualties", 5, 5)
    teller.say("injured", Number(told, told, str(told)), group=group)
    (incident,) = reconcile([reading(teller)], CODEBOOK)
    found = incident.field("injured")
    assert found is not None
    assert found.best == injured


def test_what_is_worked_out_cites_its_claims() -> None:
    found = field("injured", casualties=5, killed=2)
    assert found is not None
    assert len(found.claims) == 2
    assert found.why == "worked out: 5 casualties less 2 killed"

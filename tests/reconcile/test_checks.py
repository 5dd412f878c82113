"""The arithmetic over claims."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import Check, Number
from dateline.reconcile.checks import run_checks
from tests.reconcile.telling import BRINDLE, ORLOW, Teller, a_report


def sites(whole: int, first: int, second: int) -> tuple[Check, ...]:
    teller = Teller(a_report("a", 6)).count("launched", whole, whole)
    teller.count("launched", first, first).count("launched", second, second)
    claims = [*teller.claims[:2]]
    claims += [replace(teller.claims[2], place=BRINDLE), replace(teller.claims[3], place=ORLOW)]
    return run_checks(claims)


def test_parts_at_two_places_make_the_whole() -> None:
    (check,) = sites(22, 17, 5)
    assert check.holds
    assert check.text == "17 + 5 = 22 launched"


def test_parts_that_do_not_add_up_are_said_so() -> None:
    (check,) = sites(22, 17, 4)
    assert not check.holds
    assert "≠" in check.text


def test_no_check_without_places() -> None:
    teller = (
        Teller(a_report("a", 6)).count("launched", 22, 22).count("launched", 17, 17).count("launched", 5, 5)
    )
    assert run_checks(teller.claims) == ()


def test_outcomes_beyond_what_was_launched_do_not_hold() -> None:
    teller = Teller(a_report("a", 6)).count("launched", 10, 10).count("hit", 7, 7).count("intercepted", 5, 5)
    (check,) = run_checks(teller.claims)
    assert not check.holds


def test_killed_and_injured_are_casualties() -> None:
    teller = Teller(a_report("a", 6)).count("killed", 3, 3).count("injured", 4, 4)
    teller.say("casualties", Number(7, 7, "7"))
    (check,) = run_checks(teller.claims)
    assert check.holds

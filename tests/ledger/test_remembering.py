"""What is remembered is given again until the state changes, and no longer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.ledger import remembering
from dateline.ledger.remembering import Remembered


def counting() -> tuple[list[int], Callable[[], int]]:
    made: list[int] = []

    def make() -> int:
        made.append(len(made))
        return made[-1]

    return made, make


def test_an_answer_is_made_once_for_each_state_and_question() -> None:
    made, make = counting()
    known = Remembered[str, int]()
    asked = [
        ("one", "dead"),
        ("one", "dead"),
        ("one", "hurt"),
        ("two", "dead"),
        ("two", "dead"),
        ("one", "dead"),
    ]
    assert [known.answer(state, question, make) for state, question in asked] == [0, 0, 1, 2, 2, 3]
    assert len(made) == 4


def test_an_empty_answer_is_remembered() -> None:
    known = Remembered[str, tuple[int, ...]]()
    assert known.answer("one", "dead", lambda: ()) == ()
    assert known.answer("one", "dead", lambda: (1,)) == ()


def test_of_no_state_nothing_is_remembered() -> None:
    made, make = counting()
    known = Remembered[str, int]()
    assert [known.answer(None, "dead", make), known.answer(None, "dead", make)] == made == [0, 1]


def test_no_more_are_kept_than_the_most(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembering, "MOST", 2)
    made, make = counting()
    known = Remembered[int, int]()
    assert [known.answer("one", number, make) for number in (1, 2, 3, 3, 1, 2)] == [0, 1, 2, 3, 0, 1]
    assert len(made) == 4


def test_an_answer_of_a_state_gone_by_is_not_kept() -> None:
    known = Remembered[str, int]()

    def overtaken() -> int:
        known.answer("two", "hurt", lambda: 8)
        return 7

    assert known.answer("one", "dead", overtaken) == 7
    assert known.answer("two", "dead", lambda: 9) == 9

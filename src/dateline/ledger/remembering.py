"""Answers about a ledger's incidents, remembered for as long as these stay as they were last put."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

QuestionT = TypeVar("QuestionT", bound=Hashable)
AnswerT = TypeVar("AnswerT")

MOST = 100
"""Answers kept of one kind of question; more are made each time."""


class Remembered(Generic[QuestionT, AnswerT]):
    """Answers to one kind of question; threads that ask the same at the same time may all make the answer."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._state: Hashable = None
        self._answers: dict[QuestionT, AnswerT] = {}

    def answer(self, state: Hashable, question: QuestionT, make: Callable[[], AnswerT]) -> AnswerT:
        """The answer as of a state, from ``make`` where it is new; what is known of another is forgotten.

        Of no state, which is null, nothing is remembered.
        """
        if state is None:
            return make()
        with self._lock:
            if self._state != state:
                self._state, self._answers = state, {}
            if question in self._answers:
                return self._answers[question]
        made = make()
        with self._lock:
            if self._state == state and len(self._answers) < MOST:
                self._answers[question] = made
        return made

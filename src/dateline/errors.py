"""What goes wrong, in words for the person who meets it: what, where, what to do."""

from __future__ import annotations


class DatelineError(Exception):
    """Base of every error that Dateline raises on purpose."""


class InputError(DatelineError):
    """An input cannot become a report; the message is the reason kept in ``quarantined``."""


class CodebookError(DatelineError):
    """A codebook file breaks its schema.

    Args:
        file: the file's name.
        line: 1-based line, or none where the fault has no line.
        key: dotted key.
        problem: what is wrong and what is allowed.
    """

    def __init__(self, file: str, line: int | None, key: str, problem: str) -> None:
        where = f"{file}:{line}" if line else file
        super().__init__(f"{where}: {key}: {problem}")
        self.file, self.line, self.key, self.problem = file, line, key, problem


class InvariantError(DatelineError):
    """A record breaks an invariant; a fault of Dateline, not of its input."""


class LedgerError(DatelineError):
    """A ledger cannot be opened or written, or what it holds is broken; the message says which and why."""


class LedgerAwayError(LedgerError):
    """What a ledger is kept in does not answer or failed; the same may be done when it is back."""

"""How far a file of many reports was gone through."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bookmark:
    """The last report of a file that was dealt with.

    ``file`` is the absolute path, ``identity`` tells whether the file is still the same. ``number`` counts
    the file's records up to and including that report; ``offset`` is the byte where its record begins, null
    where reading cannot begin there; ``raw`` is its hash. ``finished`` says that no report comes after it.
    """

    file: str
    identity: str
    number: int
    offset: int | None
    raw: str
    finished: bool = False

"""What coding projects make of vague words and of those who say them."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model import SourceKind


@dataclass(frozen=True, slots=True)
class Policies:
    """The records of ``policies.toml``.

    ``acled_words`` are figures by the word of a vague count; ``uninvolved`` are kinds of source that are
    no party to a conflict.
    """

    version: int
    uninvolved: frozenset[SourceKind]
    acled_words: dict[str, int]

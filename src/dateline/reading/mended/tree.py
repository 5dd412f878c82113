"""A parse while it is being set right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

REACH = 40
"""Tokens around a word among which those that hang on it are sought."""


@dataclass(frozen=True, slots=True)
class Tree:
    """Lower-case words of a text, and their tags, heads and relations, which are set right in place."""

    words: Sequence[str]
    tags: list[str]
    heads: list[int]
    deps: list[str]

    def under(self, i: int) -> list[int]:
        """What hangs on a token, near it."""
        near = range(max(0, i - REACH), min(len(self.heads), i + REACH))
        return [n for n in near if self.heads[n] == i != n]

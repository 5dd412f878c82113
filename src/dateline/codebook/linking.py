"""How common words are in the telling of events."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Band:
    """Words that about this ``share`` of events use, in lower case."""

    share: float
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Linking:
    """The records of ``linking.toml``; the shares stand for that many ``events``."""

    version: int
    events: int
    band: tuple[Band, ...]

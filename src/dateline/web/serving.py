"""The choices of one server, passed in and never changed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dateline.settings import Settings
from dateline.web.roles import Token


@dataclass(frozen=True, slots=True)
class Serving:
    """How to serve a ledger.

    ``hosts`` are the names, with port, that it may be asked by. Without ``tokens`` everyone who can reach it
    is its owner, which is why the command binds to loopback alone then. ``tiles`` is the address of a tile
    server, as Leaflet writes it, null for outlines alone. ``secret`` seals sessions. ``cache`` is the folder
    of what is made once.
    """

    settings: Settings
    hosts: frozenset[str]
    tokens: tuple[Token, ...]
    tiles: str | None
    secret: bytes
    cache: Path

    @property
    def needs_token(self) -> bool:
        """Whether a visitor must show a token."""
        return bool(self.tokens)

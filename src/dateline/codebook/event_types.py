"""Event types: names, triggers, and what they are called in other schemes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EventTypes:
    """Filled by ``event_types.toml``."""

    version: int

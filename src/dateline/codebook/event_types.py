"""Event types: names, triggers, and what they are called in other schemes."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class EventType:
    """One type of event; ``casualty`` marks types that only tell of harm, whatever caused it."""

    name: str
    family: str
    acled: str
    plover: str
    parent: str | None = None
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    weak_verbs: tuple[str, ...] = ()
    weak_nouns: tuple[str, ...] = ()
    finer: dict[str, str] = field(default_factory=dict)
    casualty: bool = False


@dataclass(frozen=True, slots=True)
class Peaceful:
    """Causes of harm that are no armed conflict, as lemmas."""

    causes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventTypes:
    """The records of ``event_types.toml``."""

    version: int
    type: tuple[EventType, ...]
    not_after: dict[str, tuple[str, ...]]
    peaceful: Peaceful
    acled_event_type: dict[str, str]

    def __post_init__(self) -> None:
        for each in self.type:
            if each.acled not in self.acled_event_type:
                raise ValueError(f"type {each.name!r}: {each.acled!r} is no key of acled_event_type")

    def named(self, name: str) -> EventType:
        """The type of that name.

        Raises:
            KeyError: if the codebook has no such type.
        """
        for each in self.type:
            if each.name == name:
                return each
        raise KeyError(name)

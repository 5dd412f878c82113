"""Event types: names, triggers, and what they are called in other schemes."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class EventType:
    """One type of event.

    ``casualty`` marks types that only tell of harm, whatever caused it; ``heavy`` those that a town sees
    once a day at most, unless it is at war; ``of_war`` those of which a town at war sees several; ``lasting``
    those of which one may go on for days.
    """

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
    heavy: bool = False
    of_war: bool = False
    lasting: bool = False


@dataclass(frozen=True, slots=True)
class WordClass:
    """One kind of thing: lemmas, named-entity labels, kinds of party.

    ``weapons`` makes every weapon noun one of them, ``proper`` every proper noun that may be a person's name.
    """

    words: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    weapons: bool = False
    proper: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """A type that a word signals only in company.

    ``verbs`` (a particle may follow) and ``nouns`` are lemmas, ``families`` stands for every trigger of
    those families. ``object``, ``subject``, ``aim`` and ``near`` name word classes: one of them must be
    what the word is done to, what does it, what it is for, and, for ``near``, each must stand in the
    sentence. ``bare`` asks for no object at all, ``passive`` for the passive. ``suffered`` says that
    the subject suffers it: who steps on a mine laid none. A frame without ``type`` says that nothing of
    the kind occurred.
    """

    type: str | None = None
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    aim: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    bare: bool = False
    passive: bool = False
    suffered: bool = False

    def classes(self) -> tuple[str, ...]:
        """Every word class that it names."""
        return (*self.object, *self.subject, *self.aim, *self.near)


@dataclass(frozen=True, slots=True)
class Peaceful:
    """Lemmas of causes of harm that are no armed conflict, of dying by no cause told, and of other topics."""

    causes: frozenset[str]
    deaths: frozenset[str]
    topics: frozenset[str]


@dataclass(frozen=True, slots=True)
class Struck:
    """Verbs whose passive tells of an attack where one of ``sites`` suffers it, without ``degrees``."""

    verbs: frozenset[str]
    sites: frozenset[str]
    degrees: frozenset[str]


@dataclass(frozen=True, slots=True)
class EventTypes:
    """The records of ``event_types.toml``."""

    version: int
    type: tuple[EventType, ...]
    classes: dict[str, WordClass]
    frame: tuple[Frame, ...]
    not_after: dict[str, tuple[str, ...]]
    ambiguous: frozenset[str]
    bursting: frozenset[str]
    listing: frozenset[str]
    carriers: frozenset[str]
    harming: frozenset[str]
    peaceful: Peaceful
    struck: Struck
    armed_sites: frozenset[str]
    acled_event_type: dict[str, str]

    def __post_init__(self) -> None:
        names = {each.name for each in self.type}
        for n, frame in enumerate(self.frame, 1):
            unknown = [c for c in frame.classes() if c not in self.classes]
            if unknown or (frame.type and frame.type not in names):
                raise ValueError(f"frame {n}: no such type or class: {frame.type!r}, {unknown}")
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

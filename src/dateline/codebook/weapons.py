"""Weapons and the classes that refine an event's type."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WeaponKind:
    """One kind of weapon; ``counts`` says whether single ones are fired, so that a number counts them.

    ``bearers`` are lemmas that end a noun for a person who uses it ("gunman"); ``said_by`` are verbs and
    event nouns that say by themselves what was used ("shot").
    """

    name: str
    class_: str
    counts: bool
    bearers: frozenset[str]
    nouns: tuple[str, ...]
    said_by: frozenset[str]


@dataclass(frozen=True, slots=True)
class Weapons:
    """The records of ``weapons.toml``."""

    version: int
    weapon: tuple[WeaponKind, ...]

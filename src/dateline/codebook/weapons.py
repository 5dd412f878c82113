"""Weapons and the classes that refine an event's type."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WeaponKind:
    """One kind of weapon; ``counts`` says whether single ones are fired, so that a number counts them."""

    name: str
    class_: str
    counts: bool
    nouns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Weapons:
    """The records of ``weapons.toml``."""

    version: int
    weapon: tuple[WeaponKind, ...]

"""What tells one occurrence from another: how much each feature weighs, and how common words are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FeatureName = Literal[
    "words",
    "names",
    "report words",
    "report names",
    "report places",
    "same days",
    "next day",
    "other days",
    "same hour",
    "same place",
    "other place",
    "near",
    "far",
    "same strike",
    "shared site",
    "other sites",
    "small place",
    "same battle",
    "same victim",
    "other victims",
    "same type",
    "large count",
    "small count",
    "other number",
    "published together",
    "published far apart",
]


@dataclass(frozen=True, slots=True)
class Start:
    """Where a pair stands before anything is compared."""

    chief: float
    passing: float


@dataclass(frozen=True, slots=True)
class Weight:
    """What a feature adds, per unit: where both events are what their reports are about, and elsewhere."""

    feature: FeatureName
    chief: float
    passing: float


@dataclass(frozen=True, slots=True)
class Band:
    """Words that about this ``share`` of tellings use, in lower case."""

    share: float
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Linking:
    """The records of ``linking.toml``.

    ``unlisted`` is the share of a word that stands in no band. Two events whose weights, with ``start``,
    add up to zero or more are the same.
    """

    version: int
    unlisted: float
    start: Start
    weight: tuple[Weight, ...]
    band: tuple[Band, ...]

"""How a record came about: who made it, and from which input."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Maker:
    """What reads and links: the version of Dateline, and the digest of its codebook."""

    version: str
    codebook: str


IMPORTED = "import"
"""Kind of a reading that was taken out of a file, without its raw copy."""


@dataclass(frozen=True, slots=True)
class Making:
    """What it takes, beside the raw copy, to make a reading again, and who made it.

    ``name`` and ``kind`` are the input's: its file's own name, and what it was read as ("text",
    "html", "jsonl"), or ``IMPORTED``.
    """

    name: str
    kind: str
    maker: Maker


@dataclass(frozen=True, slots=True)
class Kept:
    """A current reading without what was read: its report, the input's path, its raw copy and making."""

    report: str
    path: str
    raw: str
    making: Making

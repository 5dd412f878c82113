"""The choices of one run, passed in and never changed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Screening = Literal["none", "crawls", "all"]
"""Which reports are read only where a screen of their words finds that they may tell something."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How to read.

    ``codebook`` is a folder of codebook files that replaces the one in the package; ``workers`` is
    the number of processes, 0 for one per core; ``cluster`` is HOST:PORT of a Ray cluster to read with,
    in place of this machine's processes. ``screen`` says whose reports are screened: nobody's, those of web
    crawls (WARC archives), or all.
    """

    codebook: Path | None = None
    workers: int = 0
    cluster: str | None = None
    screen: Screening = "none"

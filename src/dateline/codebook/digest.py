"""Which codebook is it? A digest of all that its files say."""

from __future__ import annotations

import hashlib
import json
import tomllib
from functools import cache
from pathlib import Path

from dateline.codebook.book import PACKAGED


def codebook_digest(folder: Path | None = None) -> str:
    """SHA-256 of the packaged files with the user's own from ``folder`` in their place.

    Comments and blanks do not count. The files are those that ``load_codebook`` took without a fault.
    """
    return _digest(folder) if folder else _digest_of_packaged()


@cache
def _digest_of_packaged() -> str:
    return _digest(PACKAGED)


def _digest(folder: Path) -> str:
    said = {}
    for packaged in sorted(PACKAGED.glob("*.toml")):
        own = folder / packaged.name
        file = own if own.exists() else packaged
        said[file.name] = tomllib.loads(file.read_text(encoding="utf-8"))
    return hashlib.sha256(json.dumps(said, sort_keys=True, default=str).encode()).hexdigest()

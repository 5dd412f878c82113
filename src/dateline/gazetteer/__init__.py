"""Place names: what bears them, and which of those a report means."""

from __future__ import annotations

from pathlib import Path

from dateline.codebook import Codebook
from dateline.gazetteer.build import cache_folder, ensure_gazetteer
from dateline.gazetteer.lookup import Candidate, Gazetteer

__all__ = ["Candidate", "Gazetteer", "open_gazetteer"]


def open_gazetteer(codebook: Codebook, folder: Path | None = None) -> Gazetteer:
    """The gazetteer of this codebook from ``folder`` or the user's cache.

    Built first if it is not there, in about 20 s.
    """
    return Gazetteer(ensure_gazetteer(folder or cache_folder(), codebook.countries, codebook.places))

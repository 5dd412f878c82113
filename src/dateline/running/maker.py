"""Which version and codebook read and link?"""

from __future__ import annotations

from importlib.metadata import version

from dateline.codebook import codebook_digest
from dateline.model import Maker
from dateline.settings import Settings


def maker_of(settings: Settings) -> Maker:
    """Who reads and links with these settings."""
    return Maker(version("dateline"), codebook_digest(settings.codebook))

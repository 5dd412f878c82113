"""The coding rules as data: one TOML file a topic in ``data/``, one typed record for each."""

from dateline.codebook.book import Codebook, load_codebook
from dateline.codebook.digest import codebook_digest

__all__ = ["Codebook", "codebook_digest", "load_codebook"]

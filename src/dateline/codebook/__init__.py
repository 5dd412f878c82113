"""The coding rules as data: one TOML file a topic in ``data/``, one typed record for each."""

from dateline.codebook.book import Codebook, load_codebook

__all__ = ["Codebook", "load_codebook"]

"""Words that an editor writes small, for reports that came in capitals."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Casing:
    """The records of ``casing.toml``: words mostly written small in running text, as written.

    ``endings`` are those of words formed from others ("-ed"), ``formed`` those that only words written
    small have ("-tion").
    """

    version: int
    small: frozenset[str]
    endings: tuple[str, ...]
    formed: tuple[str, ...]

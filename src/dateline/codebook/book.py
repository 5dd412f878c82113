"""All codebook files together."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dateline.codebook.event_types import EventTypes
from dateline.codebook.toml import load_toml

PACKAGED = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Codebook:
    """Every coding rule that reading and reconciling use; one field a file."""

    event_types: EventTypes


def load_codebook(folder: Path | None = None) -> Codebook:
    """Load the packaged codebook, or the user's files from ``folder`` where it has them.

    Raises:
        CodebookError: naming file, line and key of the first fault.
    """

    def file(name: str) -> Path:
        own = folder / name if folder else PACKAGED / name
        return own if own.exists() else PACKAGED / name

    return Codebook(event_types=load_toml(file("event_types.toml"), EventTypes))

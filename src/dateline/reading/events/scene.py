"""What finding triggers and their parties needs to know about a report beside its parse."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.codebook.modality import ModalityCues
from dateline.reading.actors.reader import Cast
from dateline.reading.events.lexicon import Lexicon
from dateline.reading.events.weapons import Weapon


@dataclass(frozen=True, slots=True)
class Scene:
    """The words looked for, the weapons by head token, and who is who."""

    lexicon: Lexicon
    cues: ModalityCues
    weapons: Mapping[int, Weapon]
    cast: Cast

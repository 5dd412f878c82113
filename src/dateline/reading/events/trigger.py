"""A word or phrase that tells of an occurrence."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.codebook.event_types import EventType
from dateline.model import Span


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word or phrase that tells of an occurrence; ``i`` is the token that carries its grammar.

    ``suffered`` tells that its subject suffers it and does not do it.
    """

    i: int
    span: Span
    type: EventType
    weak: bool
    suffered: bool = False

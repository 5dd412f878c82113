"""A place in a sentence for something counted."""

from __future__ import annotations

from typing import NamedTuple

from dateline.model import Field
from dateline.reading.rules import Rule


class Slot(NamedTuple):
    """A place for something counted: its token, and what the word at ``trigger`` says of it."""

    token: int
    field: Field
    trigger: int
    rule: Rule

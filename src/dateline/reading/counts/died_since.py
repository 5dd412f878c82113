"""Who of those told as hurt is then told to have died, and so is none of the injured?"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

from dateline.codebook.counts import Counts
from dateline.model import Field, Number
from dateline.reading.counts.fits import HARM
from dateline.reading.counts.rules import DEFINITE
from dateline.reading.parse import Parse

AGAIN = frozenset(("he", "she", "who", "both", "they", "all"))
"""What stands for those told right before."""

SENTENCES_AFTER = 2
"""Sentences behind the hurt in which their death is looked for."""


class Told(Protocol):
    """As much of a count as is asked for here."""

    @property
    def field(self) -> Field:
        """Which harm."""

    @property
    def value(self) -> Number:
        """How many."""

    @property
    def head(self) -> int:
        """The token of those counted."""

    @property
    def trigger(self) -> int:
        """The token of the word of harm."""

    @property
    def rule(self) -> str:
        """What made the count."""


def hurt_who_died(parse: Parse, counts: Sequence[Told], book: Counts) -> frozenset[int]:
    """Which of the counts, by place in the list, are of injured who all died.

    "A guard was wounded on Monday. He died on Tuesday": the guard; also "two guards ... both died",
    "a girl ... the girl died". Not where another who was harmed is told between.
    """
    harmed = sorted((n for n, each in enumerate(counts) if each.field in HARM), key=lambda n: counts[n].head)
    found = set[int]()
    for n, then in pairwise(harmed):
        hurt, dead = counts[n], counts[then]
        away = parse.tokens[dead.head].sentence - parse.tokens[hurt.head].sentence
        dies = dead.field == "killed" and parse.tokens[dead.trigger].lemma not in book.object
        if hurt.field == "injured" and dies and away <= SENTENCES_AFTER and _are_same(parse, hurt, dead):
            found.add(n)
    return frozenset(found)


def _are_same(parse: Parse, hurt: Told, dead: Told) -> bool:
    """Whether the dead are told by a word for the hurt, and are as many."""
    if (hurt.value.low, hurt.value.high) != (dead.value.low, dead.value.high):
        return False
    known = parse.tokens[dead.head]
    first = parse.tokens[dead.head - 1].lower if dead.head else ""
    again = known.lower in AGAIN or (known.tag == "CD" and first in AGAIN)  # "all three died"
    return again or (dead.rule == DEFINITE.id and known.lemma == parse.tokens[hurt.head].lemma)

"""How much does it say that two tellings use the same words?"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from sys import intern

from dateline.codebook.linking import Linking
from dateline.model import Claim

WORD = re.compile(r"[^\W\d_][\w'’-]+")
POSSESSIVE = ("'s", "’s")

SHORT = 300.0
"""The least length that tellings are held to have: a sentence of common words is like any other."""

NAMES = 4.5
"""The least weight of a name: "Tuesday" and "Police" are none."""

ENOUGH = 12.0
"""Names that weigh less than this together are too few for their share to say anything."""


FINEST = 2.0**20
"""Weights are multiples of one part in so many."""


@dataclass(frozen=True, slots=True)
class Words:
    """The rarest words of a telling in lower case, rarest first; ``names`` are written with a capital.

    ``length`` is the sum of the squared weights of ``all``, ``named`` the sum of the weights of ``names``.
    """

    all: tuple[str, ...]
    names: tuple[str, ...]
    length: float
    named: float


class Rarity:
    """Weights of words: minus the logarithm of the share of tellings that use the word.

    The shares are the codebook's and not the ledger's own, so that how alike two tellings are depends
    on nothing but the two: not on what else was reported, nor on the order in which it came.
    """

    def __init__(self, linking: Linking) -> None:
        self._weight = {w: _whole(-math.log(band.share)) for band in linking.band for w in band.words}
        self._square = {w: _whole(weight**2) for w, weight in self._weight.items()}
        self._unlisted = _whole(-math.log(linking.unlisted))
        self._unlisted_square = _whole(self._unlisted**2)

    def weight(self, word: str) -> float:
        """The weight of a word in lower case."""
        return self._weight.get(word, self._unlisted)

    def square(self, word: str) -> float:
        """The squared weight of a word in lower case."""
        return self._square.get(word, self._unlisted_square)

    def words(self, found: Iterable[str], names: Iterable[str], most: int) -> Words:
        """Keep ``most`` words and as many names: the rarest, so that any two tellings keep the same ones."""
        rare = (n for n in names if self.weight(n) >= NAMES)
        kept, called = self._rarest(found, most), self._rarest(rare, most)
        return Words(kept, called, sum(map(self.square, kept), 0.0), sum(map(self.weight, called), 0.0))

    def _rarest(self, words: Iterable[str], most: int) -> tuple[str, ...]:
        ordered = sorted(set(words), key=lambda w: (-self.weight(w), w))
        return tuple(intern(w) for w in ordered[:most])


def _whole(weight: float) -> float:
    """A multiple of a power of two: sums of such are exact, in whatever order."""
    return round(weight * FINEST) / FINEST


def words_of(claims: Iterable[Claim]) -> tuple[set[str], set[str]]:
    """The words of the sentences that claims quote, and those that have a capital inside a sentence."""
    found: set[str] = set()
    names: set[str] = set()
    for quote in {c.quote for c in claims}:
        for match in WORD.finditer(quote):
            word = plain(match[0])
            found.add(word)
            if match[0][0].isupper() and match.start() > 0:
                names.add(word)
    return found, names


def plain(word: str) -> str:
    """A word in lower case without the ending of a possessor."""
    word = word.lower()
    for ending in POSSESSIVE:
        word = word.removesuffix(ending)
    return word

"""How much does it say that two events are told in the same words?"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dateline.codebook.linking import Linking
from dateline.model import Claim

WORD = re.compile(r"[^\W\d_][\w'’-]+")
POSSESSIVE = ("'s", "’s")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of an event's quotes in lower case; ``names`` are those with a capital inside a sentence."""

    all: frozenset[str]
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two tellings are in words.

    ``words`` is the cosine, 0 to 1, of their words weighed by rarity, less for short ones; ``names``
    the rarity of the names that both use added up, ``share`` its share of what the one with fewer
    names has; ``rarest`` the rarest of them.
    """

    words: float
    names: float
    share: float
    rarest: tuple[str, ...]


class Rarity:
    """Weights of words: the logarithm of how many events there are to one that uses the word.

    The codebook's shares stand in for the news at large, so that a ledger of two reports knows which
    words are common.
    """

    def __init__(self, told: Mapping[str, Words], linking: Linking) -> None:
        self._told = told
        self._used = Counter(w for words in told.values() for w in words.all)
        common = {w: band.share * linking.events for band in linking.band for w in band.words}
        events = len(told) + linking.events
        self._weight = {w: math.log(events / (n + common.get(w, 0.0))) for w, n in self._used.items()}
        self._square = {w: weight * weight for w, weight in self._weight.items()}
        self._length = {k: self._squares(words.all) for k, words in told.items()}
        self._names = {k: self._weights(words.names) for k, words in told.items()}

    def rare_names(self, ident: str, most: int) -> list[str]:
        """The names of an event that some but at most ``most`` events use."""
        return sorted(w for w in self._told[ident].names if 1 < self._used[w] <= most)

    def likeness(self, a: str, b: str) -> Likeness:
        """How alike the tellings of two events, given by id, are."""
        one, two = self._told[a], self._told[b]
        shared = one.names & two.names
        names = self._weights(shared)
        fewer = min(self._names[a], self._names[b])
        length = max(SHORT, math.sqrt(self._length[a] * self._length[b]))
        words = self._squares(one.all & two.all) / length
        rarest = tuple(sorted(shared, key=lambda w: (-self._weight[w], w))[:3])
        return Likeness(words, names, names / fewer if fewer > ENOUGH else 0.0, rarest)

    def _weights(self, words: Iterable[str]) -> float:
        return math.fsum(self._weight[w] for w in words)

    def _squares(self, words: Iterable[str]) -> float:
        return math.fsum(self._square[w] for w in words)


SHORT = 300.0
"""The least length that tellings are held to have: a sentence of common words is like any other."""

ENOUGH = 8.0
"""Names that weigh less than this together are too few for their share to say anything."""


def words_of(claims: Iterable[Claim]) -> Words:
    """The words of the sentences that an event's claims quote."""
    found: set[str] = set()
    names: set[str] = set()
    for quote in {c.quote for c in claims}:
        for match in WORD.finditer(quote):
            word = match[0].lower()
            for ending in POSSESSIVE:
                word = word.removesuffix(ending)
            found.add(word)
            if match[0][0].isupper() and match.start() > 0:
                names.add(word)
    return Words(frozenset(found), frozenset(names))

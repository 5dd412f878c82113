"""Synthetic events for linking: many reports of few occurrences, in few towns, in few weeks.

One occurrence in twenty is in one city within one week; the rest follow Zipf's law over towns and lie
within three years. Reports come with copies, revised tolls and other incidents told in passing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, count, islice
from random import Random

from dateline.codebook import Codebook
from dateline.model import Place, When
from dateline.reconcile.gather import MOST_REPORT_WORDS, MOST_WORDS
from dateline.reconcile.rarity import Rarity
from dateline.reconcile.views import EventView, Telling

FIRST = date(2031, 1, 1)
DAYS = 1000
TOWNS = 5000
VOCABULARY = 60_000
"""Rare words that there are."""

COMMON, RARE = 60, 40
"""Words of an occurrence that the codebook lists, drawn by how common they are; and rare ones."""

IN_THE_CITY = 0.05
"""Share of occurrences that befall one city within one week."""

PER_OCCURRENCE = 4
"""Reports of an occurrence, on average; few have many."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """What happened: a town, a day, a type, a toll, and the words that its reports draw on."""

    number: int
    town: int
    day: int
    type: int
    killed: int
    words: tuple[str, ...]


def synthetic_events(events: int, codebook: Codebook, seed: int = 1) -> Iterator[EventView]:
    """That many events; the same for the same count and seed."""
    return islice(_Reporter(codebook, Random(seed)).events(), events)


class _Reporter:
    """Reports occurrence after occurrence."""

    def __init__(self, codebook: Codebook, random: Random) -> None:
        self._types = codebook.event_types.type
        self._rarity = Rarity(codebook.linking)
        self._random = random
        self._common = [word for band in codebook.linking.band for word in sorted(band.words)]
        self._shares = list(accumulate(b.share for b in codebook.linking.band for _ in b.words))

    def events(self) -> Iterator[EventView]:
        """Events without end."""
        random, earlier = self._random, list[Occurrence]()
        for number in count():
            occurrence = self._occurrence(number)
            reports = min(400, 1 + int(random.paretovariate(1.2) * (PER_OCCURRENCE - 1) / 2))
            for n in range(reports):
                recalled = random.choice(earlier) if earlier and random.random() < 0.4 else None
                yield from self._report(occurrence, recalled, f"report-{number}-{n}")
            earlier = [*earlier[-200:], occurrence]

    def _report(self, told: Occurrence, recalled: Occurrence | None, report: str) -> Iterator[EventView]:
        random = self._random
        words = random.sample(told.words, min(len(told.words), 60))
        published = FIRST + timedelta(told.day + min(40, int(random.paretovariate(1.0)) - 1))
        kept = self._rarity.words(words, _names(words), MOST_REPORT_WORDS)
        telling = Telling(report, report, report, published, kept, frozenset((f"town {told.town}",)), {})
        yield self._view(told, telling, words, chief=True)
        if recalled:
            words = random.sample(recalled.words, min(len(recalled.words), 15))
            yield self._view(recalled, telling, words, chief=False)

    def _view(self, told: Occurrence, telling: Telling, words: list[str], *, chief: bool) -> EventView:
        random, day = self._random, FIRST + timedelta(told.day)
        dated, placed = random.random() < 0.7, random.random() < 0.8
        town, country = f"town {told.town}", f"C{told.town % 60}"
        lat, lon = told.town % 120 - 60.0, told.town * 7 % 340 - 170.0
        return EventView(
            f"{telling.report}-{'a' if chief else 'b'}",
            telling,
            chief,
            8 if chief else 3,
            self._types[told.type],
            When(day, day, "day", None, "") if dated else None,
            dated,
            Place(town, lat, lon, told.town, country, None, "exact", 2.0, town) if placed else None,
            frozenset((town,)) if placed else frozenset(),
            frozenset((country,)) if placed else frozenset(),
            frozenset(),
            frozenset(),
            (("killed", told.killed + random.randrange(1 + told.killed // 5)),),
            frozenset(),
            self._rarity.words(words, _names(words), MOST_WORDS),
        )

    def _occurrence(self, number: int) -> Occurrence:
        random = self._random
        crowded = random.random() < IN_THE_CITY
        town = 0 if crowded else min(TOWNS - 1, int(random.paretovariate(0.9)))
        day = random.randrange(7) if crowded else random.randrange(DAYS)
        common = random.choices(self._common, cum_weights=self._shares, k=COMMON)
        rare = [f"w{random.randrange(VOCABULARY)}" for _ in range(RARE)]
        words = tuple(dict.fromkeys((*common, *rare)))
        return Occurrence(number, town, day, random.randrange(12), int(random.paretovariate(0.8)), words)


def _names(words: list[str]) -> list[str]:
    """A quarter of the rare words, the same ones in every run."""
    return [w for w in words if w[1:].isdecimal() and int(w[1:]) % 4 == 0]

"""What was matched -> how much is right: by field, by part, and how claims were brought together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import comb

from dateline.evaluate.gold import Gold, GoldFigure, GoldIncident
from dateline.evaluate.match import Matched, Pair, match, wrong_parts
from dateline.evaluate.same import words
from dateline.model import Field, FieldSummary, Incident, Ledger


@dataclass(frozen=True, slots=True)
class Rate:
    """So many right of so many; a share is null where there was none to get right."""

    right: int
    of: int

    @property
    def share(self) -> float | None:
        """Right in per cent, to a tenth."""
        return round(100 * self.right / self.of, 1) if self.of else None


@dataclass(frozen=True, slots=True)
class FieldScore:
    """One field of claims.

    ``recall`` is values found of those marked, ``precision`` values marked of those read. The other rates
    are over values found whose source, modality, place or time was marked.
    """

    field: str
    recall: Rate
    precision: Rate
    source: Rate
    modality: Rate
    place: Rate
    time: Rate


@dataclass(frozen=True, slots=True)
class IncidentScore:
    """The marked incidents. The ledger's one is the one that holds most of its claims that were found.

    ``figures`` are the ends and statuses of fields.
    """

    found: Rate
    type: Rate
    days: Rate
    country: Rate
    places: Rate
    actors: Rate
    weapons: Rate
    figures: Rate


@dataclass(frozen=True, slots=True)
class Linking:
    """Pairs of claims found: those rightly in one incident, of those marked so and of those read so."""

    recall: Rate
    precision: Rate


@dataclass(frozen=True, slots=True)
class Scores:
    """Everything ``dateline evaluate`` tells."""

    fields: tuple[FieldScore, ...]
    all: FieldScore
    linking: Linking
    incidents: IncidentScore
    matched: Matched


def evaluate(gold: Gold, ledger: Ledger) -> Scores:
    """Score a ledger against marked reports. Reports of the ledger that were not marked do not count."""
    matched = match(gold, ledger)
    fields = sorted({pair.gold.fields[0] for pair in matched.pairs} | {c.field for c in matched.beyond})
    held = {claim: each for each in ledger.incidents for claim in each.claims}
    return Scores(
        tuple(_field(name, matched, {name}) for name in fields),
        _field("all", matched, set(fields)),
        _linking(matched.pairs, held),
        _incidents(gold, matched.pairs, held),
        matched,
    )


def _field(name: str, matched: Matched, fields: set[Field] | set[str]) -> FieldScore:
    pairs = [pair for pair in matched.pairs if pair.gold.fields[0] in fields]
    beyond = sum(claim.field in fields for claim in matched.beyond)
    found = [pair for pair in pairs if pair.claim]

    def part(part: str, marked: Callable[[Pair], bool]) -> Rate:
        asked = [pair for pair in found if marked(pair)]
        right = sum(part not in wrong_parts(p.claim, p.gold) for p in asked if p.claim)
        return Rate(right, len(asked))

    return FieldScore(
        name,
        Rate(len(found), len(pairs)),
        Rate(len(found), len(found) + beyond),
        part("source", lambda p: bool(p.gold.sources)),
        part("modality", lambda p: True),
        part("place", lambda p: p.gold.place is not None),
        part("time", lambda p: p.gold.when is not None),
    )


def _linking(pairs: Sequence[Pair], held: dict[str, Incident]) -> Linking:
    told = [
        (pair.gold.incident, held[pair.claim.id].id)
        for pair in pairs
        if pair.gold.incident and pair.claim and pair.claim.id in held
    ]
    right = _pairs(told)
    return Linking(
        Rate(right, _pairs(gold for gold, _ in told)), Rate(right, _pairs(read for _, read in told))
    )


def _pairs(each: Iterable[object]) -> int:
    """How many pairs of equals there are."""
    return sum(comb(n, 2) for n in Counter(each).values())


def _incidents(gold: Gold, pairs: Sequence[Pair], held: dict[str, Incident]) -> IncidentScore:
    found = [(each, _most(each.name, pairs, held)) for each in gold.incidents]
    there = [(want, got) for want, got in found if got]
    figures = [(figure, dict(got.fields).get(figure.field)) for want, got in there for figure in want.figures]
    return IncidentScore(
        Rate(len(there), len(found)),
        _rate((got.type.name == want.type) for want, got in there if want.type),
        _rate(_days(want, got) for want, got in there if want.start),
        _rate(bool(got.place and got.place.country == want.country) for want, got in there if want.country),
        _rate(_named(name, _places(got, pairs)) for want, got in there for name in want.places),
        _rate(_named(name, (e.name for e in got.actors)) for want, got in there for name in want.actors),
        _rate(_named(name, (t.name for t in got.weapons)) for want, got in there for name in want.weapons),
        _rate(_figure(figure, summary) for figure, summary in figures),
    )


def _most(name: str, pairs: Sequence[Pair], held: dict[str, Incident]) -> Incident | None:
    mine = [held[p.claim.id] for p in pairs if p.gold.incident == name and p.claim and p.claim.id in held]
    counted = Counter(each.id for each in mine)
    best = max(counted, key=lambda id_: (counted[id_], id_), default=None)
    return next((each for each in mine if each.id == best), None)


def _places(incident: Incident, pairs: Sequence[Pair]) -> list[str]:
    """The incident's own place, and those of its claims that were found."""
    held = [p.claim.place for p in pairs if p.claim and p.claim.id in incident.claims]
    return [f"{place.name} {place.text}" for place in (incident.place, *held) if place]


def _named(name: str, names: Iterable[str]) -> bool:
    return any(words(name) <= words(each) for each in names)


def _days(want: GoldIncident, got: Incident) -> bool:
    if got.when is None:
        return False
    return str(got.when.start) == want.start and want.end in (None, str(got.when.end))


def _figure(want: GoldFigure, summary: FieldSummary | None) -> bool:
    return summary is not None and getattr(summary, want.part) in want.values


def _rate(right: Iterable[bool]) -> Rate:
    told = list(right)
    return Rate(sum(told), len(told))

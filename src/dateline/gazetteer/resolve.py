"""All place names of one report together -> one place for each, or none.

A candidate is weighed by its own weight (people), by how much the rest of the report speaks of its country
and division, by how near it is to places that are hardly others, and by what the text puts it in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from math import sqrt
from typing import NamedTuple

from dateline.codebook.places import SITES, PlaceKind
from dateline.gazetteer.geo import distance_km
from dateline.gazetteer.lookup import Candidate

WIDE: frozenset[PlaceKind] = frozenset(("country", "region", "water", "province"))
FOREIGN_SITE_LOSS = 3.0
"""For a camp or quarter of a country that the report is not about."""
OF_KIND, NOT_OF_KIND = 3.0, -2.0
COUNTRY_GAIN, DIVISION_GAIN = 3.0, 2.0
"""For being in the country, or the division, that the report speaks of most."""
COUNTRY_WEIGHT, SURE_WEIGHT, UNSURE_WEIGHT = 1.0, 0.5, 0.1
"""What each mention says of where the report is: of a country, of a place hardly another, of any place."""
SURE_BY = 1.5
NEAR_KM, NEAR_GAIN = 100.0, 1.5
"""For lying close to a place that is hardly another."""
STRAY_PRIOR, ELSEWHERE, STRAY_KM = 5.2, 1.0, 500.0
"""A town of fewer than 160,000 is not meant where the report is about other countries and all is far away."""
PARTS: frozenset[PlaceKind] = frozenset(("neighbourhood", "district"))
"""Kinds of which every country has some that bear the names of towns elsewhere."""
CONTAINED_GAIN, IN_DIVISION_GAIN = 3.5, 6.0
"""For being where the text puts it: "Paris, Texas" gains more than it has fewer people; a country less."""


class Asked(NamedTuple):
    """A name that awaits its place.

    ``key`` is the folded name; ``kinds`` is what the words beside it say it is, empty where they do
    not; ``inside`` the index of the name that the text puts it in ("Hit, Anbar"), or none; ``bracketed``
    tells that it does so in brackets ("Hit (Anbar)"), which no list does.
    """

    key: str
    candidates: tuple[Candidate, ...]
    kinds: frozenset[PlaceKind] = frozenset()
    inside: int | None = None
    bracketed: bool = False


Weights = dict[str, float]
"""How much a report says that it is about a country (two letters) or a division (GeoNames code)."""


def resolve(asked: Sequence[Asked], countries: Mapping[str, float]) -> tuple[Candidate | None, ...]:
    """A place for each name; none where the gazetteer has none.

    ``countries`` is how much the report speaks of each country by other words than these names. A name
    means one place throughout, unless the text puts it in another.
    """
    picks: list[Candidate | None] = [max(a.candidates, key=_prior_of(a), default=None) for a in asked]
    for _ in range(2):
        evidence = _Evidence(asked, picks, countries)
        picks = _pick_all(asked, evidence)
    held = {
        a.key
        for a, p in zip(asked, picks, strict=True)
        if a.inside is not None and _is_held(picks[a.inside], p)
    }
    evidence = _Evidence(asked, picks, countries)
    return tuple(
        None
        if pick and a.key not in held and (evidence.is_stray(a, pick) or _is_abroad(a, pick, picks, asked))
        else pick
        for a, pick in zip(asked, picks, strict=True)
    )


def _is_abroad(a: Asked, pick: Candidate, picks: Sequence[Candidate | None], asked: Sequence[Asked]) -> bool:
    """Whether the text puts the name in another country than the one where it was found.

    In a country, or what it calls a province or region: "Orlow, Eastern Region".
    """
    outer = picks[a.inside] if a.inside is not None else None
    if outer is None or a.inside is None or outer.country == pick.country:
        return False
    called = outer.kind == "province" and bool(asked[a.inside].kinds & WIDE)
    small = pick.kind in ("town", *SITES) and pick.prior < STRAY_PRIOR
    if a.bracketed and outer.country:
        return pick.kind in ("town", *SITES)
    return small and (outer.kind == "country" or called)


def _is_held(outer: Candidate | None, inner: Candidate | None) -> bool:
    return inner is not None and outer is not None and holds(outer, inner)


class _Evidence:
    """What all names but one say of where the report is."""

    def __init__(
        self, asked: Sequence[Asked], picks: Sequence[Candidate | None], countries: Mapping[str, float]
    ) -> None:
        self._all: Weights = defaultdict(float, countries)
        self._by_key: dict[str, Weights] = defaultdict(lambda: defaultdict(float))
        self._named: Weights = defaultdict(float)
        self._sure: dict[str, Candidate] = {}
        self._picks = {a.key: pick for a, pick in zip(asked, picks, strict=True) if pick}
        for a, pick in zip(asked, picks, strict=True):
            if pick is None:
                continue
            weight = COUNTRY_WEIGHT
            if pick.kind != "country":
                sure = _is_sure(a, pick) or (a.inside is not None and _is_held(picks[a.inside], pick))
                weight = SURE_WEIGHT if sure else UNSURE_WEIGHT
                if sure and pick.kind not in WIDE:
                    self._sure[a.key] = pick
            for code in (pick.country, *pick.divisions):
                if code:
                    self._all[code] += weight
                    self._named[code] += weight
                    self._by_key[a.key][code] += weight

    def gains(self, key: str, candidates: Sequence[Candidate]) -> dict[int, float]:
        """What the rest of the report adds to each candidate for the name ``key``, by candidate id."""
        own = self._by_key[key]
        rest = {code: weight - own.get(code, 0.0) for code, weight in self._all.items()}
        countries = max((w for code, w in rest.items() if len(code) == 2), default=0.0)
        divisions = max((w for code, w in rest.items() if len(code) > 2), default=0.0)
        near = [(s.lat, s.lon) for k, s in self._sure.items() if k != key]
        found = {}
        for c in candidates:
            country = _share(rest.get(c.country or "", 0.0), countries)
            division = max((_share(rest.get(d, 0.0), divisions) for d in c.divisions), default=0.0)
            found[c.id] = COUNTRY_GAIN * sqrt(country) + DIVISION_GAIN * sqrt(division)
            if c.kind not in WIDE and any(distance_km((c.lat, c.lon), point) <= NEAR_KM for point in near):
                found[c.id] += NEAR_GAIN
            if c.kind in SITES and not country:
                found[c.id] -= FOREIGN_SITE_LOSS
        return found

    def is_stray(self, asked: Asked, pick: Candidate) -> bool:
        """Whether a small place, or a part of one, lies far from all else in a report of other countries."""
        if not pick.country or (pick.prior >= STRAY_PRIOR and not asked.kinds & PARTS):
            return False
        key = asked.key
        own = self._by_key[key]
        rest = {code: w - own.get(code, 0.0) for code, w in self._named.items() if len(code) == 2}
        if self._all[pick.country] - own[pick.country] > 0.0 or max(rest.values(), default=0.0) < ELSEWHERE:
            return False
        here = (pick.lat, pick.lon)
        others = [c for k, c in self._picks.items() if k != key]
        return all(distance_km(here, (c.lat, c.lon)) - c.radius_km > STRAY_KM for c in others)


def _share(part: float, most: float) -> float:
    return max(0.0, part) / most if most > 0 else 0.0


def _pick_all(asked: Sequence[Asked], evidence: _Evidence) -> list[Candidate | None]:
    scores: list[dict[int, float]] = []
    for a in asked:
        gains = evidence.gains(a.key, a.candidates) if len(a.candidates) > 1 else {}
        prior = _prior_of(a)
        scores.append({c.id: prior(c) + gains[c.id] for c in a.candidates if gains})

    def score(n: int, c: Candidate) -> tuple[float, int]:
        return scores[n].get(c.id, 0.0), -c.id

    picks = [max(a.candidates, key=partial(score, n), default=None) for n, a in enumerate(asked)]
    said: dict[str, Candidate] = {}
    for n, a in enumerate(asked):
        held = a.inside is not None and _held(asked, score, n, a.inside)
        if held:
            picks[n], picks[a.inside or 0] = held
            said.setdefault(a.key, held[0])
    return [
        said[a.key] if a.inside is None and a.key in said and not a.kinds else pick
        for a, pick in zip(asked, picks, strict=True)
    ]


def _held(
    asked: Sequence[Asked], score: Callable[[int, Candidate], tuple[float, int]], n: int, outer: int
) -> tuple[Candidate, Candidate] | None:
    """The best reading of "inner, outer" in which one holds the other; none if two places are likelier."""
    inner, around = asked[n].candidates, asked[outer].candidates
    pairs = [(i, o) for i in inner for o in around if holds(o, i)]
    if not pairs:
        return None

    def together(pair: tuple[Candidate, Candidate]) -> float:
        return score(n, pair[0])[0] + score(outer, pair[1])[0]

    best = max(pairs, key=lambda pair: (together(pair), -pair[0].id, -pair[1].id))
    apart = max(score(n, c)[0] for c in inner) + max(score(outer, c)[0] for c in around)
    gain = CONTAINED_GAIN if best[1].kind == "country" else IN_DIVISION_GAIN
    return best if together(best) + gain >= apart else None


def holds(outer: Candidate, inner: Candidate) -> bool:
    """Whether one place lies in the other by country or division."""
    if outer.id == inner.id:
        return False
    if outer.kind == "country":
        return outer.country == inner.country and inner.kind != "country"
    if outer.divisions and outer.kind in ("province", "district", "region"):
        return outer.divisions[-1] in inner.divisions
    if outer.kind == "town" and inner.kind in SITES:
        return bool(outer.divisions) and outer.divisions[-1] in inner.divisions
    return False


def _prior_of(a: Asked) -> Callable[[Candidate], float]:
    """How likely a candidate is by its own weight and by what the words beside the name say it is."""

    def prior(c: Candidate) -> float:
        if not a.kinds:
            return c.prior
        return c.prior + (OF_KIND if c.kind in a.kinds else NOT_OF_KIND)

    return prior


def _is_sure(a: Asked, pick: Candidate) -> bool:
    prior = _prior_of(a)
    return all(prior(pick) >= prior(c) + SURE_BY for c in a.candidates if c.id != pick.id)

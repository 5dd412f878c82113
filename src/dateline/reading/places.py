"""Which places does a report name, and where are they?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Set
from difflib import SequenceMatcher

from dateline.codebook import Codebook
from dateline.gazetteer.fold import bare, fold
from dateline.gazetteer.lookup import Candidate, Gazetteer
from dateline.gazetteer.resolve import Asked, resolve
from dateline.model import Mention, Place, PlaceMention
from dateline.reading.parse import Parse
from dateline.reading.places_gate import is_marked, is_place
from dateline.reading.places_links import container, is_coordinated, is_sited
from dateline.reading.places_relation import Relation, placed, relation_of
from dateline.reading.places_spot import Page, Spot, page_of, spots

DEMONYM_WEIGHT, DATELINE_WEIGHT = 0.7, 2.0
"""How much a word such as "Iraqi" and the dateline say that the report is about it."""
TELLING_PRIOR = 5.5
"""A place as likely as a town of 300,000 tells which country a report is about."""
ALIKE = 0.6
"""Share of letters that a name must have in common with the place whose sound it has."""


def read_places(
    parse: Parse, gazetteer: Gazetteer, codebook: Codebook, dateline: str | None
) -> tuple[PlaceMention, ...]:
    """Every place that the text names, in text order.

    ``span`` covers the name, with a word of direction that narrows an area ("western X"). A name that
    the gazetteer lacks is a mention without coordinates where the grammar marks it as a place.
    """
    page = page_of(parse, gazetteer, codebook)
    found = _found(page)
    countries = _countries_spoken_of(page, found)
    front = _dateline_candidate(dateline, gazetteer, codebook, countries)
    if front and front.country:
        countries[front.country] += DATELINE_WEIGHT
    found = _with_sounds(page, found, countries)
    asked = [
        Asked(fold(s.name), s.candidates, s.kinds, container(page, found, n)) for n, s in enumerate(found)
    ]
    resolved = resolve(asked, countries)
    return tuple(_mention(page, spot, place) for spot, place in zip(found, resolved, strict=True))


def resolve_dateline(dateline: str | None, gazetteer: Gazetteer, codebook: Codebook) -> Place | None:
    """The place of a dateline ("HILLTON, Colo."); none where there is none or the gazetteer lacks it."""
    chosen = _dateline_candidate(dateline, gazetteer, codebook, {})
    if chosen is None or not dateline:
        return None
    return placed(dateline.split(",")[0].strip(), dateline, chosen, Relation())


def _dateline_candidate(
    dateline: str | None, gazetteer: Gazetteer, codebook: Codebook, countries: Mapping[str, float]
) -> Candidate | None:
    parts = [part.strip() for part in (dateline or "").split("(")[0].split(",") if part.strip()]
    asked = []
    for n, part in enumerate(parts):
        inside = n + 1 if n + 1 < len(parts) else None
        asked.append(Asked(fold(part), gazetteer.candidates(part), inside=inside))
    chosen = resolve(asked, countries)
    return next((c for c in chosen if c), None)


def _countries_spoken_of(page: Page, found: list[Spot]) -> defaultdict[str, float]:
    """Weight by country code of the demonyms in the text, and of a country's name used as one."""
    weights: defaultdict[str, float] = defaultdict(float)
    countries, tokens = page.codebook.countries, page.parse.tokens
    places = {i for spot in found for i in range(spot.first, spot.end)}
    i = 0
    while i < len(tokens):
        width = 1
        if i not in places and tokens[i].text[0].isupper():
            for n in (2, 1):
                country = countries.country_of(page.parse.words(i, min(i + n, len(tokens))))
                if country:
                    weights[country.code] += DEMONYM_WEIGHT
                    width = n
                    break
        i += width
    return weights


def _found(page: Page) -> list[Spot]:
    """The names that are places where they stand."""
    possible = [*spots(page)]
    found: list[Spot] = []
    for n, spot in enumerate(possible):
        in_list = bool(found) and is_coordinated(page, found[-1], spot)
        after = possible[n + 1] if n + 1 < len(possible) else None
        if is_place(page, spot, in_list, is_sited(page, spot, after)):
            found.append(spot)
    return found


def _with_sounds(page: Page, found: list[Spot], countries: Mapping[str, float]) -> list[Spot]:
    """The names, those that the gazetteer lacks with the places of the report's countries that sound alike.

    One that neither it nor the grammar knows for a place is left out.
    """
    about = set(countries)
    for spot in found:
        best = max(spot.candidates, key=lambda c: c.prior, default=None)
        if best and best.country and best.prior >= TELLING_PRIOR:
            about.add(best.country)
    heard = [spot if spot.candidates else _by_sound(spot, page.gazetteer, about) for spot in found]
    return [spot for spot in heard if spot.candidates or is_marked(page, spot)]


def _by_sound(spot: Spot, gazetteer: Gazetteer, countries: Set[str]) -> Spot:
    name = bare(fold(spot.name))
    alike = [
        c
        for c in gazetteer.sounding(spot.name, sorted(countries))
        if SequenceMatcher(None, name, bare(fold(c.name)), autojunk=False).ratio() >= ALIKE
    ]
    return spot._replace(candidates=tuple(alike))


def _mention(page: Page, spot: Spot, chosen: Candidate | None) -> PlaceMention:
    relation = relation_of(page, spot, chosen)
    span = page.parse.span(relation.first if relation.first is not None else spot.first, spot.end)
    return Mention("place", span, placed(spot.name, span.of(page.parse.text), chosen, relation))

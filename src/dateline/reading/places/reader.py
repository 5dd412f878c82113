"""Which places does a report name, and where are they?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Set
from dataclasses import replace
from difflib import SequenceMatcher

from dateline.codebook import Codebook
from dateline.gazetteer.fold import bare, fold
from dateline.gazetteer.lookup import Candidate, Gazetteer
from dateline.gazetteer.resolve import Asked, resolve
from dateline.model import Mention, Place, PlaceMention
from dateline.reading.parse import Parse
from dateline.reading.places.beside import NAMED_AFTER, Page, Spot, page_of
from dateline.reading.places.gate import is_of_report, is_place
from dateline.reading.places.headed import headed
from dateline.reading.places.home import Meant, at_home, country_of, home_of, is_body
from dateline.reading.places.links import container, is_bracketed, is_coordinated, is_dateline_name, is_sited
from dateline.reading.places.relation import Relation, placed, relation_of
from dateline.reading.places.spot import spots
from dateline.reading.places.unlisted import is_marked

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
    the gazetteer lacks is a mention where the grammar marks it as a place: as coarse as the known place
    that the text puts it in ("the village of X in Anbar"), else without coordinates, in the country that the
    report is about.
    """
    page = page_of(parse, gazetteer, codebook)
    possible = [spot for spot in spots(page) if not is_body(page, spot)]
    found = _found(page, possible)
    countries = _countries_spoken_of(page, found)
    spoken = dict(countries)
    front = _dateline_candidate(dateline, gazetteer, codebook, countries)
    if front and front.country:
        countries[front.country] += DATELINE_WEIGHT
    about = _countries_told(found) | countries.keys()
    found = _with_more(page, possible, found, about)
    found = [
        spot if spot.candidates or is_dateline_name(page, spot) else _by_sound(spot, gazetteer, about)
        for spot in found
    ]
    found = [spot for spot in found if spot.candidates or is_marked(page, spot)]
    asked = [
        Asked(fold(s.name), s.candidates, s.kinds, container(page, found, n), is_bracketed(page, found, n))
        for n, s in enumerate(found)
    ]
    chosen = resolve(asked, countries)
    meant = at_home(page, found, asked, chosen, home_of(page, found, chosen, front))
    country = country_of(page, found, chosen, spoken) or (front.country if front else None)
    return tuple(
        _mention(page, spot, is_in, chosen[a.inside] if a.inside is not None else None, country)
        for spot, a, is_in in zip(found, asked, meant, strict=True)
        if is_in.place or is_marked(page, spot)
    )


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


def _found(page: Page, possible: list[Spot]) -> list[Spot]:
    """The names that are places where they stand."""
    found: list[Spot] = []
    for n, spot in enumerate(possible):
        in_list = bool(found) and is_coordinated(page, found[-1], spot)
        after = possible[n + 1] if n + 1 < len(possible) else None
        if is_place(page, spot, in_list, is_sited(page, found[-1] if found else None, spot, after)):
            found.append(spot)
    return found


def _countries_told(found: list[Spot]) -> set[str]:
    """Countries of the names that hardly mean a place in another."""
    best = (max(spot.candidates, key=lambda c: c.prior, default=None) for spot in found)
    return {c.country for c in best if c and c.country and c.prior >= TELLING_PRIOR}


def _with_more(page: Page, possible: list[Spot], found: list[Spot], about: Set[str]) -> list[Spot]:
    """The names found and, in text order, those that are places for what the others say."""
    known, taken = {fold(spot.name) for spot in found if spot.candidates}, set(map(id, found))
    heads = headed(page, possible, found, about)
    return [
        spot
        for spot in possible
        if id(spot) in taken or spot.first in heads or is_of_report(page, spot, about, known)
    ]


def _by_sound(spot: Spot, gazetteer: Gazetteer, countries: Set[str]) -> Spot:
    """The name with the places of these countries that sound and are spelt much like it; no building's."""
    if spot.kinds and spot.kinds <= NAMED_AFTER:
        return spot
    name = bare(fold(spot.name))
    alike = [
        c
        for c in gazetteer.sounding(spot.name, sorted(countries))
        if SequenceMatcher(None, name, bare(fold(c.name)), autojunk=False).ratio() >= ALIKE
    ]
    return spot._replace(candidates=tuple(alike))


def _mention(
    page: Page, spot: Spot, meant: Meant, around: Candidate | None, country: str | None
) -> PlaceMention:
    """The mention; a name without a point of its own is as coarse as what holds it.

    Of one that nothing holds only the country is known: that which the report is about.
    """
    relation = relation_of(page, spot, meant.place)
    span = page.parse.span(relation.first if relation.first is not None else spot.first, spot.end)
    name = f"{spot.name}, {meant.town.name}" if meant.town else spot.name
    place = placed(name, span.of(page.parse.text), meant.place or meant.town or around, relation)
    if meant.place:
        return Mention("place", span, place)
    return Mention("place", span, replace(place, geonameid=None, country=place.country or country))

"""Which places does a report name, and where are they?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Set
from difflib import SequenceMatcher
from typing import NamedTuple

from dateline.codebook import Codebook
from dateline.gazetteer.fold import bare, fold
from dateline.gazetteer.lookup import Candidate, Gazetteer
from dateline.gazetteer.resolve import Asked, resolve
from dateline.model import Mention, Place, PlaceMention
from dateline.reading.parse import Parse
from dateline.reading.places_gate import is_marked, is_place
from dateline.reading.places_relation import Relation, placed, relation_of
from dateline.reading.places_spot import Page, Spot, page_of, spots

DEMONYM_WEIGHT, DATELINE_WEIGHT = 0.7, 2.0
"""How much a word such as "Iraqi" and the dateline say that the report is about it."""
LINKS = {",": ",", "(": ",", "in": "in", "of": "in", "and": "and", "or": "and", "&": "and"}
LONGEST_CHAIN = 4
"""Village, district, province, country: more names between commas are a list."""
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
    found: list[Spot] = []
    for spot in spots(page):
        if is_place(page, spot, in_list=bool(found) and _is_coordinated(page, found[-1], spot)):
            found.append(spot)
    countries = _countries_spoken_of(page, found)
    front = _dateline_candidate(dateline, gazetteer, codebook, countries)
    if front and front.country:
        countries[front.country] += DATELINE_WEIGHT
    about = {*countries, *(c.country for s in found for c in s.candidates[:1] if c.kind == "country" and c.country)}
    found = [spot if spot.candidates else _by_sound(spot, gazetteer, about) for spot in found]
    found = [spot for spot in found if spot.candidates or is_marked(page, spot)]
    asked = [Asked(fold(s.name), s.candidates, s.kinds, _container(page, found, n)) for n, s in enumerate(found)]
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


def _by_sound(spot: Spot, gazetteer: Gazetteer, countries: Set[str]) -> Spot:
    """The spot with the places of the report's countries that are spelt much like it, if there are any."""
    name = bare(fold(spot.name))
    alike = [
        c
        for c in gazetteer.sounding(spot.name, sorted(countries))
        if SequenceMatcher(None, name, bare(fold(c.name)), autojunk=False).ratio() >= ALIKE
    ]
    return spot._replace(candidates=tuple(alike))


def _container(page: Page, found: list[Spot], n: int) -> int | None:
    """The index of the name that the text puts name ``n`` in: "Hillton, Anbar", "a market in Hillton in Anbar".

    Names in a list ("Anbar, Basra and Maysan") hold none of each other.
    """
    link = _link(page, found, n)
    if link == "in":
        return n + 1
    last = n
    while _link(page, found, last) == ",":
        last += 1
    chain = last - n + 1
    return n + 1 if 1 < chain <= LONGEST_CHAIN and _link(page, found, last) != "and" else None


def _is_coordinated(page: Page, front: Spot, spot: Spot) -> bool:
    """Whether nothing but a comma or "and" stands between two names."""
    between = page.parse.tokens[front.end : spot.first]
    return 0 < len(between) <= 2 and all(LINKS.get(t.lower) in (",", "and") for t in between)


def _link(page: Page, found: list[Spot], n: int) -> str | None:
    """What stands between name ``n`` and the next: a comma, "in", "and", or none of these."""
    if n + 1 >= len(found):
        return None
    tokens, words = page.parse.tokens, page.codebook.place_words
    between = range(found[n].end, found[n + 1].first)
    if not 0 < len(between) <= 5 or tokens[found[n].first].sentence != tokens[found[n + 1].first].sentence:
        return None
    links = []
    for i in between:
        lower = tokens[i].lower
        if lower in LINKS:
            links.append(LINKS[lower])
        elif not (lower in words.cues.between or lower in words.bearings or words.kinds.get(tokens[i].lemma)):
            return None
    return next((link for link in ("and", "in", ",") if link in links), None)


def _mention(page: Page, spot: Spot, chosen: Candidate | None) -> PlaceMention:
    relation = relation_of(page, spot, chosen)
    span = page.parse.span(relation.first if relation.first is not None else spot.first, spot.end)
    return Mention("place", span, placed(spot.name, span.of(page.parse.text), chosen, relation))

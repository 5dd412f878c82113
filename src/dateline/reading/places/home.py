"""Which town is a report at home in, and which of its names mean parts of that town, not towns far away?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dateline.codebook.places import SITES, PlaceKind
from dateline.gazetteer.geo import distance_km
from dateline.gazetteer.lookup import Candidate
from dateline.gazetteer.resolve import Asked
from dateline.reading.places.beside import Page, Spot, has_body
from dateline.reading.places.links import is_dateline_name

FAR_KM = 60.0
"""Beyond a town's own radius: farther off, a quarter of that name is of another town."""
SMALL_KM = 10.0
"""How far from its middle a site of a small town may lie."""
WELL_KNOWN = 400_000
"""People from which on a town needs no word of where it is, even in the local news of another."""
BY_FAR = 1.5
"""So many times as often as any other, a country is the one that a report is about."""
TIMES_LARGER, INNER = 10, 0.8
"""A town so many times smaller, and within this share of a city's radius, is a part of the city."""
SMALLEST = 500
"""People of a town of unknown population."""
QUARTER: frozenset[PlaceKind] = frozenset(("neighbourhood",))


class Meant(NamedTuple):
    """What a name means once the report's home is known: ``place``, a part of ``town``, or both."""

    place: Candidate | None
    town: Candidate | None


def home_of(
    page: Page, found: Sequence[Spot], chosen: Sequence[Candidate | None], front: Candidate | None
) -> Candidate | None:
    """The dateline's town, else the town whose police, firefighters and the like the report names most."""
    if front and front.kind == "town":
        return front
    votes = Counter(
        pick
        for spot, pick in zip(found, chosen, strict=True)
        if pick and pick.kind == "town" and has_body(page, spot.end)
    )
    return max(votes, key=lambda c: (votes[c], c.population, -c.id), default=None)


def country_of(
    page: Page,
    found: Sequence[Spot],
    chosen: Sequence[Candidate | None],
    spoken: Mapping[str, float],
) -> str | None:
    """The country that a report speaks of by far the most, if there is one; its dateline does not count.

    ``spoken`` is how much it speaks of each country by other words than these names.
    """
    votes: dict[str, float] = dict(spoken)
    for spot, pick in zip(found, chosen, strict=True):
        if pick and pick.country and not is_dateline_name(page, spot):
            votes[pick.country] = votes.get(pick.country, 0.0) + 1.0
    ranked = sorted(votes, key=lambda code: (-votes[code], code))
    if not ranked or any(votes[ranked[0]] <= BY_FAR * votes[code] for code in ranked[1:2]):
        return None
    return ranked[0]


def is_body(page: Page, spot: Spot) -> bool:
    """Whether a name is but the first word of a body that needs no town's name: "Metro Police"."""
    sites = page.codebook.tellings.sites
    return spot.name.lower() in sites.body_parts and has_body(page, spot.end)


def at_home(
    page: Page,
    found: Sequence[Spot],
    asked: Sequence[Asked],
    chosen: Sequence[Candidate | None],
    home: Candidate | None,
) -> list[Meant]:
    """What each name means.

    "The Northgate neighbourhood" is in the town that the text puts it in, else in the report's own, and so
    is "Northgate Mall" where the gazetteer has it in or around that town. In countries whose news names the
    state of any town that is not local, a small town far from home that stands without one is no more than
    its name, and one that the gazetteer lacks ("the 300 block of Elm Lane") is in the home town. A town that
    the gazetteer has in the middle of a far larger one, which the report names too, is a part of that one.
    """
    meant = []
    quarters = {a.key for spot, a in zip(found, asked, strict=True) if spot.kinds == QUARTER}
    states_named = page.codebook.place_words.cues.states_named
    for spot, a, pick in zip(found, asked, chosen, strict=True):
        outer = chosen[a.inside] if a.inside is not None else None
        town = outer if outer and outer.kind == "town" else home if outer is None else None
        quarter = a.key in quarters and spot.kinds <= QUARTER and pick != town
        if town is None or (pick and not quarter and _is_close(pick, town)):
            within = town is not None and pick is not None and pick.kind in SITES and _is_inside(pick, town)
            meant.append(Meant(pick, town if within else None))
        elif quarter and not (pick and pick.kind in SITES):
            meant.append(Meant(pick if pick and _is_close(pick, town) else None, town))
        elif town.country in states_named and (pick is None or (outer and pick.kind in ("town", *SITES))):
            meant.append(Meant(None, town))
        elif pick and outer is None and _is_guess(page, a, pick, town):
            near = min((c for c in a.candidates if _is_close(c, town)), key=lambda c: -c.prior, default=None)
            meant.append(Meant(near, None))
        else:
            meant.append(Meant(pick, None))
    towns = [c for c in (home, *(m.place for m in meant)) if c and c.kind == "town"]
    return [m if m.town else m._replace(town=_city_of(m.place, towns)) for m in meant]


def _city_of(place: Candidate | None, towns: Sequence[Candidate]) -> Candidate | None:
    """The city that a town is a part of, of those that a report names: Hollywood is in Los Angeles."""
    if place is None or place.kind != "town":
        return None
    around = (
        t
        for t in towns
        if (t.country, t.admin1) == (place.country, place.admin1)
        and t.population >= TIMES_LARGER * max(place.population, SMALLEST)
        and distance_km((place.lat, place.lon), (t.lat, t.lon)) <= INNER * t.radius_km
    )
    return max(around, key=lambda t: (t.population, -t.id), default=None)


def _is_close(place: Candidate, town: Candidate) -> bool:
    """Whether a place lies in or around a town, or is an area that may hold it."""
    if place.kind not in ("town", *SITES):
        return True
    apart = distance_km((place.lat, place.lon), (town.lat, town.lon))
    return apart <= FAR_KM + town.radius_km


def _is_inside(place: Candidate, town: Candidate) -> bool:
    """Whether a site lies in a town."""
    apart = distance_km((place.lat, place.lon), (town.lat, town.lon))
    return apart <= max(SMALL_KM, town.radius_km)


def _is_guess(page: Page, a: Asked, pick: Candidate, home: Candidate) -> bool:
    """Whether a town of home's country would have been named with its state, were it meant."""
    local = home.country in page.codebook.place_words.cues.states_named
    return (
        local
        and pick.country == home.country
        and pick.kind in ("town", *SITES)
        and pick.population < WELL_KNOWN
        and len(a.candidates) > 1
    )

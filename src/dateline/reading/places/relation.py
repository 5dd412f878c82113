"""How does a phrase stand to the place it names: in it, near it, north of it, or in a part of it?

Precision, as ``model.Place`` orders it: a town, village, camp, base or building is ``exact`` (UCDP's
where_prec 1), however large the town, and its size is in ``radius_km``; ``near`` is within a distance of
one; ``district`` and ``province`` are divisions, and parts of one country without a code count as them;
``region`` is a sea or an area across countries.
"""

from __future__ import annotations

from typing import NamedTuple

from dateline.codebook.places import PlaceKind
from dateline.gazetteer.geo import shifted
from dateline.gazetteer.lookup import Candidate
from dateline.model import Place, PlacePrecision
from dateline.reading.places.beside import Page, Spot, before, kind_word

NEAR_KM = 25.0
"""What "near" means: UCDP's where_prec 2."""
AWAY_SHARE = 0.25
"""How unsure a stated distance is."""
PART_SHIFT, PART_SIZE = 0.5, 0.7
"""The northern part of an area: its middle lies half a radius to the north, and it is smaller."""
DISTRICT_KM = 15.0
"""A region within one country up to this size counts as a district, a larger one as a province."""
AREAS: frozenset[PlaceKind] = frozenset(("country", "province", "district", "region", "water"))


class Relation(NamedTuple):
    """``near``: close to the place; ``km`` and ``bearing``: so far from it, in degrees from north.

    ``part`` is the bearing of the part of an area that is meant, ``first`` the token of its word.
    """

    near: bool = False
    km: float | None = None
    bearing: float | None = None
    part: float | None = None
    first: int | None = None


def relation_of(page: Page, spot: Spot, chosen: Candidate | None) -> Relation:
    """What the words in front of a name say of it."""
    tokens, words = page.parse.tokens, page.codebook.place_words
    if chosen and chosen.kind in AREAS and spot.first > 0:
        first = spot.first - 1
        direction = tokens[first].lower
        if first >= 2 and tokens[first - 1].text == "-" and tokens[first - 2].lower in words.bearings:
            direction, first = f"{tokens[first - 2].lower}-{direction}", first - 2
        if direction in words.bearings:
            return Relation(part=words.bearings[direction], first=first)
    governor = before(page, spot.first)
    if governor > 0 and tokens[governor].lower == "of" and kind_word(page, governor - 1):
        governor = before(page, governor - 1)
    if governor < 0:
        return Relation()
    lower = tokens[governor].lower
    if lower in words.cues.near:
        return Relation(near=True)
    if lower == "to" and governor and tokens[governor - 1].lower in ("close", "next", "adjacent"):
        return Relation(near=True)
    if lower in ("of", "from") and governor:
        return _away(page, governor - 1)
    return Relation()


def _away(page: Page, i: int) -> Relation:
    """From "12 km north of", "north-east of", "20 miles from", read backwards from the token before "of"."""
    tokens, words = page.parse.tokens, page.codebook.place_words
    bearing = words.bearings.get(tokens[i].lower)
    if bearing is not None:
        if i >= 2 and tokens[i - 1].text == "-" and tokens[i - 2].lower in words.bearings:
            bearing = words.bearings.get(f"{tokens[i - 2].lower}-{tokens[i].lower}", bearing)
            i -= 2
        i -= 1
        if i >= 1 and tokens[i].lower == "the" and tokens[i - 1].lower == "to":
            i -= 2
    if i >= 1 and tokens[i].lower == ")":
        return Relation(near=bearing is not None, bearing=bearing)
    unit = words.units.get(tokens[i].lower) if i >= 1 else None
    number = _number(tokens[i - 1].text) if unit else None
    if unit and number is not None:
        return Relation(near=True, km=number * unit, bearing=bearing)
    return Relation(near=bearing is not None)


def _number(text: str) -> float | None:
    digits = text.replace(",", "")
    return float(digits) if digits.replace(".", "", 1).isdigit() else None


def placed(name: str, text: str, chosen: Candidate | None, relation: Relation) -> Place:
    """The place as the words put it, never sharper than they are; without coordinates if not known."""
    if chosen is None:
        return Place(name, None, None, None, None, None, None, None, text)
    point, radius = (chosen.lat, chosen.lon), chosen.radius_km
    precision = _precision(chosen)
    if relation.part is not None:
        point, radius = shifted(point, radius * PART_SHIFT, relation.part), radius * PART_SIZE
    elif relation.near and precision == "exact":
        precision = "near"
        if relation.km is None:
            radius += NEAR_KM
        elif relation.bearing is None:
            radius += relation.km
        else:
            point, radius = shifted(point, relation.km, relation.bearing), radius + AWAY_SHARE * relation.km
    return Place(
        name,
        point[0],
        point[1],
        chosen.geonameid,
        chosen.country,
        chosen.admin1,
        precision,
        round(radius, 1),
        text,
    )


def _precision(chosen: Candidate) -> PlacePrecision:
    if chosen.kind in ("country", "province", "district"):
        return chosen.kind
    if chosen.kind == "water":
        return "region"
    if chosen.kind == "region":
        if chosen.country is None:
            return "region"
        return "district" if chosen.radius_km <= DISTRICT_KM else "province"
    return "exact"

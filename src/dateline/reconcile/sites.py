"""Is it the same place, however it is spelled?"""

from __future__ import annotations

from collections.abc import Iterable
from sys import intern

from dateline.gazetteer.fold import fold, sound_key
from dateline.model import Place

NUMBERED = "#"
"""Begins what identifies a place of the gazetteer; the rest is its number there."""


def site_of(place: Place) -> str:
    """What identifies a place: its number in the gazetteer, else the sound of its name.

    Villages, quarters and prisons that no gazetteer has are spelled as many ways as there are reporters:
    "Ghweiran", "Gweiran" and "Ghuwayran prison" are one.
    """
    if place.geonameid is not None:
        return intern(f"{NUMBERED}{place.geonameid}")
    proper = " ".join(word for word in place.name.split() if not word.islower())
    folded = fold(proper or place.name)
    return intern(sound_key(folded) or folded or place.name.casefold())


def called(places: Iterable[Place]) -> dict[str, str]:
    """What identifies each place -> its name as it is told first."""
    names: dict[str, str] = {}
    for place in places:
        names.setdefault(site_of(place), place.name)
    return names

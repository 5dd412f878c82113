"""Is it the same place, however it is spelled?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from sys import intern

from dateline.gazetteer.fold import fold, pattern_key, sound_key
from dateline.model import Place

LONG_NAME, LONG_WORD = 3, 5
"""Words of a place's name, and letters of the first, from which on that alone may stand for it."""

NUMBERED = "#"
"""Begins what identifies a place of the gazetteer; the rest is its number there."""


def site_of(place: Place) -> str:
    """What identifies a place: its number in the gazetteer, else the sound of its name.

    Villages, quarters and prisons that no gazetteer has are spelled as many ways as there are reporters:
    "Ghweiran", "Gweiran" and "Ghuwayran prison" are one, and so are "Shisha" and "Sheshi".
    """
    if place.geonameid is not None:
        return intern(f"{NUMBERED}{place.geonameid}")
    proper = " ".join(word for word in _own_name(place).split() if not word.islower())
    folded = fold(proper or place.name)
    return intern(sound_key(folded) or pattern_key(folded) or folded or place.name.casefold())


def short_of(place: Place) -> str | None:
    """What identifies a place by the first of three words or more: the Al-Ahli Arab hospital is the Al-Ahli.

    None where the gazetteer has the place, or the first word is short.
    """
    words = _own_name(place).split()
    if place.geonameid is not None or len(words) < LONG_NAME or len(words[0]) < LONG_WORD:
        return None
    return site_of(replace(place, name=words[0]))


def _own_name(place: Place) -> str:
    """The name of a place without its town: Elm Lane of "Elm Lane, Hillton"."""
    return place.name.split(", ")[0]


def called(places: Iterable[Place]) -> dict[str, str]:
    """What identifies each place, also by its first word alone -> its name as it is told first."""
    names: dict[str, str] = {}
    for place in places:
        for site in (site_of(place), short_of(place)):
            if site is not None:
                names.setdefault(site, place.name)
    return names

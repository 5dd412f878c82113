"""Is an event told in another place than one told before?"""

from __future__ import annotations

from dateline.model import Place
from dateline.reading.events.event import Event
from dateline.reading.events.telling import Telling, is_definite
from dateline.reading.parse import Parse
from dateline.reading.tree import children, is_noun, is_verb

FINE = frozenset(("exact", "near", "district"))
FAR_KM = 30.0


def is_indefinite(parse: Parse, telling: Telling) -> bool:
    """Whether "a" stands with the event word or the weapon, or the weapons are told in a bare plural."""
    weapons = tuple(p.role.head for p in telling.parts if p.weapon)
    bare = any(parse.tokens[i].tag == "NNS" and not any(children(parse, i, "det", "poss")) for i in weapons)
    heads = (telling.trigger.i, *weapons)
    return bare or any(t.lower in ("a", "an") for i in heads for t in children(parse, i, "det"))


def placed_elsewhere(parse: Parse, new: Event, event: Event) -> bool:
    """Whether an event told anew ("a bomb exploded in X") is in another place than the event's."""
    mine, theirs = ([p for p in e.places() if _is_site(p)] for e in (new, event))
    here, there = ({p.country for p in places if p.country} for places in (mine, theirs))
    if here and there and not here & there:
        return True
    if _in_other_provinces(parse, new, event):
        return True
    if not mine or not theirs or any(near(a, b) for a in mine for b in theirs):
        return False
    acts = any(is_verb(parse.tokens[t.trigger.i]) and not t.type.casualty for t in new.tellings)
    if any(_told_anew(parse, t) for t in new.tellings) or (acts and new.when() is not None):
        return True
    if any(p.weapon and is_definite(parse, p.role.head) for t in new.tellings for p in t.parts):
        return False  # "the missiles", told of before, fell in more than one place
    return all(_far(a, b) for a in mine for b in theirs)


def _is_site(place: Place) -> bool:
    """Whether a place is a town or site; most of those that the gazetteer lacks are villages."""
    return place.precision in FINE or place.geonameid is None


def _in_other_provinces(parse: Parse, new: Event, event: Event) -> bool:
    """Whether "a clash in Helmand" is told beside what was in Kunar alone."""
    if not any(is_noun(parse.tokens[t.trigger.i]) and is_indefinite(parse, t) for t in new.tellings):
        return False
    here, there = ({(p.country, p.admin1) for p in e.places() if p.admin1} for e in (new, event))
    return bool(here and there) and not here & there


def _told_anew(parse: Parse, telling: Telling) -> bool:
    """Whether a telling introduces an occurrence: an event noun without "the", or a verb with a time."""
    if is_noun(parse.tokens[telling.trigger.i]):
        return not is_definite(parse, telling.trigger.i)
    return not telling.type.casualty and bool(telling.times)


def near(a: Place, b: Place) -> bool:
    """Whether two places may be one: same name, or points within reach of each other."""
    if a.name == b.name:
        return True
    if a.lat is None or b.lat is None or a.lon is None or b.lon is None:
        return False
    reach = max(a.radius_km or 0.0, b.radius_km or 0.0, 10.0) / 111
    return abs(a.lat - b.lat) <= reach and abs(a.lon - b.lon) <= 1.5 * reach


def _far(a: Place, b: Place) -> bool:
    """Whether two places are so far apart that no occurrence is at both."""
    if a.lat is None or b.lat is None or a.lon is None or b.lon is None:
        return False
    reach = (max(a.radius_km or 0.0, b.radius_km or 0.0) + FAR_KM) / 111
    return abs(a.lat - b.lat) > reach or abs(a.lon - b.lon) > 1.5 * reach

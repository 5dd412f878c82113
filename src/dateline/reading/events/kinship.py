"""May two stretches of tellings be about one occurrence, and how well do they fit?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from itertools import takewhile

from dateline.model import Entity, When
from dateline.reading.events.aftermath import is_late_harm
from dateline.reading.events.elsewhere import FINE, is_indefinite, near, placed_elsewhere
from dateline.reading.events.entries import entry_of
from dateline.reading.events.event import Event, Page, is_old, types_fit
from dateline.reading.events.happened import stands_for_told
from dateline.reading.events.telling import Telling, is_definite
from dateline.reading.parse import Parse, Token
from dateline.reading.tree import ancestors, children, is_verb, subjects

STALE = timedelta(days=7)
"""What was told as new longer ago than this is no undated news."""
LATE = timedelta(days=90)
"""So long after an occurrence people die of it, or are found dead."""
SAME_VICTIM = 15
OPENER = 3
"""Words at the head of a sentence that may tell of another occurrence."""


def fit(page: Page, new: Event, event: Event) -> float | None:
    """How well a bundle fits an event; none where it cannot be the same."""
    alike = any(types_fit(page, a, b) for a in new.types() for b in event.types())
    if not alike and not (_is_stopped(page, new, event) or _is_stopped(page, event, new)):
        return None
    victims = _names(new.entities("target")) & _names(event.entities("target"))
    if new.first.apart or event.first.apart or _in_other_entries(page, new, event):
        return None
    if _times_differ(new.when(), event.when()) and not (
        _is_count_since(page, new, event) or (_is_find(page, event) and _is_count_since(page, event, new))
    ):
        return None
    if not victims and is_old(page, new) and event.when() is None:
        return None
    if not victims:
        said_apart = _opens(page, new) or any(
            is_told_apart(page, t) or _is_followed(page, t) for t in new.tellings
        )
        if (
            _is_beside(page, new, event)
            or said_apart
            or _is_salvo(page.parse, new, event)
            or _actors_differ(page, new, event)
            or _victims_differ(page, new, event)
        ):
            return None
        if placed_elsewhere(page.parse, new, event) or _is_recalled(page, new, event):
            return None
    score = SAME_VICTIM * bool(victims) + 0.0
    score += 2 * bool(_names(new.entities("actor")) & _names(event.entities("actor")))
    score += 2 * bool(_acts(new) & _acts(event))
    score += 2 * any(near(a, b) for a in new.places() for b in event.places())
    then, now = new.when(), event.when()
    return score + 2 * bool(then and now and then.overlaps(now))


def _is_stopped(page: Page, new: Event, event: Event) -> bool:
    """Whether one tells that weapons of the other, an attack, were stopped: "eight were shot down".

    Nobody stops weapons of their own.
    """
    words = page.words.events
    verbs = {page.parse.tokens[t.trigger.i].lemma for t in new.tellings if t.type.name == words.stopped}
    own = _known(new.entities("actor")) & _known(event.entities("actor"))
    return bool(verbs & words.stopping) and not own and any(t.name in words.flights for t in event.types())


def _acts(event: Event) -> set[str]:
    """Names of the types told that are more than harm, which any occurrence may bring."""
    return {t.name for t in event.types() if not t.casualty}


def _times_differ(a: When | None, b: When | None) -> bool:
    return bool(a and b) and not (a and b and a.overlaps(b))


def _in_other_entries(page: Page, new: Event, event: Event) -> bool:
    """Whether a list tells the two in different entries, or one under a heading of its own."""
    one, other = (entry_of(e.first.trigger.i, page.listed) for e in (new, event))
    if one == other:
        return False
    return (one is not None and other is not None) or any(e is not None and e.heading for e in (one, other))


def _is_count_since(page: Page, new: Event, event: Event) -> bool:
    """Whether days later a toll is told, and no harm done then: "twelve were dead on Sunday morning".

    Weeks later the wounded still die: "the sixth succumbed to his injuries on 2 November".
    """
    then, now = event.when(), new.when()
    if not (then and now and then.end and now.start and timedelta(0) < now.start - then.end <= LATE):
        return False
    dated = [t for t in new.tellings if t.times]
    if all(t.type.casualty and is_late_harm(page.parse, t.trigger.i, page.words.ties) for t in dated):
        return True
    if now.start - then.end > STALE:
        return False
    return all(t.type.casualty and _is_said_to_be(page.parse, t.trigger.i) for t in new.tellings)


def _is_find(page: Page, event: Event) -> bool:
    """Whether no more is told than whom what came before had killed: "two bodies were found on Friday"."""
    tolls = page.words.ties.tolls
    return all(t.type.casualty and page.parse.tokens[t.trigger.i].lemma not in tolls for t in event.tellings)


def _is_said_to_be(parse: Parse, i: int) -> bool:
    """Whether a verb only says what people are: "twelve were dead", not "the bomb left two dead"."""
    token = parse.tokens[i]
    return token.tag == "JJ" and parse.tokens[token.head].lemma == "be"


def is_told_apart(page: Page, new: Telling) -> bool:
    """Whether the words say that it is another occurrence: "another attack", "a second bomb exploded"."""
    heads = (new.trigger.i, *(p.role.head for p in new.parts if p.weapon))
    apart = page.words.events.apart
    if any(t.lower in apart for i in heads for t in children(page.parse, i, "amod", "det")):
        return True
    verb = page.parse.tokens[new.trigger.i]
    return is_verb(verb) and _is_anew(page, verb)


def _is_followed(page: Page, telling: Telling) -> bool:
    """Whether it is what something told before is said to follow: "the incident follows a bombing"."""
    inside = next((set(tokens) for tokens in page.asides if telling.trigger.i in tokens), None)
    if inside is None:
        return False
    above = [t for t in ancestors(page.parse, telling.trigger.i) if t.i not in inside]
    verb = next((t for t in above if is_verb(t)), None)
    return verb is not None and any(
        stands_for_told(page.parse, s, page.words.ties) for s in subjects(page.parse, verb.i)
    )


def _is_anew(page: Page, verb: Token) -> bool:
    """Whether a verb is told of once more: "shelled Orlow a second time", "fell on Orlow once more"."""
    behind = page.parse.tokens[verb.i + 1 : page.parse.sentences[verb.sentence].end]
    clause = " ".join(t.lower for t in takewhile(lambda t: not is_verb(t), behind))
    return any(f" {words} " in f" {clause} " for words in page.words.events.anew)


def _is_beside(page: Page, new: Event, event: Event) -> bool:
    """Whether one told as new is of some time before or after the event.

    "Two hours later, a car bomb killed two"; "on 27 December, a rocket killed a guard" beside undated news.
    """
    anew = [t for t in new.tellings if is_indefinite(page.parse, t)]
    if any(_is_shifted(page, t) for t in anew) or any(_is_of_before(page, t) for t in new.tellings):
        return True
    end = when.end if (when := new.when()) else None
    if event.when() is not None or page.published is None or end is None:
        return False
    return bool(anew) and end < page.published - STALE


def _is_salvo(parse: Parse, new: Event, event: Event) -> bool:
    """Whether many weapons are told anew after one: "A drone hit a bus. 52 drones were launched"."""
    one, many = (
        [parse.tokens[p.role.head] for t in e.tellings for p in t.parts if p.weapon] for e in (event, new)
    )
    single = bool(one) and all(any(k.lower in ("a", "an") for k in children(parse, t.i, "det")) for t in one)
    counted = (k for t in many if t.tag == "NNS" for k in children(parse, t.i, "nummod", "det"))
    return single and any(k.tag == "CD" for k in counted) and not any(is_definite(parse, t.i) for t in many)


def _is_shifted(page: Page, telling: Telling) -> bool:
    """Whether the clause is told as so long before or after what was told: "two hours later"."""
    token = page.parse.tokens[telling.trigger.i]
    verb = token if is_verb(token) else page.parse.tokens[token.head]
    beside = children(page.parse, verb.i, "advmod", "npadvmod")
    return is_verb(verb) and any(t.lower in page.words.events.shifted for t in beside)


def _is_of_before(page: Page, telling: Telling) -> bool:
    """Whether it is told as so long before something that nobody knows the day: "only two days earlier"."""
    vague = (m for m in telling.times if not m.value.resolved and m.value.clock is None)
    last = {m.value.text.casefold().rsplit(maxsplit=1)[-1] for m in vague}
    return bool(last & page.words.events.before) and not telling.apart


def _opens(page: Page, new: Event) -> bool:
    """Whether the sentence goes on to another occurrence: "Meanwhile, rebels attacked a post"."""
    parse, first = page.parse, new.first.trigger.i
    begins = parse.sentences[parse.tokens[first].sentence].first
    words = [t.lower for t in parse.tokens[begins : begins + OPENER]]
    opened = {" ".join(words[:n]) for n in range(1, OPENER + 1)}
    if _is_numbered(page, begins):
        return True
    act = any(not t.type.casualty for t in new.tellings) or any(p.precision in FINE for p in new.places())
    if not (opened & page.words.events.openers or (act and opened & page.words.events.time_openers)):
        return False
    return not any(is_definite(parse, t.trigger.i) for t in new.tellings)


def _is_numbered(page: Page, begins: int) -> bool:
    """Whether a sentence begins with one of several that were told together: "In the second, on Friday"."""
    head, *rest = page.parse.tokens[begins : begins + OPENER + 2]
    words = [t.lower for t in (head, *rest)]
    if words[0] not in ("in", "during") or len(words) <= OPENER or words[1] != "the":
        return False
    alone = words[OPENER] in (",", "one") or rest[OPENER - 1].lemma in page.words.ties.occurrences
    return words[2] in page.words.events.numbered and alone


def _is_recalled(page: Page, new: Event, event: Event) -> bool:
    """Whether an act is told anew, with its day, after one that was only recalled.

    "Five days after the massacre Orlow was struck again. A car bomb exploded on Wednesday".
    """
    inside = {i for tokens in page.asides for i in tokens}
    acts = any(not t.type.casualty and t.times and is_indefinite(page.parse, t) for t in new.tellings)
    return acts and event.when() is None and all(t.trigger.i in inside for t in event.tellings)


def _names(entities: Sequence[Entity]) -> set[str]:
    return {e.name.casefold() for e in entities if e.kind != "unknown" and any(c.isupper() for c in e.name)}


def _actors_differ(page: Page, new: Event, event: Event) -> bool:
    """Whether both name known parties and none of one fits any of the other.

    Without a place of its own, who is named next may be told before: "Jihadists raided a post. JNIM said".
    """
    if new.places():
        mine, theirs = _known(new.entities("actor")), _known(event.entities("actor"))
    else:
        mine, theirs = (_known(_named(page.parse, e, "actor")) for e in (new, event))
    return bool(mine and theirs) and not mine & theirs


def _named(parse: Parse, event: Event, field: str) -> list[Entity]:
    """The parties told by a name, or by words that are no mere noun at a sentence's head ("Jihadists")."""
    parts = (p for t in event.tellings for p in t.parts if p.entity and p.role.field == field)
    told = ((p.entity, parse.tokens[p.role.head]) for p in parts)
    return [e for e, head in told if e and not (head.tag == "NNS" and e.name.casefold() == head.lower)]


def _known(entities: Sequence[Entity]) -> set[str]:
    """What identifies the parties: country for state bodies, name for armed groups."""
    found = set()
    for e in entities:
        if e.country and e.kind in ("state", "military", "government", "police"):
            found.add(e.country)
        elif e.kind == "armed group" and any(c.isupper() for c in e.name):
            found.add(e.name.casefold())
    return found


def _victims_differ(page: Page, new: Event, event: Event) -> bool:
    """Whether both name people who suffered, one each, and they are others."""
    mine = {e.name for e in new.entities("target") if e.kind == "person" and e.name[:1].isupper()}
    theirs = {e.name for e in event.entities("target") if e.kind == "person" and e.name[:1].isupper()}
    return (
        bool(mine and theirs)
        and any(t.name in page.words.events.one_victim for t in new.types())
        and not mine & theirs
    )

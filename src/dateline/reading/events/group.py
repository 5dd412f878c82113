"""Which tellings of one report are about the same occurrence?"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.reading.events.event import Event, Page, is_old
from dateline.reading.events.kinship import fit, is_told_apart
from dateline.reading.events.telling import Telling
from dateline.reading.events.ties import aside, bundles
from dateline.reading.parse import Parse
from dateline.reading.tree import children


def group(page: Page, tellings: Sequence[Telling]) -> tuple[Event, ...]:
    """Tellings that grammar ties are of one event, and each such bundle is with the event that it fits best.

    A bare plural ("attacks", "killings") that fits none is no event and is left out.
    """
    events: list[Event] = []
    for bundle in bundles(page, tellings):
        new, best, top = Event(tuple(bundle)), None, 0.0
        main = next((n for n, e in enumerate(events) if not is_old(page, e)), 0)
        for n, event in enumerate(events):
            if aside(page, bundle, event.tellings):
                continue
            score = fit(page, new, event)
            if score is not None:
                score += 0.5 * (n == main) + n / (2 * len(events)) + _goes_on(page, bundle, event.tellings)
                if best is None or score > top:
                    best, top = n, score
        if best is not None:
            events[best] = Event((*events[best].tellings, *bundle))
        elif not all(_is_bare(page.parse, t) for t in bundle):
            events.append(new)
    return tuple(Event(tuple(sorted(e.tellings, key=lambda t: t.trigger.i))) for e in events)


def _goes_on(page: Page, bundle: Sequence[Telling], members: Sequence[Telling]) -> float:
    """Harm told right after another occurrence is of that one: "A second strike hit the port. Two died"."""
    if not all(t.type.casualty for t in bundle) or any(t.times or t.places for t in bundle):
        return 0.0
    near = page.parse.tokens[bundle[0].trigger.i].sentence - page.parse.tokens[members[-1].trigger.i].sentence
    return 1.0 if near == 1 and any(is_told_apart(page, t) for t in members) else 0.0


def tellings_of(events: Sequence[Event]) -> tuple[Telling, ...]:
    """The tellings of all events in text order."""
    return tuple(sorted((t for e in events for t in e.tellings), key=lambda t: t.trigger.i))


def main_event(page: Page, events: Sequence[Event]) -> Event | None:
    """The event that the report is about: of those that are news, the first of those told of most."""
    news = [e for e in events if not is_old(page, e) and not e.first.apart]
    return max(news, key=lambda e: len(e.tellings), default=None)


def _is_bare(parse: Parse, telling: Telling) -> bool:
    """Whether a telling is a plural or a mass noun without any detail: "the country has seen attacks".

    "There were protests" says that they took place.
    """
    token = parse.tokens[telling.trigger.i]
    if token.dep == "attr" and any(children(parse, token.head, "expl")):
        return False
    if token.tag not in ("NNS", "NNPS") and token.lower != "violence":
        return False
    if telling.times or telling.places or any(p.weapon or p.role.field == "target" for p in telling.parts):
        return False
    return not any(t.dep in ("det", "nummod", "poss") for t in children(parse, token.i))

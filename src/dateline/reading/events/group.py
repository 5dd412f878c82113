"""Which tellings of one report are about the same occurrence?"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model import ACTUAL
from dateline.reading.events.event import Event, Page, is_old
from dateline.reading.events.kinship import fit, is_told_apart
from dateline.reading.events.telling import Telling, is_definite
from dateline.reading.events.ties import aside, bundles
from dateline.reading.parse import Parse
from dateline.reading.tree import ancestors, children

REACH = 3
"""Sentences from an act within which "the attack" may be it."""

RECALLING = frozenset(("advcl", "relcl", "acl", "pobj", "pcomp"))
"""Relations of clauses and phrases that recall what they tell: "weeks after rebels raided the port"."""


def group(page: Page, tellings: Sequence[Telling]) -> tuple[Event, ...]:
    """Tellings that grammar ties are of one event, and each such bundle is with the event that it fits best.

    A bare plural ("attacks", "killings") that fits none is no event and is left out.
    """
    events: list[Event] = []
    for bundle in bundles(page, tellings):
        new, best, top = Event(tuple(bundle)), None, 0.0
        main = _main(page, events)
        for n, event in enumerate(events):
            if aside(page, bundle, event.tellings):
                continue
            score = fit(page, new, event)
            if score is not None:
                others = [t for e in events if e is not event for t in e.tellings]
                score += 0.5 * (n == main) + n / (2 * len(events))
                score += _goes_on(page, bundle, event.tellings, others)
                score += _takes_up(page, bundle, event.tellings)
                if best is None or score > top:
                    best, top = n, score
        if best is not None:
            events[best] = Event((*events[best].tellings, *bundle))
        elif not all(_is_bare(page.parse, t) for t in bundle):
            events.append(new)
    return tuple(Event(tuple(sorted(e.tellings, key=lambda t: t.trigger.i))) for e in events)


def _main(page: Page, events: Sequence[Event]) -> int:
    """The place of the event that a report goes on about: the first that is news.

    Where that is told in an aside, it is what the rest of the sentence tells: "Three days after a bomb killed
    nine, a drone hit a car. The strike ..." is about the drone.
    """
    news = [n for n, e in enumerate(events) if not is_old(page, e)]
    if not news:
        return 0
    inside = {i for tokens in page.asides for i in tokens}
    first = {t.trigger.i for t in events[news[0]].tellings}
    if not first <= inside:
        return news[0]
    sentences = {page.parse.tokens[i].sentence for i in first}
    around = (
        n
        for n in news[1:]
        for t in events[n].tellings
        if t.trigger.i not in inside and page.parse.tokens[t.trigger.i].sentence in sentences
    )
    return next(around, news[0])


def _goes_on(
    page: Page, bundle: Sequence[Telling], members: Sequence[Telling], others: Sequence[Telling]
) -> float:
    """Harm told right after another occurrence is of that one: "A second strike hit the port. Two died".

    So it is behind an act that its own sentence or the one before tells first: "On 6 May a shell fell on the
    port. Two died". What a clause recalls ("weeks after rebels raided the port") is not gone on with. It is
    of what its own sentence, or the one before, takes up again: "15 died in the ambush and it left 21
    hurt. A driver saw 30 dead".
    """
    if any(t.times or t.places for t in bundle) or not _is_harm(page.parse, bundle):
        return 0.0
    tokens = page.parse.tokens
    here, last = tokens[bundle[0].trigger.i].sentence, tokens[members[-1].trigger.i].sentence
    apart = (t for t in members if tokens[t.trigger.i].tag != "NNS")  # "similar attacks" are recalled
    if here - last == 1 and any(is_told_apart(page, t) for t in apart):
        return 1.0
    alone = all(tokens[t.trigger.i].sentence != last for t in others)
    if alone and here in (last, last + 1) and _is_taken_up(page, members, last):
        return 2.0
    begun = here - tokens[members[0].trigger.i].sentence in (0, 1)
    act = next((t for t in members if not t.type.casualty), None)
    return 1.0 if begun and act is not None and _is_news(page, act) else 0.0


def _takes_up(page: Page, bundle: Sequence[Telling], members: Sequence[Telling]) -> float:
    """ "The attack" takes up the one that the sentence before tells as news, "the attacks" the several.

    "On Friday gunmen attacked a convoy in Basra. The attack killed eight".
    """
    tokens = page.parse.tokens
    here = tokens[bundle[0].trigger.i].sentence
    taken = [
        tokens[t.trigger.i] for t in bundle if not t.type.casualty and is_definite(page.parse, t.trigger.i)
    ]
    if not taken or any(t.times or t.places for t in bundle):
        return 0.0
    before = [t for t in members if here - tokens[t.trigger.i].sentence == 1 and not t.type.casualty]
    for word in taken:
        alike = [t for t in before if tokens[t.trigger.i].lemma == word.lemma]
        several = [t for t in alike if tokens[t.trigger.i].tag == "NNS"]
        one = [t for t in alike if t not in several and _is_news(page, t)]
        if several if word.tag == "NNS" else one:
            return 3.0
    return 0.0


def _is_news(page: Page, telling: Telling) -> bool:
    """Whether an act is told for itself: "it follows an attack in Basra" only recalls one."""
    recalled = any(telling.trigger.i in inside for inside in page.asides)
    return not recalled and _is_main_clause(page.parse, telling)


def _is_harm(parse: Parse, bundle: Sequence[Telling]) -> bool:
    """Whether no more is told than harm, and what did it only pointed back to: "six died in the raid"."""
    acts = [t.trigger.i for t in bundle if not t.type.casualty]
    return len(acts) < len(bundle) and all(is_definite(parse, i) for i in acts)


def _is_taken_up(page: Page, members: Sequence[Telling], sentence: int) -> bool:
    """Whether a sentence comes back to an act told shortly before: "15 died in the ambush"."""
    tokens = page.parse.tokens
    acts = [t for t in members if not t.type.casualty]
    again = any(
        tokens[t.trigger.i].sentence == sentence and is_definite(page.parse, t.trigger.i) for t in acts
    )
    return again and any(
        0 < sentence - tokens[t.trigger.i].sentence <= REACH and _is_main_clause(page.parse, t) for t in acts
    )


def _is_main_clause(parse: Parse, telling: Telling) -> bool:
    """Whether an act is told with a place or time of its own, and not recalled by a clause or phrase.

    What stands behind a semicolon is a clause of its own, whatever it is hung on.
    """
    token = parse.tokens[telling.trigger.i]
    deps = set[str]()
    for below in (token, *ancestors(parse, token.i)):
        if any(t.text == ";" for t in parse.tokens[below.head : below.i]):
            break
        deps.add(below.dep)
    told = telling.judged.modality in ACTUAL and bool(telling.times or telling.places)
    return told and deps.isdisjoint(RECALLING)


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
